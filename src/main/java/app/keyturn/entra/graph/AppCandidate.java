package app.keyturn.entra.graph;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.TenantUrl;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * An app that may be one that sends accounts to Apple.
 *
 * @param id its object id
 * @param name the name shown in Entra
 * @param looksLikeApple whether it is named like Apple's apps or made from Apple's template
 * @param chosenById whether the user entered the id of exactly this app
 */
record AppCandidate(String id, String name, boolean looksLikeApple, boolean chosenById) {
    /**
     * Parses an app.
     *
     * @param templates the ids of Apple's templates
     * @return empty if it has no id, without which it cannot be used
     */
    static Optional<AppCandidate> of(JsonObject row, Set<String> templates, boolean chosenById) {
        Optional<String> name = PagedList.text(row, "displayName");
        Optional<String> template = PagedList.text(row, "applicationTemplateId").map(AppTemplates::normalized);
        boolean looksLikeApple = name.filter(AppTemplates::hasAppleName).isPresent()
                || template.filter(templates::contains).isPresent();
        return PagedList.text(row, "id")
                .filter(id -> !id.isBlank())
                .map(id -> new AppCandidate(id, name.orElse(id), looksLikeApple, chosenById));
    }

    /**
     * True if this app is shown to the user: any app with Apple's address, whatever its name, and any app that looks
     * like Apple's, so that the user can correct its address or learn why there is no token to renew. Another vendor's
     * app never is: it must not get Apple's token.
     */
    boolean concernsApple(Connection connection) {
        Optional<TenantUrl> address = connection.baseAddress();
        return looksLikeApple || address.filter(TenantUrl::isAtApple).isPresent()
                || (chosenById && connection.hasToken() && address.isEmpty());
    }
}
