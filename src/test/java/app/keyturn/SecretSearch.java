package app.keyturn;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for secrets in whatever a program left behind, in each form in which they could have got there. */
final class SecretSearch {
    private static final int ALIGNMENTS = 3;
    private static final int BITS_OF_A_BYTE = 8;
    private static final int BITS_OF_A_DIGIT = 6;

    /** From the form's name to its bytes, of every secret. */
    private final List<Map<String, byte[]>> forms;

    SecretSearch(Collection<String> secrets) {
        forms = secrets.stream().map(SecretSearch::formsOf).toList();
    }

    /** Every form of a secret: plain, escaped, and in Base64 wherever in a longer text it may begin. */
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

    /** The digits that depend on the secret alone, when so many bytes stand before it in its group of three. */
    private static byte[] base64(Base64.Encoder encoder, String secret, int before) {
        byte[] bytes = ("\0".repeat(before) + secret).getBytes(UTF_8);
        int from = (before * BITS_OF_A_BYTE + BITS_OF_A_DIGIT - 1) / BITS_OF_A_DIGIT;
        int to = bytes.length * BITS_OF_A_BYTE / BITS_OF_A_DIGIT;
        return encoder.withoutPadding().encodeToString(bytes).substring(from, to).getBytes(UTF_8);
    }

    /** What is found in a text: where, and in which form; never the secret. */
    List<String> in(String where, String text) {
        return in(where, text.getBytes(UTF_8));
    }

    /** What is found in some bytes. */
    List<String> in(String where, byte[] content) {
        String text = new String(content, ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (int secret = 0; secret < forms.size(); secret++) {
            for (Map.Entry<String, byte[]> form : forms.get(secret).entrySet()) {
                if (text.contains(new String(form.getValue(), ISO_8859_1))) {
                    found.add(where + " holds secret " + secret + " " + form.getKey());
                }
            }
        }
        return found;
    }

    /** What is found in the names and contents of all files below a folder. */
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
