package app.keyturn.practice.graph;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Several requests in one. The responses come in reverse order, because programs must not rely on any. Only GET is
 * accepted, so that no write in a batch escapes the count of writes.
 *
 * <p>Source: Microsoft Learn, "Combine multiple HTTP requests using JSON batching".
 */
final class GraphBatch {
    private static final int MAX_REQUESTS = 20;

    private GraphBatch() {}

    /**
     * Handles a batch.
     *
     * @param batch the request with the others in its body
     * @param version of Graph, which the addresses in a batch do not contain
     * @param handler of a single request
     */
    static Response handle(Request batch, String version, Function<Request, Response> handler) {
        if (!batch.isPost()) {
            throw new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed here.");
        }
        if (!(JsonBody.parse(batch, Set.of("requests")).get("requests") instanceof JsonArray parts)
                || parts.isEmpty()) {
            throw GraphException.badRequest("A batch has from 1 to " + MAX_REQUESTS + " requests.");
        }
        if (parts.size() > MAX_REQUESTS) {
            // Code and message as quoted by programs that exceeded the limit.
            throw new GraphException(400, "MaximumValueExceeded",
                    "Number of batch request steps exceeds the maximum value of " + MAX_REQUESTS + ".");
        }
        Set<String> ids = new HashSet<>();
        for (JsonElement part : parts) {
            if (!ids.add(text(part, "id").toLowerCase(Locale.ROOT))) {
                throw GraphException.badRequest("An id is not unique.");
            }
        }
        // All are read before the first is handled: a malformed batch has no effect.
        List<Request> requests = parts.asList().stream().map(part -> request(part, batch, version)).toList();
        List<Response> responses = requests.stream().map(handler).toList();
        Optional<Response> unsent = responses.stream().filter(response -> !response.isSent()).findFirst();
        if (unsent.isPresent()) {
            // One request without an answer keeps all of them waiting.
            return unsent.get();
        }
        JsonArray responseArray = new JsonArray();
        for (int i = requests.size() - 1; i >= 0; i--) {
            Response response = responses.get(i);
            responseArray.add(Json.object("id", text(parts.get(i), "id"), "status", response.status(), "headers",
                    response.headers(), "body", body(response)));
        }
        return PracticeGraph.json(200, Json.object("responses", responseArray));
    }

    /** A body that is not JSON is a string here. */
    private static JsonElement body(Response response) {
        try {
            return JsonParser.parseString(response.body());
        } catch (JsonParseException notJson) {
            return new JsonPrimitive(response.body());
        }
    }

    private static Request request(JsonElement part, Request batch, String version) {
        JsonObject object = JsonBody.requireOnly(Set.of("id", "method", "url", "headers"), part.getAsJsonObject());
        if (!text(object, "method").equals("GET")) {
            throw GraphException.badRequest("Practice mode supports only GET in a batch.");
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("client-request-id", batch.header("client-request-id"));
        if (object.get("headers") instanceof JsonObject more) {
            more.keySet().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), text(more, name)));
        }
        headers.put("authorization", batch.header("Authorization"));
        URI address = relative(text(object, "url"));
        String path = address.getPath().startsWith("/") ? address.getPath() : "/" + address.getPath();
        return new Request("GET", "/" + version + path, Objects.requireNonNullElse(address.getRawQuery(), ""), headers,
                "");
    }

    /** Spaces need no escape here: Microsoft's own examples contain them. */
    private static URI relative(String url) {
        try {
            URI address = new URI(url.replace(" ", "%20"));
            if (!address.isAbsolute() && address.getRawAuthority() == null) {
                return address;
            }
        } catch (URISyntaxException invalid) {
            // Refused below, like an address that is not relative.
        }
        throw GraphException.badRequest("The url of a request in a batch must be relative.");
    }

    private static String text(JsonElement part, String name) {
        if (part instanceof JsonObject object && object.get(name) instanceof JsonPrimitive text && text.isString()
                && !text.getAsString().isBlank()) {
            return text.getAsString();
        }
        throw GraphException.badRequest("A request in a batch has no string " + name + ".");
    }
}
