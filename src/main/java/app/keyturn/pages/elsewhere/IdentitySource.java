package app.keyturn.pages.elsewhere;

import java.util.Locale;

/** Where accounts come to Apple from without a token in Microsoft Entra. */
public enum IdentitySource {
    /** Microsoft Entra, connected by OIDC. */
    OIDC, GOOGLE,
    /** Okta or another provider, through what Apple calls a custom connection. */
    OTHER;

    public String pageId() {
        return "elsewhere-" + name().toLowerCase(Locale.ROOT);
    }
}
