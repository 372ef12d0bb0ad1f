package app.keyturn.practice.graph;

import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.Switches;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The connection pairs of one application, which Graph calls secrets. Values are never parsed, except where a switch
 * says that the service rewrites JSON.
 */
public final class StoredPairs {
    /** Returned in place of a secret value. */
    public static final String MASK = "*";
    static final String NOTIFICATION_SETTINGS = "SyncNotificationSettings";
    private static final Set<String> SECRET = Set.of("SecretToken", "Password", "ClientSecret", "AppKey",
            "ConsumerSecret", "TokenKey", "Oauth2AccessToken", "Oauth2RefreshToken", "Oauth2ClientSecret");

    /** Values that some part of the service still uses until a time. */
    private record Stale(Map<String, String> pairs, Instant until) {
        private static final Stale NONE = new Stale(Map.of(), Instant.MIN);

        private Map<String, String> or(Map<String, String> current, Instant now) {
            return now.isBefore(until) ? pairs : current;
        }
    }

    private final Map<String, String> pairs = new LinkedHashMap<>();
    private Stale forReads = Stale.NONE;
    private Stale forTests = Stale.NONE;
    private int reads;

    /** Adds or replaces pairs; an empty value removes a pair. */
    public void merge(Map<String, String> sent) {
        pairs.putAll(sent);
        pairs.values().removeIf(String::isEmpty);
    }

    /** Processes a PUT; a part of the service may use the previous pairs for some time. Saving the same is no change. */
    void save(Map<String, String> sent, Switches switches, Instant now) {
        Map<String, String> before = unmasked();
        Map<String, String> readable = forReads.or(before, now);
        Map<String, String> effective = effective(now);
        if (switches.get(GraphSettings.SAVE_MODE) == SaveMode.REPLACE) {
            pairs.clear();
        }
        merge(sent);
        if (switches.get(GraphSettings.REWRITES_JSON)) {
            pairs.computeIfPresent(NOTIFICATION_SETTINGS, (key, value) -> rewritten(value));
        }
        if (!pairs.equals(before)) {
            forReads = new Stale(readable, now.plus(switches.get(GraphSettings.VISIBLE_AFTER)));
            forTests = new Stale(effective, now.plus(switches.get(GraphSettings.EFFECTIVE_AFTER)));
        }
    }

    void clear() {
        pairs.clear();
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    private static String rewritten(String json) {
        JsonObject sorted = new JsonObject();
        new TreeMap<>(JsonParser.parseString(json).getAsJsonObject().asMap()).forEach(sorted::add);
        return Json.text(sorted);
    }

    /** The pairs as GET returns them. */
    JsonArray masked(Switches switches, Instant now) {
        reads++;
        boolean flapped = switches.get(GraphSettings.READS_FLAP) && reads % 2 != 0;
        Map<String, String> shown = new LinkedHashMap<>(flapped ? pairs : forReads.or(pairs, now));
        switches.get(GraphSettings.SHOWN_EMPTY).forEach(key -> shown.putIfAbsent(key, ""));
        Map<String, String> names = switches.get(GraphSettings.KEYS_SHOWN_AS);
        JsonArray array = new JsonArray();
        shown.forEach((key, value) -> array.add(Json.object("key", names.getOrDefault(key, key), "value",
                isSecret(key) && !value.isEmpty() ? MASK : value)));
        return array;
    }

    static boolean isSecret(String key) {
        return SECRET.contains(key);
    }

    /** The pairs that the test of the saved credentials, and the sync, use. */
    public Map<String, String> effective(Instant now) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(forTests.or(pairs, now)));
    }

    /** A copy of the pairs with their secret values. */
    public Map<String, String> unmasked() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }
}
