package app.keyturn.practice.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response; {@link PracticeServer} adds {@code Date} and the length.
 *
 * @param status of HTTP
 * @param headers in the order in which they are sent
 * @param body as text, sent as UTF-8
 */
public record Response(int status, Map<String, String> headers, String body) {
    /** No response: the connection is closed. */
    public static final Response CLOSED = empty(0);
    /** No response, and the connection stays open. */
    public static final Response HANGING = empty(-1);

    /** A response without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    /** A response with a body. */
    public static Response of(int status, String contentType, String body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    /** Whether anything is sent. */
    public boolean isSent() {
        return status > 0;
    }

    /** Adds a header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
