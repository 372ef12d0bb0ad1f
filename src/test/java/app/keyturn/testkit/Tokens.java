package app.keyturn.testkit;

import app.keyturn.renewal.ScimToken;

/** Tokens that need no parsing. */
public final class Tokens {
    private Tokens() {}

    public static ScimToken of(String text) {
        return new ScimToken(text.toCharArray());
    }
}
