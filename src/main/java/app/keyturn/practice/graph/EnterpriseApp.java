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
 * @param properties as the directory returns them
 * @param pairs of its connection
 * @param jobs that synchronize it
 * @param unreadable whether the synchronization API answers each of its requests with 500
 */
public record EnterpriseApp(JsonObject properties, StoredPairs pairs, List<PracticeSyncJob> jobs,
        boolean unreadable) {
    private static final JsonArray TAGS = Json.array(
            List.of(new JsonPrimitive("WindowsAzureActiveDirectoryIntegratedApp")));

    /**
     * Creates an application.
     *
     * @param name in the tenant
     * @param publishedName from its publisher
     * @param templateId of the gallery, if it comes from there
     */
    public static EnterpriseApp create(String name, String publishedName, Optional<String> templateId,
            StoredPairs pairs,
            List<PracticeSyncJob> jobs) {
        return new EnterpriseApp(Json.object("id", newId(), "deletedDateTime", null,
                "accountEnabled", true, "appDisplayName", publishedName, "appId", newId(),
                "applicationTemplateId", templateId.orElse(null), "displayName", name, "servicePrincipalType",
                "Application", "tags", TAGS), pairs, jobs, false);
    }

    /** Creates an application without a connection or a job. */
    public static EnterpriseApp unprovisioned(String name) {
        return create(name, name, Optional.empty(), new StoredPairs(), List.of());
    }

    /** Creates an application whose synchronization cannot be read. */
    public static EnterpriseApp unreadable(String name) {
        EnterpriseApp app = unprovisioned(name);
        return new EnterpriseApp(app.properties, app.pairs, app.jobs, true);
    }

    /** IDs are not secret, and thousands from a secure source would take time. */
    private static String newId() {
        Random random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The object id, by which Graph addresses it. */
    public String id() {
        return properties.get("id").getAsString();
    }
}
