package app.keyturn.practice.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts for paths, codes and tokens. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** A random text of URL-safe characters, six random bits each. */
    public static String ofLength(int characters) {
        byte[] bytes = new byte[characters];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, characters);
    }
}
