package app.keyturn.practice.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.Response;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** An error response, with the codes and texts that Graph uses. */
final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Bearer realm=\"\", authorization_uri=\"" + PracticeHost.LOGIN.origin()
            + "/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"";

    private final int status;
    private final String code;
    private final String innerCode;
    private final String innerMessage;
    private final String header;
    private final String headerValue;

    private GraphException(int status, String code, String message, String innerCode, String innerMessage,
            String header, String headerValue) {
        super(message);
        this.status = status;
        this.code = code;
        this.innerCode = innerCode;
        this.innerMessage = innerMessage;
        this.header = header;
        this.headerValue = headerValue;
    }

    GraphException(int status, String code, String message) {
        this(status, code, message, "", "", "", "");
    }

    /** Adds a second error inside. */
    GraphException withInner(String errorCode, String errorMessage) {
        return new GraphException(status, code, message(), errorCode, errorMessage, header, headerValue);
    }

    private GraphException withHeader(String name, String value) {
        return new GraphException(status, code, message(), innerCode, innerMessage, name, value);
    }

    static GraphException invalidToken(String message) {
        return new GraphException(401, "InvalidAuthenticationToken", message).withHeader("WWW-Authenticate", CHALLENGE);
    }

    static GraphException tokenExpired() {
        return invalidToken("Lifetime validation failed, the token is expired.");
    }

    /**
     * A token that worked until its session was ended. Sources: Microsoft Learn, "Claims challenges, claims
     * requests, and client capabilities", and the header that the tests of Microsoft's own client libraries quote.
     *
     * @param since when it ended: only later tokens work
     */
    static GraphException sessionRevoked(Instant since) {
        String reason = "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                + "TokenIssuedBeforeRevocationTimestamp";
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true, \"value\":\"" + since.getEpochSecond()
                + "\"}}}";
        return invalidToken(reason).withHeader("WWW-Authenticate", CHALLENGE + ", error_description=\"" + reason
                + "\", error=\"insufficient_claims\", claims=\""
                + Base64.getEncoder().encodeToString(claims.getBytes(UTF_8)) + "\"");
    }

    static GraphException forbidden() {
        return new GraphException(403, "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.");
    }

    static GraphException unknownSegment(String segment) {
        return new GraphException(404, "ResourceNotFound", "Resource not found for the segment '" + segment + "'.");
    }

    static GraphException badRequest(String message) {
        return new GraphException(400, "BadRequest", message);
    }

    static GraphException unsupported(String message) {
        return new GraphException(400, "Request_UnsupportedQuery", message);
    }

    static GraphException internalError() {
        return new GraphException(500, "InternalError", "An internal error has occurred.");
    }

    /** A key that the service cannot parse, as administrators' reports quote the answer. */
    static GraphException unknownKey(String key) {
        return new GraphException(500, "InternalError", "Requested value '" + key + "' was not found.");
    }

    static GraphException notFound(String id) {
        return new GraphException(404, "Request_ResourceNotFound", "Resource '" + id
                + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** All that the sync API returns to an account without the role, or a program without the permission. */
    static GraphException syncUnauthorized() {
        return new GraphException(401, "UnknownError", "");
    }

    /** An error whose message is a JSON text that contains the real error, as the sync API writes it. */
    static GraphException jsonInMessage(String code, String message) {
        return new GraphException(400, "UnknownError", """
                {
                  "error":{
                    "code":%s,"message":%s,"target":null,"details":[
                     \s
                    ],"innerError":null
                  }
                }""".formatted(quoted(code), message.isEmpty() ? "null" : quoted(message)).replace("\n", "\r\n"));
    }

    private static String quoted(String text) {
        return Json.text(new JsonPrimitive(text));
    }

    private String message() {
        return Optional.ofNullable(getMessage()).orElse("");
    }

    Response toResponse(String date, String requestId, String clientRequestId) {
        var inner = Json.object("date", date, "request-id", requestId, "client-request-id", clientRequestId);
        if (!innerCode.isEmpty()) {
            inner.addProperty("code", innerCode);
            inner.addProperty("message", innerMessage);
        }
        Response response = PracticeGraph.json(status,
                Json.object("error", Json.object("code", code, "message", message(), "innerError", inner)));
        return header.isEmpty() ? response : response.with(header, headerValue);
    }
}
