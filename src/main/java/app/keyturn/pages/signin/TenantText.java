package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.wizard.SignedIn;

/**
 * An organisation in words.
 *
 * @param messages the words
 */
record TenantText(Messages messages) {

    /** What it is called; where its name may not be read, the domain and the id, which alone is certain. */
    String name(SignedIn who) {
        return who.nameless()
                ? messages.text("signin.tenant.nameless", who.tenantName(), who.account().tenantId())
                : who.tenantName();
    }

    /** Where was looked for an app in vain, and as whom. */
    String searched(SignedIn who) {
        return messages.text("signin.find.where", name(who), who.account().userName());
    }
}
