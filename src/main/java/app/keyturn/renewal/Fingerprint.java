package app.keyturn.renewal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Recognises a token without storing it: SHA-256 over a random salt and the token. It reveals no part of the token, nor
 * that two fingerprints are of the same one.
 *
 * @param salt 16 random bytes, in hexadecimal digits
 * @param hash 32 bytes, in hexadecimal digits
 */
public record Fingerprint(String salt, String hash) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if these are not hexadecimal digits, or too few or too many
     */
    public Fingerprint {
        if (HexFormat.of().parseHex(salt).length != SALT_BYTES || HexFormat.of().parseHex(hash).length != HASH_BYTES) {
            throw new IllegalArgumentException("Not a fingerprint");
        }
    }

    /** A new fingerprint of a token, with its own salt. */
    public static Fingerprint of(ScimToken token) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Fingerprint(HexFormat.of().formatHex(salt), HexFormat.of().formatHex(hash(salt, token)));
    }

    /** True if it was made from this token. */
    public boolean matches(ScimToken token) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), hash(HexFormat.of().parseHex(salt), token));
    }

    private static byte[] hash(byte[] salt, ScimToken token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(token.reveal().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
