package app.keyturn.practice;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An application in the tenant, which Graph calls a service principal.
 *
 * @param facts as the directory shows them
 * @param pairs its connection
 * @param jobs that synchronize it
 */
record EnterpriseApp(JsonObject facts, StoredPairs pairs, List<SyncJob> jobs) {
    /**
     * An application.
     *
     * @param name as the tenant calls it
     * @param original as whoever published it called it
     * @param templateId of the gallery, if it comes from there
     */
    static EnterpriseApp named(String name, String original, Optional<String> templateId, StoredPairs pairs,
            List<SyncJob> jobs) {
        return new EnterpriseApp(Json.object("id", UUID.randomUUID().toString(), "deletedDateTime", null,
                "accountEnabled", true, "appDisplayName", original, "appId", UUID.randomUUID().toString(),
                "applicationTemplateId", templateId.orElse(null), "displayName", name, "servicePrincipalType",
                "Application", "tags", List.of("WindowsAzureActiveDirectoryIntegratedApp")), pairs, jobs);
    }

    /** One that nothing synchronizes. */
    static EnterpriseApp bare(String name) {
        return named(name, name, Optional.empty(), new StoredPairs(), List.of());
    }

    String id() {
        return facts.get("id").getAsString();
    }
}
