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
 * @param job that synchronizes it, if any
 */
record EnterpriseApp(JsonObject facts, StoredPairs pairs, Optional<SyncJob> job) {
    static EnterpriseApp named(String name, Optional<String> templateId, Optional<SyncJob> job) {
        return new EnterpriseApp(Json.object("id", UUID.randomUUID().toString(), "deletedDateTime", null,
                "accountEnabled", true, "appDisplayName", name, "appId", UUID.randomUUID().toString(),
                "applicationTemplateId", templateId.orElse(null), "displayName", name, "servicePrincipalType",
                "Application", "tags", List.of("WindowsAzureActiveDirectoryIntegratedApp")), new StoredPairs(), job);
    }

    String id() {
        return facts.get("id").getAsString();
    }
}
