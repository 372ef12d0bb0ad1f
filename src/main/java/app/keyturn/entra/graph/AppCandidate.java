package app.keyturn.entra.graph;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.TenantUrl;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An app that may be one that sends accounts to Apple.
 *
 * @param id its object id
 * @param name the name shown in Entra
 * @param template the portal of the template of Apple's that it was made from; empty if it was made in another way
 * @param chosenById whether the user entered the id of exactly this app
 */
record AppCandidate(String id, String name, Optional<Portal> template, boolean chosenById) {
    /**
     * Parses an app.
     *
     * @param templates the ids of Apple's templates, with their portals
     * @return empty if it has no id, without which it cannot be used
     */
    static Optional<AppCandidate> of(JsonObject row, Map<String, Portal> templates, boolean chosenById) {
        Optional<Portal> template = PagedList.text(row, "applicationTemplateId")
                .map(AppTemplates::normalized)
                .flatMap(id -> Optional.ofNullable(templates.get(id)));
        return PagedList.text(row, "id")
                .filter(id -> !id.isBlank())
                .map(id -> new AppCandidate(id, PagedList.text(row, "displayName").orElse(id), template, chosenById));
    }

    /**
     * The likeliest first. The gallery's template is the best sign: it stays when an app is renamed. Then the name that
     * the gallery gives, then names that begin with it, then all others; among equals those of the wanted portal.
     *
     * @param wanted whose app is wanted; empty if any is
     */
    static Comparator<AppCandidate> likeliestFirst(Optional<Portal> wanted) {
        return Comparator.comparing((AppCandidate app) -> app.template().isEmpty())
                .thenComparing(app -> !app.hasExactName())
                .thenComparing(app -> !app.looksLikeApple())
                .thenComparing(app -> wanted.filter(portal -> !app.suggests(portal)).isPresent());
    }

    /** True if little else than Apple's app looks like this: by its template, or by exactly the name of it. */
    boolean isLikely() {
        return template.isPresent() || hasExactName();
    }

    /** True if it is named like Apple's apps or made from Apple's template. */
    boolean looksLikeApple() {
        return template.isPresent() || AppTemplates.hasAppleName(name);
    }

    /**
     * True if this app is shown to the user: any app with Apple's address, whatever its name, and any app that looks
     * like Apple's, so that the user can correct its address or learn why there is no token to renew. Another vendor's
     * app never is: it must not get Apple's token.
     */
    boolean concernsApple(Connection connection) {
        Optional<TenantUrl> address = connection.baseAddress();
        return looksLikeApple() || address.filter(TenantUrl::isAtApple).isPresent()
                || (chosenById && connection.hasToken() && address.isEmpty());
    }

    private boolean hasExactName() {
        return AppTemplates.portalOfName(name).isPresent();
    }

    /** True if its template or a word of its name is this portal's. */
    private boolean suggests(Portal portal) {
        return template.filter(portal::equals).isPresent()
                || name.toLowerCase(Locale.ROOT).contains(portal.name().toLowerCase(Locale.ROOT));
    }
}
