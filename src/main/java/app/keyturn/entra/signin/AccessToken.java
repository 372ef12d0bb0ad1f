package app.keyturn.entra.signin;

import app.keyturn.entra.Cloud;

/**
 * An access token, and where it is good. Another cloud must not even see it, so the two are never apart.
 *
 * @param value a secret
 * @param cloud whose Graph it is for
 */
public record AccessToken(String value, Cloud cloud) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessToken[" + cloud + "]";
    }
}
