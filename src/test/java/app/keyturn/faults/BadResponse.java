package app.keyturn.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * A faulty answer in place of Microsoft's. The envelopes have been seen in the wild: Microsoft Learn, "Microsoft Graph
 * error responses and resource types"; github.com/microsoftgraph/msgraph-metadata/issues/347 for JSON inside a message;
 * microsoft-graph-docs-contrib/issues/8800 for the 401 that means a missing role; RFC 6749, section 5.2, for OAuth's.
 *
 * @param status HTTP status
 * @param type of the body; empty if there is none
 * @param body as text
 * @param headers other headers
 */
record BadResponse(int status, String type, String body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Welcome to the guest network</h1></body></html>";
    private static final String REJECTED = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";

    /** The answer to an operation; empty if the fault is not an answer. */
    static Optional<BadResponse> of(Fault fault, Operation operation) {
        boolean oauth = operation == Operation.TOKEN;
        return Optional.ofNullable(switch (fault) {
            case PLAIN_400 -> json(400, error(code(operation), text(operation), inner()));
            case IN_MESSAGE_400 -> json(400, error("UnknownError", inMessage(code(operation)), inner()));
            case NESTED_400 -> json(400, error("UnknownError", "Bad request", nested(operation)));
            case OAUTH_400 -> json(400, oauth("invalid_grant", "AADSTS53003: Access has been blocked by policies."));
            case EXPIRED_401 -> json(401, error("InvalidAuthenticationToken",
                    "Lifetime validation failed, the token is expired.", inner()));
            case NO_ROLE_401 -> json(401, error("UnknownError", "", inner()));
            case FORBIDDEN_403 -> json(403, oauth
                    ? oauth("invalid_request", "Forbidden.")
                    : error("Authorization_RequestDenied", "Insufficient privileges to complete the operation.",
                            inner()));
            case NOT_FOUND_404 -> json(404, oauth
                    ? oauth("invalid_request", "Not found.")
                    : error("Request_ResourceNotFound", "Resource does not exist.", inner()));
            case CONFLICT_409 -> json(409, oauth
                    ? oauth("invalid_request", "Conflict.")
                    : error("Conflict", "Conflict.", inner()));
            case BUSY_429 -> json(429, error("TooManyRequests", "Please try again later.", inner()))
                    .with("Retry-After", "7");
            case EMPTY_500 -> new BadResponse(500, "", "", Map.of());
            case HTML_502 -> new BadResponse(502, "text/html", PAGE, Map.of());
            case DOWN_503 -> json(503, error("serviceNotAvailable", "The service is unavailable.", inner()));
            case GATEWAY_504, GATEWAY_504_DONE -> json(504, error("UnknownError", "Gateway timeout.", inner()));
            case CAPTIVE_200 -> new BadResponse(200, "text/html", PAGE, Map.of());
            case CUT_JSON -> new BadResponse(200, JSON, "{\"value\":[{\"key\":\"BaseAd", Map.of());
            case UNKNOWN_VALUE -> json(400, oauth
                    ? oauth("future_error", "AADSTS99999999: In the future.")
                    : error("FutureCode", "In the future.", inner()));
            case NO_NAME, REFUSED, UNKNOWN_ISSUER, RESET_UNREAD, RESET_LOST, RESET_DONE, SILENCE_LOST, SILENCE_DONE,
                    HUGE ->
                null;
        });
    }

    /** As sent over the wire. */
    Message message() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!type.isEmpty()) {
            all.put("content-type", type);
        }
        all.put("request-id", "8927006e-edb2-435b-a966-49559c4fd064");
        return new Message("HTTP/1.1 " + status + " ", Map.of(), ByteString.encodeUtf8(body)).with(all);
    }

    /** Overwrites one part of a batch. There, an answer that is not JSON is a string. */
    void applyTo(JsonObject part) {
        part.addProperty("status", status);
        JsonObject all = new JsonObject();
        headers.forEach(all::addProperty);
        if (!type.isEmpty()) {
            all.addProperty("Content-Type", type);
        }
        part.add("headers", all);
        part.add("body", null);
        if (!body.isEmpty()) {
            boolean readable = type.equals(JSON) && body.endsWith("}");
            part.add("body", readable ? JsonParser.parseString(body) : new JsonPrimitive(body));
        }
    }

    /** Microsoft's answer with a value in it that Keyturn does not know. */
    static JsonElement withUnknownValue(Operation operation, JsonElement answer) {
        String text = answer.toString();
        return switch (operation) {
            case JOBS_PART, JOB, WATCH -> JsonParser.parseString(text
                    .replaceAll("\"code\":\"(Quarantine|Active)\"", "\"code\":\"FutureCode\"")
                    .replaceAll("\"state\":\"(Succeeded|Failed)\"", "\"state\":\"FutureState\""));
            case SECRETS, SECRETS_PART, READ_BACK -> {
                JsonObject pair = new JsonObject();
                pair.addProperty("key", "KeyOfTheFuture");
                pair.addProperty("value", "FutureValue");
                if (answer.getAsJsonObject().get("value") instanceof JsonArray pairs && !pairs.isEmpty()) {
                    pairs.add(pair);
                }
                yield answer;
            }
            case LIST_PART -> JsonParser.parseString(
                    text.replace("\"displayName\":", "\"servicePrincipalType\":\"FutureType\",\"displayName\":"));
            case SIGN_IN, TOKEN, LIST, LOOK, BASELINE, TEST, SAVE, TEST_SAVED, START -> answer;
        };
    }

    private BadResponse with(String header, String value) {
        return new BadResponse(status, type, body, Map.of(header, value));
    }

    private static BadResponse json(int status, JsonObject body) {
        return new BadResponse(status, JSON, body.toString(), Map.of());
    }

    /** The error code of a failed test; for other requests the code does not matter. */
    private static String code(Operation operation) {
        return switch (operation) {
            case BASELINE, TEST, TEST_SAVED -> REJECTED;
            case SAVE -> "InvalidNotificationSettings";
            case SIGN_IN, TOKEN, LIST, LIST_PART, LOOK, JOBS_PART, SECRETS_PART, SECRETS, READ_BACK, JOB, START,
                    WATCH ->
                "BadRequest";
        };
    }

    /** A failed test names the status that Microsoft got from Apple. */
    private static String text(Operation operation) {
        return code(operation).equals(REJECTED) ? "Response Status Code: Unauthorized" : "Bad request";
    }

    private static JsonObject error(String code, String message, JsonObject inner) {
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("message", message);
        error.add("innerError", inner);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body;
    }

    private static JsonObject inner() {
        JsonObject inner = new JsonObject();
        inner.addProperty("date", "2026-03-02T09:00:00");
        inner.addProperty("request-id", "8927006e-edb2-435b-a966-49559c4fd064");
        return inner;
    }

    private static JsonObject nested(Operation operation) {
        JsonObject inner = inner();
        inner.addProperty("code", code(operation));
        inner.addProperty("message", text(operation));
        return inner;
    }

    private static String inMessage(String code) {
        return "{\r\n  \"error\":{\r\n    \"code\":\"" + code
                + "\",\"message\":null,\"target\":null,\"details\":[\r\n      \r\n    ],\"innerError\":null\r\n  }\r\n}";
    }

    private static JsonObject oauth(String error, String description) {
        JsonObject body = new JsonObject();
        body.addProperty("error", error);
        body.addProperty("error_description", description);
        return body;
    }
}
