package app.keyturn.records;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** The members of a JSON object that somebody may have changed by hand. */
final class JsonFields {
    private JsonFields() {}

    /**
     * A text that has to be there.
     *
     * @throws IllegalArgumentException if it is not
     */
    static String needed(JsonObject json, String name) {
        return text(json, name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** A text that may be there. */
    static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** True if it is there, and says so. */
    static boolean isTrue(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** An object that may be there; an empty one in its place. */
    static JsonObject object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
