package app.keyturn.practice.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes JSON as the services do: with nulls, and without HTML escapes. */
public final class Json {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    /** An object from alternating names and values. */
    public static JsonObject object(@Nullable Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(String.valueOf(namesAndValues[i]), element(namesAndValues[i + 1]));
        }
        return object;
    }

    /** Strings bypass the reflective conversion: a tenant has thousands of applications, made of little else. */
    private static JsonElement element(@Nullable Object value) {
        return value instanceof String text ? new JsonPrimitive(text) : GSON.toJsonTree(value);
    }

    /** An array of these elements. */
    public static JsonArray array(Collection<? extends JsonElement> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    /** The JSON text. */
    public static String text(JsonElement element) {
        return GSON.toJson(element);
    }
}
