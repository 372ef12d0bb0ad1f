package app.keyturn.entra.graph;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.ErrorResponse;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question of a batch.
 *
 * @param status its HTTP status
 * @param headers its headers, an object of texts; null if it came without
 * @param body its body: an object if it is JSON, else a text; null if it came without
 * @param around the headers of the whole batch's answer
 */
record BatchResponse(int status, @Nullable JsonElement headers, @Nullable JsonElement body, Headers around) {
    /** The answer as if it had come alone, through {@link AuthInterceptor}. */
    GraphResponse toAnswer() {
        String type = header("Content-Type").orElse("");
        boolean json = type.isEmpty() || ContentType.isJson(type);
        if (status == 200 && json && body instanceof JsonObject object) {
            return new GraphResponse.Given(object);
        }
        return new GraphResponse.Refused(ErrorResponse.of(status, type, text(), this::said));
    }

    private String text() {
        if (body == null || body.isJsonNull()) {
            return "";
        }
        return body instanceof JsonPrimitive text ? text.getAsString() : body.toString();
    }

    /** Microsoft's own examples give the ids with the batch as a whole; it is what their support can look for. */
    private Optional<String> said(String name) {
        return header(name).or(() -> Optional.ofNullable(around.get(name)));
    }

    private Optional<String> header(String name) {
        if (!(headers instanceof JsonObject all)) {
            return Optional.empty();
        }
        return all.entrySet()
                .stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .findFirst();
    }
}
