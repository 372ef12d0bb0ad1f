package app.keyturn.practice;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts for addresses, codes and tokens. */
final class Unguessable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {}

    /** So many characters that are safe in a URL, six random bits each. */
    static String text(int characters) {
        byte[] bytes = new byte[characters];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, characters);
    }
}
