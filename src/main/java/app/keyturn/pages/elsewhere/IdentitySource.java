package app.keyturn.pages.elsewhere;

import java.util.Locale;

/** Where accounts come to Apple from, if not by a token in Microsoft Entra. */
public enum IdentitySource {
    /** From Microsoft Entra, linked by OIDC. */
    OIDC,
    /** From Google Workspace. */
    GOOGLE,
    /** From Okta or another provider, by the connection that Apple calls custom. */
    OTHER;

    /** The name of its page. */
    public String pageId() {
        return "elsewhere-" + name().toLowerCase(Locale.ROOT);
    }
}
