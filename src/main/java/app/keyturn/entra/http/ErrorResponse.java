package app.keyturn.entra.http;

import app.keyturn.renewal.Diagnostics;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;

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
 * @param message what its messages say
 */
public record ErrorResponse(int status, List<String> codes, boolean webPage, Optional<String> requestId,
        Optional<String> correlationId, Optional<Duration> retryAfter, ErrorMessage message) {
    private static final int DEEPEST = 5;
    /** Microsoft Graph's spelling, and the standard's (OData JSON Format 4.01, 21.1 "Single Error Response"). */
    private static final List<String> INNER = List.of("innerError", "innererror");
    /** More digits would overflow. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern HTTP_DATE = Pattern.compile("[\\x20-\\x7e]{1,64}");
    /** The innermost code of a 429 can be the status once more: Microsoft Learn, "Microsoft Graph throttling guidance". */
    private static final Pattern STATUS_AS_CODE = Pattern.compile("\\d*\\s*");
    /** Codes of a 401 that mean the sign-in has ended. */
    private static final Set<String> SIGN_IN_ENDED = Set.of("InvalidAuthenticationToken",
            "Authentication_ExpiredToken", "TokenCreatedWithOutdatedPolicies");
    /** Microsoft wants a newer sign-in: Microsoft Learn, "Microsoft Graph error responses and resource types". */
    private static final String NEWER_SIGN_IN = "insufficient_claims";

    public ErrorResponse {
        codes = List.copyOf(codes);
    }

    /** Reads a response with any body: JSON, a web page, text or none. */
    public static ErrorResponse of(Response response) throws IOException {
        String text = response.body().string();
        return of(response.code(), Objects.requireNonNullElse(response.header("Content-Type"), ""), text,
                name -> Optional.ofNullable(response.header(name))
                        .or(() -> name.equals("Date") ? Optional.of(received(response)) : Optional.empty()));
    }

    /** When a response without a date was received, by this computer's clock. */
    private static String received(Response response) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(Instant.ofEpochMilli(response.receivedResponseAtMillis()).atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads a response that came inside another one.
     *
     * @param headers gives the value of a header
     */
    public static ErrorResponse of(int status, String type, String text, Function<String, Optional<String>> headers) {
        Facts facts = new Facts();
        object(text).ifPresent(json -> {
            facts.collect(member(json, "error").orElse(json), 0);
            text(json, "error").ifPresent(facts.codes::add);
        });
        boolean webPage = type.toLowerCase(Locale.ROOT).contains("html") || text.stripLeading().startsWith("<");
        return new ErrorResponse(status, facts.codes, webPage, headers.apply("request-id").or(() -> facts.requestId),
                headers.apply("client-request-id").or(() -> facts.correlationId),
                headers.apply("Retry-After").flatMap(wait -> pause(wait.strip(), headers.apply("Date"))),
                ErrorMessage.of(facts.messages));
    }

    /**
     * A pause in seconds, or until a date (RFC 9110, section 10.2.3). The date is compared with the sender's clock, since
     * this computer's may be wrong.
     */
    private static Optional<Duration> pause(String retryAfter, Optional<String> date) {
        return SECONDS.matcher(retryAfter).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : httpDate(retryAfter).flatMap(end -> date.flatMap(ErrorResponse::httpDate)
                        .map(now -> Duration.between(now, end))
                        .filter(Duration::isPositive));
    }

    private static Optional<Instant> httpDate(String text) {
        return HTTP_DATE.matcher(text).matches()
                ? Optional.ofNullable(Headers.of("Date", text).getInstant("Date"))
                : Optional.empty();
    }

    /** A successful response whose body cannot be read. */
    public static ErrorResponse unreadable(Headers headers) {
        return of(200, "", "", name -> Optional.ofNullable(headers.get(name)));
    }

    /** True if Microsoft's service has a trouble that may pass, so that the same request may succeed later. */
    public boolean isTransient() {
        return status == 408 || status == 429
                || (status >= 500 && status != 501 && status != 511 && !isSettingUnknown());
    }

    /**
     * True if nothing was done because there were too many requests. 509: Microsoft Learn, "Microsoft Graph error
     * responses and resource types".
     */
    public boolean isTooManyRequests() {
        return status == 429 || status == 509;
    }

    /** True if something else answered in Microsoft's place, or if the answer cannot be read. */
    public boolean isStrange() {
        // 511: the network requires its own sign-in (RFC 6585, 6).
        return status < 400 || status == 511 || (webPage && status < 500 && !isTransient());
    }

    /** True if the sign-in has ended, or a newer one is wanted. */
    public boolean isSignInEnded() {
        return (status == 401 && codes.stream().anyMatch(SIGN_IN_ENDED::contains))
                || ((status == 401 || status == 403) && codes.contains(NEWER_SIGN_IN));
    }

    /** True if this account seems not to be allowed to do this, without a better reason. */
    public boolean isDenied() {
        return (status == 401 || status == 403) && !webPage && !isSignInEnded();
    }

    /** True if Microsoft does not understand one of the app's settings, which no repeat changes. */
    public boolean isSettingUnknown() {
        return message.valueNotFound() && (status == 400 || status == 500);
    }

    /** The technical part of a problem. */
    public Diagnostics details(Instant at) {
        return new Diagnostics(at, OptionalInt.of(status), codes.stream().findFirst(), requestId, correlationId);
    }

    /** What is found in an error and the errors inside it. */
    private static final class Facts {
        private final List<String> codes = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private Optional<String> requestId = Optional.empty();
        private Optional<String> correlationId = Optional.empty();

        /** Collects the innermost first. */
        void collect(JsonObject error, int depth) {
            if (depth == DEEPEST) {
                return;
            }
            Optional<String> message = text(error, "message");
            Optional<JsonObject> inMessage = message.flatMap(ErrorResponse::object);
            inMessage.ifPresent(inner -> collect(member(inner, "error").orElse(inner), depth + 1));
            INNER.forEach(name -> member(error, name).ifPresent(inner -> collect(inner, depth + 1)));
            text(error, "code").filter(code -> !STATUS_AS_CODE.matcher(code).matches()).ifPresent(codes::add);
            message.filter(_ -> inMessage.isEmpty()).ifPresent(messages::add);
            requestId = requestId.or(() -> text(error, "request-id"));
            correlationId = correlationId.or(() -> text(error, "client-request-id"));
        }
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
