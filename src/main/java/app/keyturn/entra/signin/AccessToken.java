package app.keyturn.entra.signin;

import app.keyturn.entra.Cloud;

/**
 * An access token and its cloud. They stay together, because the token must never be sent to another cloud.
 *
 * @param value a secret
 * @param cloud the cloud whose Graph it is for
 */
public record AccessToken(String value, Cloud cloud) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessToken[" + cloud + "]";
    }
}
