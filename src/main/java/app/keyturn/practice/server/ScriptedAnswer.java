package app.keyturn.practice.server;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * An answer in place of the usual one.
 *
 * @param writer of the answer
 * @param effective whether the operation nevertheless took effect: a PUT that is stored, but answered with 503
 */
public record ScriptedAnswer(Writer writer, boolean effective) {
    /** Writes an error as the service would: Graph's and OAuth's differ. */
    public interface ErrorFormat {
        Response error(int status, String code, String message);
    }

    /** Writes an answer. */
    public interface Writer {
        Response write(ErrorFormat format, Instant now);
    }

    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Our services aren't available right now"
            + "</h1></body></html>";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** An error with a code, as the service writes it. Both texts may be empty. */
    public static ScriptedAnswer error(int status, String code, String message) {
        return new ScriptedAnswer((format, now) -> format.error(status, code, message), false);
    }

    /** The service is unwell: 503, as Microsoft Learn, "Microsoft Graph error responses and resource types". */
    public static ScriptedAnswer unavailable() {
        return error(503, "serviceNotAvailable", "The service is temporarily unavailable.");
    }

    /** Throttled. Source: Microsoft Learn, "Microsoft Graph throttling guidance". */
    public static ScriptedAnswer tooManyRequests(Duration wait) {
        return error(429, "TooManyRequests", "Too many requests. Please try again later.").retryAfter(wait);
    }

    /** The 401 without a text that means a missing role, or nothing in particular. */
    public static ScriptedAnswer unexplained401() {
        return error(401, "UnknownError", "");
    }

    /** 403, as for a missing permission. */
    public static ScriptedAnswer forbidden() {
        return error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** A status and nothing else. */
    public static ScriptedAnswer bare(int status) {
        return exactly(Response.empty(status));
    }

    /** A page for people, as proxies and gateways send it. */
    public static ScriptedAnswer html(int status) {
        return exactly(Response.of(status, "text/html; charset=utf-8", PAGE));
    }

    /** JSON with this text as its body, however broken. */
    public static ScriptedAnswer json(int status, String text) {
        return exactly(Response.of(status, "application/json; charset=utf-8", text));
    }

    /** The connection is closed without an answer. */
    public static ScriptedAnswer closed() {
        return exactly(Response.CLOSED);
    }

    /** There is no answer until the client closes the connection, or the practice world is closed. */
    public static ScriptedAnswer hanging() {
        return exactly(Response.HANGING);
    }

    private static ScriptedAnswer exactly(Response response) {
        return new ScriptedAnswer((format, now) -> response, false);
    }

    /** The same answer, but the operation took effect. */
    public ScriptedAnswer afterEffect() {
        return new ScriptedAnswer(writer, true);
    }

    /** The same answer, which asks to wait: {@code Retry-After} in seconds. */
    public ScriptedAnswer retryAfter(Duration wait) {
        return changed((response, now) -> response.with("Retry-After", Long.toString(wait.toSeconds())));
    }

    /** The same answer, which asks to wait: {@code Retry-After} as a date. */
    public ScriptedAnswer retryAfterDate(Duration wait) {
        return changed((response, now) -> response.with("Retry-After", HTTP_DATE.format(now.plus(wait))));
    }

    private ScriptedAnswer changed(BiFunction<Response, Instant, Response> change) {
        return new ScriptedAnswer((format, now) -> change.apply(writer.write(format, now), now), effective);
    }
}
