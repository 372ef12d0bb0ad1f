package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP/1.1 request of a browser, as far as the sign-in needs it. The JDK's own server was not chosen: a slow or
 * silent client can block its threads without a time limit.
 *
 * @param method for example {@code POST}
 * @param target the path and query
 * @param headers by name in lower case
 * @param body as sent
 */
record BrowserRequest(String method, String target, Map<String, String> headers, String body) {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String END_OF_HEAD = "\r\n\r\n";

    /**
     * Parses a request.
     *
     * @return empty if it is too large, cut off, or not plain HTTP/1.1
     * @throws IOException if the client is gone or too slow
     */
    static Optional<BrowserRequest> read(InputStream in) throws IOException {
        Optional<String> head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = head.get().lines().toList();
        String[] first = lines.getFirst().split(" ", -1);
        Optional<Map<String, String>> headers = headers(lines.subList(1, lines.size()));
        if (first.length != 3 || !first[2].startsWith("HTTP/1.") || headers.isEmpty()) {
            return Optional.empty();
        }
        return body(in, headers.get()).map(body -> new BrowserRequest(first[0], first[1], headers.get(), body));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The fields of a posted form; empty if this is no form, or if it has a field twice. */
    Optional<Map<String, String>> form() {
        if (!method.equals("POST") || !header("content-type").toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : body.split("&", -1)) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                String value = equals < 0 ? "" : field.substring(equals + 1);
                if (fields.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8)) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEAD.length()) {
            int next = in.read();
            if (next < 0 || head.size() >= MAX_BYTES) {
                return Optional.empty();
            }
            head.write(next);
            matched = next == END_OF_HEAD.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(head.toString(ISO_8859_1)).filter(text -> !text.startsWith("\r"));
    }

    private static Optional<Map<String, String>> headers(List<String> lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                continue;
            }
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean twice = headers.put(name, line.substring(colon + 1).strip()) != null;
            if (name.isEmpty() || (twice && (name.equals("host") || name.equals("content-length")))) {
                return Optional.empty();
            }
        }
        return headers.containsKey("transfer-encoding") ? Optional.empty() : Optional.of(headers);
    }

    private static Optional<String> body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,5}") || Integer.parseInt(length) > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return body.length == Integer.parseInt(length) ? Optional.of(new String(body, ISO_8859_1)) : Optional.empty();
    }
}
