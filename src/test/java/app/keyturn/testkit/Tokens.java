package app.keyturn.testkit;

import app.keyturn.renewal.ScimToken;

/** Tokens for tests that do not read them from a field. */
public final class Tokens {
    private Tokens() {}

    /** A token of these characters. */
    public static ScimToken of(String text) {
        return new ScimToken(text.toCharArray());
    }
}
