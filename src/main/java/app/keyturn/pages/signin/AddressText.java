package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.TenantUrl;
import java.util.Optional;

/**
 * An app's address in words: whose it is, and what that means beside the site the person has chosen.
 *
 * @param messages the words
 */
record AddressText(Messages messages) {

    /** Whose address it is; flags behind it are named, and are no reason for more. */
    String site(ProvisioningApp app) {
        Optional<TenantUrl> address = app.connection().baseAddress();
        if (address.isEmpty()) {
            return messages.text("signin.address.none");
        }
        Optional<Portal> site = app.portal();
        String whose = site.map(it -> messages.text("signin.address.of", name(it)))
                .orElseGet(() -> messages.text("signin.address.elsewhere"));
        boolean flags = address.filter(it -> it.text().contains("?")).isPresent();
        return site.isPresent() && flags ? whose + " " + messages.text("signin.address.flags") : whose;
    }

    /** What is not in order about it; empty if it is the chosen site's. */
    Optional<String> warning(ProvisioningApp app, Portal chosen) {
        if (app.portal().filter(chosen::equals).isPresent()) {
            return Optional.empty();
        }
        String key = app.connection().baseAddress().isEmpty()
                ? "signin.address.missing"
                : app.portal().isPresent() ? "signin.address.other" : "signin.address.foreign";
        return Optional.of(messages.text(key, name(chosen), name(other(chosen))));
    }

    private String name(Portal portal) {
        return messages.text("signin.site." + portal);
    }

    private static Portal other(Portal portal) {
        return switch (portal) {
            case SCHOOL -> Portal.BUSINESS;
            case BUSINESS -> Portal.SCHOOL;
        };
    }
}
