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
 * Recognises the tokens in use, to keep them out of any text. It stores no token, only a salted hash (SHA-256, cut to
 * 64 bits) of every {@value #RUN} characters in a row, ignoring case. An attacker who can read this program's memory
 * could still try out the hashes one by one; so they are dropped when their token is.
 */
public final class SecretRedactor {
    /** Replaces a secret. */
    public static final String HIDDEN = "[hidden]";

    /** Shorter parts of a token reveal too little to be worth filtering. */
    private static final int RUN = 12;
    /** A shorter secret would match ordinary words; real tokens are longer. */
    private static final int SHORTEST_SECRET = 6;
    private static final int SALT_BYTES = 16;

    /** The kinds of secrets; there is at most one of each. */
    public enum Kind {
        /** The token that Apple issued. */
        APPLE_TOKEN,
        /** The access token of the signed-in account. */
        ACCESS_TOKEN
    }

    private final Map<Kind, Runs> held = new ConcurrentHashMap<>();

    /** Creates a redactor that knows no secret yet. */
    public SecretRedactor() {}

    /** Created lazily: {@code SecureRandom} is slow to start. */
    private static final class Salt {
        private static final byte[] BYTES = new byte[SALT_BYTES];

        static {
            new SecureRandom().nextBytes(BYTES);
        }

        private Salt() {}
    }

    /** From now on recognises this token instead of the previous one. */
    public void remember(ScimToken token) {
        remember(Kind.APPLE_TOKEN, token.reveal());
    }

    /** From now on recognises this secret instead of the previous one of its kind. */
    public void remember(Kind kind, String secret) {
        long whole = hash(sha256(), secret, 0, secret.length());
        Runs before = held.get(kind);
        if (before == null || before.whole != whole) {
            held.put(kind, runs(secret, whole));
        }
    }

    /** No longer recognises a secret. */
    public void forget(Kind kind) {
        held.remove(kind);
    }

    /** True if a text contains a secret, or a long part of one. */
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
     * @param whole the hash of all of it
     * @param length the length of a run
     * @param hashes the hash of each run
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
