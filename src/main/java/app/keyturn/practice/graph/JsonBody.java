package app.keyturn.practice.graph;

import app.keyturn.practice.server.Request;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the body of a request to Graph, and refuses what Graph would not understand. */
final class JsonBody {
    private static final Set<String> CHECK_PROPERTIES = Set.of("credentials", "useSavedCredentials", "templateId",
            "applicationIdentifier");
    private static final Set<String> SAVE_PROPERTIES = Set.of("value");

    private JsonBody() {}

    /** The object in the body, which may have these properties and no others. */
    static JsonObject parse(Request request, Set<String> known) {
        if (request.body().isBlank()) {
            throw GraphException.badRequest("Empty Payload. JSON content expected.");
        }
        if (!request.hasContentType("application/json")) {
            throw new GraphException(415, "BadRequest", "The Content-Type must be application/json.");
        }
        if (!isObject(request.body())) {
            throw GraphException.badRequest("Unable to read JSON request payload.");
        }
        return requireOnly(known, JsonParser.parseString(request.body()).getAsJsonObject());
    }

    /** Returns the object if it has no other properties than these. */
    static JsonObject requireOnly(Set<String> known, JsonObject object) {
        object.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw GraphException.badRequest("The property '" + name + "' does not exist on this type.");
        });
        return object;
    }

    /** Whether a check is of the stored credentials, and those in the body are ignored. */
    static boolean useSavedCredentials(Request check) {
        JsonElement value = parse(check, CHECK_PROPERTIES).get("useSavedCredentials");
        if (value == null || value.isJsonNull()) {
            return false;
        }
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
            throw GraphException.badRequest("useSavedCredentials is not a Boolean.");
        }
        return primitive.getAsBoolean();
    }

    /** The credentials that a check sends, in their order. */
    static Map<String, String> credentials(Request check) {
        return pairs(parse(check, CHECK_PROPERTIES), "credentials");
    }

    /** The secrets that a PUT sends, in their order. */
    static Map<String, String> secrets(Request put) {
        return pairs(parse(put, SAVE_PROPERTIES), "value");
    }

    private static Map<String, String> pairs(JsonObject body, String property) {
        JsonElement list = body.get(property);
        if (list == null || !list.isJsonArray()) {
            throw GraphException.badRequest("The property '" + property + "' is missing.");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonElement pair : list.getAsJsonArray()) {
            String key = text(pair, "key");
            if (key.isEmpty() || pairs.put(key, text(pair, "value")) != null) {
                throw GraphException.badRequest("A key is empty or not unique.");
            }
        }
        if (pairs.containsKey("SyncNotificationSettings") && !isObject(pairs.get("SyncNotificationSettings"))) {
            throw GraphException.jsonInMessage("InvalidNotificationSettings", "");
        }
        return pairs;
    }

    private static String text(JsonElement pair, String name) {
        if (pair instanceof JsonObject object && object.keySet().equals(Set.of("key", "value"))
                && object.get(name) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw GraphException.badRequest("A pair has no string " + name + ".");
    }

    private static boolean isObject(String text) {
        try {
            return JsonParser.parseString(text).isJsonObject();
        } catch (JsonParseException invalid) {
            return false;
        }
    }
}
