package app.keyturn.practice;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part of this world answers; {@link PracticeServer} adds {@code Date} and the length.
 *
 * @param status of HTTP
 * @param headers in the order in which they are sent
 * @param body as text, sent as UTF-8
 */
record Answer(int status, Map<String, String> headers, String body) {
    static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
