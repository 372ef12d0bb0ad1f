package app.keyturn.practice.graph;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeSettings.SaveMode;
import com.google.gson.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The connection pairs of one application, which Graph calls secrets. Values are never looked into. */
public final class StoredPairs {
    /** What stands for a value that is not shown. */
    public static final String MASK = "*";
    private static final Set<String> SECRET = Set.of("SecretToken", "Password", "ClientSecret", "AppKey",
            "ConsumerSecret", "TokenKey", "Oauth2AccessToken", "Oauth2RefreshToken", "Oauth2ClientSecret");

    private final Map<String, String> pairs = new LinkedHashMap<>();
    private Map<String, String> previousPairs = Map.of();
    private Instant visibleFrom = Instant.MIN;

    /** Lays pairs over those that stand; an empty value takes one away. */
    public void merge(Map<String, String> sent) {
        pairs.putAll(sent);
        pairs.values().removeIf(String::isEmpty);
    }

    /** What a PUT does; until some time later, reading shows what stood before. */
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

    /** What GET shows. */
    JsonArray masked(Instant now) {
        JsonArray shown = new JsonArray();
        visible(now).forEach((key, value) -> shown
                .add(Json.object("key", key, "value", SECRET.contains(key) ? MASK : value)));
        return shown;
    }

    public Map<String, String> unmasked() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }
}
