package app.keyturn.practice.graph;

import app.keyturn.practice.server.Request;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the bodies that carry credentials, and refuses those that Graph would not understand. */
final class SecretsBody {
    private static final Set<String> CHECK = Set.of("credentials", "useSavedCredentials", "templateId",
            "applicationIdentifier");
    private static final Set<String> SAVE = Set.of("value");

    private SecretsBody() {}

    /** Whether the stored credentials are to be tried, and those in the body ignored. */
    static boolean useSavedCredentials(Request request) {
        JsonElement wanted = JsonBody.of(request, CHECK).get("useSavedCredentials");
        if (wanted == null || wanted.isJsonNull()) {
            return false;
        }
        if (!(wanted instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
            throw GraphException.badRequest("useSavedCredentials is not a Boolean.");
        }
        return primitive.getAsBoolean();
    }

    /** The pairs in the named property, in their order. */
    static Map<String, String> pairs(Request request, String property) {
        JsonElement list = JsonBody.of(request, SAVE.contains(property) ? SAVE : CHECK).get(property);
        if (list == null || !list.isJsonArray()) {
            throw GraphException.badRequest("The property '" + property + "' is missing.");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonElement pair : list.getAsJsonArray()) {
            String key = text(pair, "key");
            if (key.isEmpty() || pairs.put(key, text(pair, "value")) != null) {
                throw GraphException.badRequest("A key is empty or stands twice.");
            }
        }
        if (pairs.containsKey("SyncNotificationSettings")
                && !JsonBody.isObject(pairs.get("SyncNotificationSettings"))) {
            throw GraphException.jsonInMessage("InvalidNotificationSettings", "");
        }
        return pairs;
    }

    private static String text(JsonElement pair, String name) {
        if (pair instanceof JsonObject object && object.keySet().equals(Set.of("key", "value"))
                && object.get(name) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw GraphException.badRequest("A pair has no " + name + " that is a text.");
    }
}
