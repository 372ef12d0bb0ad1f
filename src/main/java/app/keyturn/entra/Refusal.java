package app.keyturn.entra;

import app.keyturn.renewal.Details;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * An HTTP answer other than the one hoped for, reduced to what may be kept of it: never its text, which can hold
 * addresses and headers of a third party.
 *
 * <p>The synchronization API wraps its errors in several ways: with the real error as JSON text inside
 * {@code error.message} (github.com/microsoftgraph/msgraph-metadata/issues/347), or inside {@code error.innerError}.
 * The sign-in service has its code in {@code error} itself.
 *
 * @param status the HTTP status
 * @param codes every error code found, the innermost, which says most, first
 * @param webPage true if it is a page for people, which Microsoft Graph never sends
 * @param requestId Microsoft's id of the request
 * @param correlationId the id this program gave the request
 */
record Refusal(int status, List<String> codes, boolean webPage, Optional<String> requestId,
        Optional<String> correlationId) {
    private static final int DEEPEST = 5;

    Refusal {
        codes = List.copyOf(codes);
    }

    /** Reads an answer. Any body will do: JSON, a web page, text or nothing. */
    static Refusal of(Response response) throws IOException {
        ResponseBody body = response.body();
        String text = body == null ? "" : body.string();
        return of(response.code(), Objects.requireNonNullElse(response.header("Content-Type"), ""), text,
                Optional.ofNullable(response.header("request-id")),
                Optional.ofNullable(response.header("client-request-id")));
    }

    /** Reads an answer that came inside another one. */
    static Refusal of(int status, String type, String text, Optional<String> requestId,
            Optional<String> correlationId) {
        List<String> codes = new ArrayList<>();
        object(text).ifPresent(json -> {
            member(json, "error").ifPresent(error -> collect(error, codes, 0));
            text(json, "error").ifPresent(codes::add);
        });
        boolean webPage = type.toLowerCase(Locale.ROOT).contains("html") || text.stripLeading().startsWith("<");
        return new Refusal(status, codes, webPage, requestId, correlationId);
    }

    /** The technical part of a problem. */
    Details details(Instant at) {
        return new Details(at, OptionalInt.of(status), codes.stream().findFirst(), requestId, correlationId);
    }

    private static void collect(JsonObject error, List<String> codes, int depth) {
        if (depth == DEEPEST) {
            return;
        }
        text(error, "message").flatMap(Refusal::object)
                .ifPresent(inner -> collect(member(inner, "error").orElse(inner), codes, depth + 1));
        member(error, "innerError").ifPresent(inner -> collect(inner, codes, depth + 1));
        text(error, "code").filter(code -> !code.isBlank()).ifPresent(codes::add);
    }

    private static Optional<JsonObject> object(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parseString(text))
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject);
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> member(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }
}
