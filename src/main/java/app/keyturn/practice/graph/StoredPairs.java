package app.keyturn.practice.graph;

import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.server.Json;
import com.google.gson.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The connection pairs of one application, which Graph calls secrets. Values are never parsed. */
public final class StoredPairs {
    /** Returned in place of a secret value. */
    public static final String MASK = "*";
    private static final Set<String> SECRET = Set.of("SecretToken", "Password", "ClientSecret", "AppKey",
            "ConsumerSecret", "TokenKey", "Oauth2AccessToken", "Oauth2RefreshToken", "Oauth2ClientSecret");

    private final Map<String, String> pairs = new LinkedHashMap<>();
    private Map<String, String> previousPairs = Map.of();
    private Instant visibleFrom = Instant.MIN;

    /** Adds or replaces pairs; an empty value removes a pair. */
    public void merge(Map<String, String> sent) {
        pairs.putAll(sent);
        pairs.values().removeIf(String::isEmpty);
    }

    /** Processes a PUT; reads show the previous pairs until {@code visibleAfter} has passed. */
    void save(Map<String, String> sent, SaveMode mode, Instant now, Duration visibleAfter) {
        previousPairs = new LinkedHashMap<>(visible(now));
        visibleFrom = now.plus(visibleAfter);
        if (mode == SaveMode.REPLACE) {
            pairs.clear();
        }
        merge(sent);
    }

    private Map<String, String> visible(Instant now) {
        return now.isBefore(visibleFrom) ? previousPairs : pairs;
    }

    /** The pairs as GET returns them. */
    JsonArray masked(Instant now) {
        JsonArray array = new JsonArray();
        visible(now).forEach((key, value) -> array
                .add(Json.object("key", key, "value", SECRET.contains(key) ? MASK : value)));
        return array;
    }

    /** A copy of the pairs with their secret values. */
    public Map<String, String> unmasked() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }
}
