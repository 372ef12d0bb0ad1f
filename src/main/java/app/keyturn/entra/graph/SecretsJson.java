package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.Credentials;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/**
 * An app's connection as JSON. The Graph SDK's model was not chosen: its keys are an enum, so an unknown key is read as
 * {@code null} and would be written as such.
 */
public final class SecretsJson {
    private static final String MASK = "*";

    private SecretsJson() {}

    /**
     * Parses the response to {@code GET .../synchronization/secrets}. A pair without a value does not count. Numbers
     * and booleans become the text they were written as.
     *
     * @throws JsonParseException if it is anything else: what cannot be sent back unchanged must not be overwritten
     */
    public static Connection read(String json) {
        return read(JsonParser.parseString(json));
    }

    /** Parses a response that is JSON already. */
    public static Connection read(JsonElement json) {
        List<ConnectionPair> pairs = new ArrayList<>();
        for (JsonElement element : array(json)) {
            if (!element.isJsonObject()) {
                throw new JsonParseException("A pair is an object");
            }
            JsonElement key = element.getAsJsonObject().get("key");
            JsonElement value = element.getAsJsonObject().get("value");
            if (key == null || !key.isJsonPrimitive()) {
                throw new JsonParseException("A pair has a key");
            }
            if (value != null && !value.isJsonNull()) {
                if (!value.isJsonPrimitive()) {
                    throw new JsonParseException("A value is a text");
                }
                pairs.add(new ConnectionPair(key.getAsString(), value.getAsString()));
            }
        }
        return new Connection(pairs);
    }

    /** The body of {@code PUT .../synchronization/secrets}. */
    static byte[] save(Credentials credentials) {
        JsonObject body = new JsonObject();
        body.add("value", pairs(credentials));
        return bytes(body);
    }

    /** The body of {@code POST .../validateCredentials} for credentials that are not saved. */
    static byte[] test(Credentials credentials) {
        JsonObject body = new JsonObject();
        body.addProperty("useSavedCredentials", false);
        body.add("credentials", pairs(credentials));
        return bytes(body);
    }

    /** The body of {@code POST .../validateCredentials} for the saved ones. */
    static byte[] testSaved() {
        JsonObject body = new JsonObject();
        body.addProperty("useSavedCredentials", true);
        return bytes(body);
    }

    private static JsonArray pairs(Credentials credentials) {
        JsonArray pairs = new JsonArray();
        credentials.readable().forEach(pair -> pairs.add(pair(pair.key(), pair.value())));
        pairs.add(pair(ConnectionPair.SECRET_TOKEN, credentials.token().reveal()));
        return pairs;
    }

    private static JsonObject pair(String key, String value) {
        if (value.equals(MASK)) {
            throw new IllegalArgumentException("A mask must never be written");
        }
        JsonObject pair = new JsonObject();
        pair.addProperty("key", key);
        pair.addProperty("value", value);
        return pair;
    }

    private static JsonArray array(JsonElement json) {
        JsonElement value = json.isJsonObject() ? json.getAsJsonObject().get("value") : null;
        if (value == null || !value.isJsonArray()) {
            throw new JsonParseException("A collection has an array of values");
        }
        return value.getAsJsonArray();
    }

    private static byte[] bytes(JsonObject body) {
        return body.toString().getBytes(UTF_8);
    }
}
