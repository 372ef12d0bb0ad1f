package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Searches what a program left behind for secrets in every form that they could have: for any {@value #RUN_LENGTH}
 * consecutive characters of one.
 */
final class SecretSearch {
    private static final int RUN_LENGTH = 12;
    private static final int ALIGNMENTS = 3;
    private static final int BITS_OF_A_BYTE = 8;
    private static final int BITS_OF_A_DIGIT = 6;

    /** Runs of bytes, by length, with the secret that each is part of. */
    private final Map<Integer, Map<String, String>> runs = new LinkedHashMap<>();

    SecretSearch(Collection<String> secrets) {
        int number = 0;
        for (String secret : secrets) {
            for (Map.Entry<String, byte[]> form : formsOf(secret).entrySet()) {
                String text = new String(form.getValue(), ISO_8859_1);
                int length = Math.min(bytesOfARun(form.getKey()), text.length());
                String what = "secret " + number + " " + form.getKey();
                for (int from = 0; from + length <= text.length(); from++) {
                    runs.computeIfAbsent(length, _ -> new HashMap<>())
                            .putIfAbsent(text.substring(from, from + length), what);
                }
            }
            number++;
        }
    }

    private static int bytesOfARun(String form) {
        return switch (form) {
            case String utf16 when utf16.endsWith("byte first") -> RUN_LENGTH * Character.BYTES;
            case String base64 when base64.startsWith("in Base64") -> RUN_LENGTH * BITS_OF_A_BYTE / BITS_OF_A_DIGIT;
            default -> RUN_LENGTH;
        };
    }

    /** Every form of a secret: plain, escaped, and in Base64 at any offset of a longer text. */
    static Map<String, byte[]> formsOf(String secret) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        String json = new Gson().toJson(secret);
        forms.put("plain", secret.getBytes(UTF_8));
        forms.put("plain, low byte first", secret.getBytes(UTF_16LE));
        forms.put("plain, high byte first", secret.getBytes(UTF_16BE));
        forms.put("backwards", new StringBuilder(secret).reverse().toString().getBytes(UTF_8));
        forms.put("in JSON", json.substring(1, json.length() - 1).getBytes(UTF_8));
        forms.put("in a URL", URLEncoder.encode(secret, UTF_8).getBytes(UTF_8));
        for (int before = 0; before < ALIGNMENTS; before++) {
            forms.put("in Base64 after " + before, base64(Base64.getEncoder(), secret, before));
            forms.put("in Base64 for URLs after " + before, base64(Base64.getUrlEncoder(), secret, before));
        }
        return forms;
    }

    /** The digits that depend only on the secret, with this many bytes before it in its group of three. */
    private static byte[] base64(Base64.Encoder encoder, String secret, int before) {
        byte[] bytes = ("\0".repeat(before) + secret).getBytes(UTF_8);
        int from = (before * BITS_OF_A_BYTE + BITS_OF_A_DIGIT - 1) / BITS_OF_A_DIGIT;
        int to = bytes.length * BITS_OF_A_BYTE / BITS_OF_A_DIGIT;
        return encoder.withoutPadding().encodeToString(bytes).substring(from, to).getBytes(UTF_8);
    }

    /** Findings in a text: place and form, never the secret. */
    List<String> in(String where, String text) {
        return in(where, text.getBytes(UTF_8));
    }

    /** Findings in bytes. */
    List<String> in(String where, byte[] content) {
        Set<String> found = new TreeSet<>();
        runs.forEach((length, known) -> places(content, length, known)
                .forEach(place -> found.add(where + " holds a part of "
                        + known.get(new String(content, place, length, ISO_8859_1)))));
        return List.copyOf(found);
    }

    /** The positions of known runs of one length, found with a rolling hash. */
    private static List<Integer> places(byte[] content, int length, Map<String, String> known) {
        Set<Integer> sums = new HashSet<>();
        known.keySet().forEach(run -> sums.add(run.hashCode()));
        int highest = 1;
        for (int power = 1; power < length; power++) {
            highest *= 31; // as String.hashCode()
        }
        List<Integer> places = new ArrayList<>();
        BitSet candidates = new BitSet(1 << 16);
        sums.forEach(sum -> candidates.set(sum & 0xFFFF));
        int sum = 0;
        for (int at = 0; at < content.length; at++) {
            if (at >= length) {
                sum -= highest * (content[at - length] & 0xFF);
            }
            sum = 31 * sum + (content[at] & 0xFF);
            if (candidates.get(sum & 0xFFFF) && at >= length - 1 && sums.contains(sum)
                    && known.containsKey(new String(content, at - length + 1, length, ISO_8859_1))) {
                places.add(at - length + 1);
            }
        }
        return places;
    }

    /** Findings in the names and contents of all files below a folder. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                found.addAll(in("the name of a file", file.toString()));
                if (Files.isRegularFile(file)) {
                    found.addAll(in(folder.relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
        }
        return found;
    }
}
