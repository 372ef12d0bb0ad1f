package app.keyturn.practice.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP request to one of the hosts.
 *
 * @param method of HTTP
 * @param path below the host's folder, decoded
 * @param rawQuery as sent, empty when there is none
 * @param headers by lower-case name
 * @param body as text
 */
public record Request(String method, String path, String rawQuery, Map<String, String> headers, String body) {
    /** A header's value, empty when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Whether the content type begins like this. */
    public boolean hasContentType(String type) {
        return header("Content-Type").toLowerCase(Locale.ROOT).startsWith(type);
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** The decoded query. */
    public Map<String, String> query() {
        return decode(rawQuery);
    }

    /** The fields of a posted form; empty when the body is not a form. */
    public Map<String, String> form() {
        return hasContentType("application/x-www-form-urlencoded") ? decode(body) : Map.of();
    }

    /**
     * Decodes the names and values of a query or a form.
     *
     * @throws IllegalArgumentException when an escape is invalid
     */
    private static Map<String, String> decode(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                fields.putIfAbsent(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            }
        }
        return fields;
    }
}
