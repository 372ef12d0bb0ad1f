package app.keyturn.records;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** Reads members of a JSON object that may have been edited by hand. */
final class JsonFields {
    private JsonFields() {}

    /**
     * A required text.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String requiredText(JsonObject json, String name) {
        return text(json, name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** Whether the member exists and is true. */
    static boolean isTrue(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** The object; an empty one if there is none. */
    static JsonObject objectOrEmpty(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
