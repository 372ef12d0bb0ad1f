package app.keyturn.journeys;

import java.util.LinkedHashMap;
import java.util.Map;

/** What Microsoft stores, before and after. */
final class StoredPairsView {
    private StoredPairsView() {}

    /** The same pairs in the same order, the token replaced. */
    static Map<String, String> withToken(Map<String, String> pairs, String token) {
        Map<String, String> renewed = new LinkedHashMap<>(pairs);
        renewed.put("SecretToken", token);
        return renewed;
    }
}
