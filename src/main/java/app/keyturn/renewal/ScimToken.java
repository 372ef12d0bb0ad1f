package app.keyturn.renewal;

import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * The token that Apple issued: a secret. It is kept in memory only and overwritten when it is no longer needed.
 *
 * <p>Java can overwrite a {@code char} array but not a {@code String}, and the request that carries the token needs a
 * {@code String} for a moment; that copy is left to the garbage collector.
 */
public final class ScimToken implements Destroyable {
    private final char[] characters;
    private volatile boolean destroyed;

    /**
     * Takes the array without a copy, so that destroying the token leaves none.
     *
     * @param characters the cleaned token; the caller keeps no reference
     */
    public ScimToken(char[] characters) {
        this.characters = characters;
    }

    /**
     * The token in clear, for the one request that needs it. Do not store it.
     *
     * @throws IllegalStateException if it has been destroyed
     */
    public String reveal() {
        if (destroyed) {
            throw new IllegalStateException("The token has been destroyed");
        }
        return new String(characters);
    }

    /** The number of characters; zero once destroyed. */
    public int length() {
        return destroyed ? 0 : characters.length;
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ScimToken[hidden]";
    }
}
