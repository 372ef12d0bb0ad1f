package app.keyturn.log;

import app.keyturn.renewal.ScimToken;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognises the tokens that are in use, so that none gets into a text, whoever wrote it. It holds no token, only a
 * salted hash (SHA-256, cut to 64 bits) of every {@value #RUN} characters in a row, upper and lower case alike.
 * Whoever could read this program's memory could still try out its hashes one by one; so they are dropped when their
 * token is.
 */
public final class SecretRedactor {
    /** What is put in a secret's place. */
    public static final String HIDDEN = "[hidden]";

    /** Parts of a token that are shorter give nothing away that is worth a filter. */
    private static final int RUN = 12;
    /** Shorter ones would take ordinary words with them, and nobody makes such tokens. */
    private static final int SHORTEST_SECRET = 6;
    private static final int SALT_BYTES = 16;

    /** What a secret is; there is one of each at most. */
    public enum Kind {
        /** The token that Apple made. */
        APPLE_TOKEN,
        /** The token that Microsoft gave for who is signed in. */
        ACCESS_TOKEN
    }

    private final Map<Kind, Runs> held = new ConcurrentHashMap<>();

    /** Makes it, knowing none. */
    public SecretRedactor() {}

    /** Drawn when the first secret is held: to find a source of chance takes time, of which a start has none to spare. */
    private static final class Salt {
        private static final byte[] BYTES = new byte[SALT_BYTES];

        static {
            new SecureRandom().nextBytes(BYTES);
        }

        private Salt() {}
    }

    /** From now on recognises this token, in place of another one of Apple's. */
    public void hold(ScimToken token) {
        hold(Kind.APPLE_TOKEN, token.reveal());
    }

    /** From now on recognises this secret, in place of another one of its kind. */
    public void hold(Kind kind, String secret) {
        long whole = hash(sha256(), secret, 0, secret.length());
        Runs before = held.get(kind);
        if (before == null || before.whole != whole) {
            held.put(kind, runs(secret, whole));
        }
    }

    /** Drops what it knows of a secret. */
    public void forget(Kind kind) {
        held.remove(kind);
    }

    /** True if a secret, or a long part of one, stands in a text. */
    public boolean occursIn(String text) {
        return held.values().stream().anyMatch(runs -> !places(runs, text).isEmpty());
    }

    /** The text with {@link #HIDDEN} in place of every secret, and of every long part of one. */
    public String redact(String text) {
        boolean[] secret = new boolean[text.length()];
        held.values()
                .forEach(runs -> places(runs, text)
                        .forEach(place -> Arrays.fill(secret, place, place + runs.length, true)));
        StringBuilder rest = new StringBuilder(text.length());
        for (int at = 0; at < secret.length; at++) {
            if (!secret[at]) {
                rest.append(text.charAt(at));
            } else if (at == 0 || !secret[at - 1]) {
                rest.append(HIDDEN);
            }
        }
        return rest.toString();
    }

    /**
     * The hashes of a secret.
     *
     * @param whole of all of it
     * @param length how many characters each of the others is of
     * @param hashes of each such run of characters
     */
    private record Runs(long whole, int length, Set<Long> hashes) {}

    private static Runs runs(String secret, long whole) {
        int length = Math.min(RUN, secret.length());
        Set<Long> hashes = new HashSet<>();
        MessageDigest digest = sha256();
        if (length >= SHORTEST_SECRET) {
            for (int from = 0; from + length <= secret.length(); from++) {
                hashes.add(hash(digest, secret, from, length));
            }
        }
        return new Runs(whole, length, hashes);
    }

    private static Set<Integer> places(Runs runs, String text) {
        Set<Integer> places = new HashSet<>();
        MessageDigest digest = sha256();
        for (int from = 0; from + runs.length <= text.length() && !runs.hashes.isEmpty(); from++) {
            if (runs.hashes.contains(hash(digest, text, from, runs.length))) {
                places.add(from);
            }
        }
        return places;
    }

    private static long hash(MessageDigest digest, String text, int from, int length) {
        byte[] run = Arrays.copyOf(Salt.BYTES, SALT_BYTES + length * Character.BYTES);
        for (int at = 0; at < length; at++) {
            char character = Character.toLowerCase(text.charAt(from + at));
            run[SALT_BYTES + 2 * at] = (byte) character;
            run[SALT_BYTES + 2 * at + 1] = (byte) (character >> Byte.SIZE);
        }
        long hash = ByteBuffer.wrap(digest.digest(run)).getLong();
        Arrays.fill(run, (byte) 0);
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
