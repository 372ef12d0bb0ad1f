package app.keyturn.entra.http;

import app.keyturn.renewal.Diagnostics;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * An HTTP response that is not a success, reduced to what may be kept of it: never its text, which can hold addresses
 * and headers of a third party.
 *
 * <p>The synchronization API wraps its errors in several ways: with the real error as JSON text inside
 * {@code error.message} (github.com/microsoftgraph/msgraph-metadata/issues/347), or inside {@code error.innerError}.
 * The sign-in service puts its code into {@code error} itself.
 *
 * @param status the HTTP status
 * @param codes every error code found; the innermost, which is the most specific, first
 * @param webPage true if it is HTML, which Microsoft Graph never sends
 * @param requestId Microsoft's id of the request
 * @param correlationId the id this program gave the request
 * @param retryAfter how long Microsoft asks to wait; empty if it does not say
 */
public record ErrorResponse(int status, List<String> codes, boolean webPage, Optional<String> requestId,
        Optional<String> correlationId, Optional<Duration> retryAfter) {
    private static final int DEEPEST = 5;
    /** Microsoft Graph's spelling, and the standard's (OData JSON Format 4.01, 21.1 "Single Error Response"). */
    private static final List<String> INNER = List.of("innerError", "innererror");
    /** Microsoft writes seconds. More digits would overflow. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    public ErrorResponse {
        codes = List.copyOf(codes);
    }

    /** Reads a response with any body: JSON, a web page, text or none. */
    public static ErrorResponse of(Response response) throws IOException {
        ResponseBody body = response.body();
        String text = body == null ? "" : body.string();
        return of(response.code(), Objects.requireNonNullElse(response.header("Content-Type"), ""), text,
                name -> Optional.ofNullable(response.header(name)));
    }

    /**
     * Reads a response that came inside another one.
     *
     * @param headers gives the value of a header
     */
    public static ErrorResponse of(int status, String type, String text, Function<String, Optional<String>> headers) {
        List<String> codes = new ArrayList<>();
        object(text).ifPresent(json -> {
            collect(member(json, "error").orElse(json), codes, 0);
            text(json, "error").ifPresent(codes::add);
        });
        boolean webPage = type.toLowerCase(Locale.ROOT).contains("html") || text.stripLeading().startsWith("<");
        Optional<Duration> retryAfter = headers.apply("Retry-After")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new ErrorResponse(status, codes, webPage, headers.apply("request-id"),
                headers.apply("client-request-id"),
                retryAfter);
    }

    /** A successful response whose body cannot be read. */
    public static ErrorResponse unreadable(Headers headers) {
        return of(200, "", "", name -> Optional.ofNullable(headers.get(name)));
    }

    /** True if the same request may succeed at another time. */
    public boolean isTransient() {
        return status == 429 || (status >= 500 && status != 501);
    }

    /** True if Microsoft asks to wait. */
    boolean isThrottled() {
        return status == 429 || ((status == 503 || status == 504) && retryAfter.isPresent());
    }

    /** The technical part of a problem. */
    public Diagnostics details(Instant at) {
        return new Diagnostics(at, OptionalInt.of(status), codes.stream().findFirst(), requestId, correlationId);
    }

    private static void collect(JsonObject error, List<String> codes, int depth) {
        if (depth == DEEPEST) {
            return;
        }
        text(error, "message").flatMap(ErrorResponse::object)
                .ifPresent(inner -> collect(member(inner, "error").orElse(inner), codes, depth + 1));
        INNER.forEach(name -> member(error, name).ifPresent(inner -> collect(inner, codes, depth + 1)));
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
