package app.keyturn.practice.graph;

import app.keyturn.practice.server.Json;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An application in the tenant, which Graph calls a service principal.
 *
 * @param properties as the directory shows them
 * @param pairs its connection
 * @param jobs that synchronize it
 */
public record EnterpriseApp(JsonObject properties, StoredPairs pairs, List<PracticeSyncJob> jobs) {
    private static final JsonArray TAGS = Json.array(
            List.of(new JsonPrimitive("WindowsAzureActiveDirectoryIntegratedApp")));

    /**
     * An application.
     *
     * @param name as the tenant calls it
     * @param original as whoever published it called it
     * @param templateId of the gallery, if it comes from there
     */
    public static EnterpriseApp create(String name, String original, Optional<String> templateId, StoredPairs pairs,
            List<PracticeSyncJob> jobs) {
        return new EnterpriseApp(Json.object("id", newId(), "deletedDateTime", null,
                "accountEnabled", true, "appDisplayName", original, "appId", newId(),
                "applicationTemplateId", templateId.orElse(null), "displayName", name, "servicePrincipalType",
                "Application", "tags", TAGS), pairs, jobs);
    }

    /** One that nothing synchronizes. */
    public static EnterpriseApp unprovisioned(String name) {
        return create(name, name, Optional.empty(), new StoredPairs(), List.of());
    }

    /** Nothing secret, so it need not be unguessable; thousands of those would take their time. */
    private static String newId() {
        Random random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    String id() {
        return properties.get("id").getAsString();
    }
}
