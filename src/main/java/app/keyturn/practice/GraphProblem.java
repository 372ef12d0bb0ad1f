package app.keyturn.practice;

import java.util.Optional;

/** A request that Graph refuses, with the code and the words that it uses for it. */
final class GraphProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String innerCode;
    private final String innerMessage;

    private GraphProblem(int status, String code, String message, String innerCode, String innerMessage) {
        super(message);
        this.status = status;
        this.code = code;
        this.innerCode = innerCode;
        this.innerMessage = innerMessage;
    }

    GraphProblem(int status, String code, String message) {
        this(status, code, message, "", "");
    }

    /** The same with a second error inside. */
    GraphProblem withInner(String itsCode, String itsMessage) {
        return new GraphProblem(status, code, message(), itsCode, itsMessage);
    }

    static GraphProblem badRequest(String message) {
        return new GraphProblem(400, "BadRequest", message);
    }

    static GraphProblem unsupported(String message) {
        return new GraphProblem(400, "Request_UnsupportedQuery", message);
    }

    static GraphProblem notFound(String id) {
        return new GraphProblem(404, "Request_ResourceNotFound", "Resource '" + id
                + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** An account without the role, or a program without the permission, is told no more than this by the sync API. */
    static GraphProblem syncNotAllowed() {
        return new GraphProblem(401, "UnknownError", "");
    }

    /** An error whose message is a JSON text that holds the real error, as the sync API writes it. */
    static GraphProblem jsonInMessage(String code, String message) {
        return new GraphProblem(400, "UnknownError", """
                {
                  "error":{
                    "code":%s,"message":%s,"target":null,"details":[
                     \s
                    ],"innerError":null
                  }
                }""".formatted(quoted(code), message.isEmpty() ? "null" : quoted(message)).replace("\n", "\r\n"));
    }

    private static String quoted(String text) {
        return Json.text(new com.google.gson.JsonPrimitive(text));
    }

    private String message() {
        return Optional.ofNullable(getMessage()).orElse("");
    }

    Answer answer(String date, String requestId, String clientRequestId) {
        var inner = Json.object("date", date, "request-id", requestId, "client-request-id", clientRequestId);
        if (!innerCode.isEmpty()) {
            inner.addProperty("code", innerCode);
            inner.addProperty("message", innerMessage);
        }
        Answer answer = PracticeGraph.json(status,
                Json.object("error", Json.object("code", code, "message", message(), "innerError", inner)));
        return code.equals("InvalidAuthenticationToken")
                ? answer.with("WWW-Authenticate", "Bearer realm=\"\", authorization_uri=\"" + Site.LOGIN.origin()
                        + "/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"")
                : answer;
    }
}
