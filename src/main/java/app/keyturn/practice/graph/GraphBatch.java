package app.keyturn.practice.graph;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import java.util.Set;
import java.util.function.Function;

/**
 * Several requests in one. The answers come in reverse order, since programs must not rely on any. Only GET is taken,
 * so that no write hides in a batch from those who count writes.
 *
 * <p>Source: Microsoft Learn, "Combine multiple HTTP requests using JSON batching".
 */
final class GraphBatch {
    private static final int MAX_REQUESTS = 20;

    private GraphBatch() {}

    /**
     * Answers a batch.
     *
     * @param batch who asks, and the requests in its body
     * @param version of Graph, which the addresses in a batch do not name
     * @param each answers one request
     */
    static Response handle(Request batch, String version, Function<Request, Response> each) {
        if (!batch.isPost()) {
            throw new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed here.");
        }
        if (!(JsonBody.of(batch, Set.of("requests")).get("requests") instanceof JsonArray parts) || parts.isEmpty()) {
            throw GraphException.badRequest("A batch has from 1 to " + MAX_REQUESTS + " requests.");
        }
        if (parts.size() > MAX_REQUESTS) {
            // Both words as programs that ran into it quote them.
            throw new GraphException(400, "MaximumValueExceeded",
                    "Number of batch request steps exceeds the maximum value of " + MAX_REQUESTS + ".");
        }
        Set<String> ids = new HashSet<>();
        for (JsonElement part : parts) {
            if (!ids.add(text(part, "id").toLowerCase(Locale.ROOT))) {
                throw GraphException.badRequest("An id stands twice.");
            }
        }
        // All are read before the first is answered: a batch that is malformed does nothing at all.
        List<Request> requests = parts.asList().stream().map(part -> request(part, batch, version)).toList();
        List<Response> responses = requests.stream().map(each).toList();
        JsonArray allResponses = new JsonArray();
        for (int at = requests.size() - 1; at >= 0; at--) {
            Response response = responses.get(at);
            allResponses.add(Json.object("id", text(parts.get(at), "id"), "status", response.status(), "headers",
                    response.headers(), "body", JsonParser.parseString(response.body())));
        }
        return PracticeGraph.json(200, Json.object("responses", allResponses));
    }

    private static Request request(JsonElement part, Request batch, String version) {
        JsonObject object = JsonBody.only(part.getAsJsonObject(), Set.of("id", "method", "url", "headers"));
        if (!text(object, "method").equals("GET")) {
            throw GraphException.badRequest("Only GET can be practised in a batch.");
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

    /** Spaces need no escape in here: Microsoft's own examples have them as they are. */
    private static URI relative(String url) {
        try {
            URI address = new URI(url.replace(" ", "%20"));
            if (!address.isAbsolute() && address.getRawAuthority() == null) {
                return address;
            }
        } catch (URISyntaxException broken) {
            // Refused below, as an address that is not relative.
        }
        throw GraphException.badRequest("The url of a request in a batch is relative.");
    }

    private static String text(JsonElement part, String name) {
        if (part instanceof JsonObject object && object.get(name) instanceof JsonPrimitive text && text.isString()
                && !text.getAsString().isBlank()) {
            return text.getAsString();
        }
        throw GraphException.badRequest("A request in a batch has no " + name + " that is a text.");
    }
}
