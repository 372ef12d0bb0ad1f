package app.keyturn.entra;

/**
 * An access token, and where it is good. Another cloud must not even see it, so the two are never apart.
 *
 * @param value a secret
 * @param cloud whose Graph it is for
 */
record AccessToken(String value, Cloud cloud) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessToken[" + cloud + "]";
    }
}
