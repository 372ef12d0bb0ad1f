package app.keyturn.practice.graph;

import app.keyturn.practice.server.Request;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Set;

/** Reads the body of a request to Graph, and refuses what Graph would not understand. */
final class JsonBody {
    private JsonBody() {}

    /** The object in the body, which may have these properties and no others. */
    static JsonObject of(Request request, Set<String> known) {
        if (request.body().isBlank()) {
            throw GraphException.badRequest("Empty Payload. JSON content expected.");
        }
        if (!request.hasContentType("application/json")) {
            throw new GraphException(415, "BadRequest", "The Content-Type must be application/json.");
        }
        if (!isObject(request.body())) {
            throw GraphException.badRequest("Unable to read JSON request payload.");
        }
        return only(JsonParser.parseString(request.body()).getAsJsonObject(), known);
    }

    /** The same object, if it has no other properties than these. */
    static JsonObject only(JsonObject object, Set<String> known) {
        object.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw GraphException.badRequest("The property '" + name + "' does not exist on this type.");
        });
        return object;
    }

    static boolean isObject(String text) {
        try {
            return JsonParser.parseString(text).isJsonObject();
        } catch (JsonParseException broken) {
            return false;
        }
    }
}
