package app.keyturn.practice.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.graph.PracticeSyncJob.Cycle;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.Result;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.graph.PracticeSyncJob.Status;
import app.keyturn.practice.server.Json;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as Graph returns it. Source: Microsoft Learn, "synchronizationJob resource type" and its parts. */
final class JobJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String USERS = "User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String NO_TIME = "0001-01-01T00:00:00Z";
    private static final int ACCOUNTS = 412;
    /**
     * Fewer than 5,000 failures cause no quarantine: Microsoft Learn, "Application provisioning in quarantine status".
     */
    private static final int FAILED_ACCOUNTS = 5_208;

    private JobJson() {}

    static JsonObject from(PracticeSyncJob job) {
        State state = job.state();
        Optional<Instant> steadyState = state.lastSuccess().map(Cycle::ended);
        boolean active = state.status() == Status.ACTIVE;
        return Json.object("id", job.id(), "templateId", "scim", "schedule",
                Json.object("expiration", null, "interval", "PT40M", "state", state.schedule().state()), "status",
                Json.object("countSuccessiveCompleteFailures",
                        state.quarantine().map(Quarantine::count).orElse(0), "escrowsPruned", state.escrowsPruned(),
                        "code",
                        state.status().code(), "lastExecution",
                        state.inFirstCycle() ? unfinished() : execution(state.last()),
                        "lastSuccessfulExecution", execution(state.lastSuccess()),
                        "lastSuccessfulExecutionWithExports", execution(state.lastSuccess()), "progress", List.of(),
                        "quarantine", state.quarantine().map(JobJson::quarantine).orElse(null),
                        "steadyStateFirstAchievedTime", time(steadyState.map(last -> last.minus(Duration.ofDays(300)))),
                        "steadyStateLastAchievedTime", time(steadyState), "synchronizedEntryCountByType",
                        active ? List.of(Json.object("key", USERS, "value", ACCOUNTS)) : List.of(),
                        "troubleshootingUrl", null),
                "synchronizationJobSettings",
                List.of(Json.object("name", "AzureIngestionAttributeOptimization", "value", "False"),
                        Json.object("name", "LookaheadQueryEnabled", "value", "False")));
    }

    private static String time(Optional<Instant> moment) {
        return moment.map(TIME::format).orElse(NO_TIME);
    }

    private static @Nullable JsonObject execution(Optional<Cycle> cycle) {
        return cycle.map(JobJson::execution).orElse(null);
    }

    /**
     * While the first cycle runs: Microsoft Learn, "Configure cross-tenant synchronization using PowerShell or Microsoft
     * Graph API", monitoring a job.
     */
    private static JsonObject unfinished() {
        return Json.object("activityIdentifier", null, "countEntitled", 0, "state", Result.FAILED.state(), "timeBegan",
                NO_TIME, "timeEnded", NO_TIME, "error", null);
    }

    private static JsonObject execution(Cycle cycle) {
        int escrowed = cycle.result() == Result.ENTRY_LEVEL_ERRORS ? FAILED_ACCOUNTS : 0;
        int accounts = switch (cycle.result()) {
            case SUCCEEDED -> ACCOUNTS;
            case FAILED -> 0;
            case ENTRY_LEVEL_ERRORS -> ACCOUNTS + FAILED_ACCOUNTS;
        };
        return Json.object("activityIdentifier",
                UUID.nameUUIDFromBytes(cycle.began().toString().getBytes(UTF_8)).toString(), "countEntitled", accounts,
                "countEntitledForProvisioning", accounts, "countEscrowed", escrowed, "countEscrowedRaw", escrowed,
                "countExported", 0, "countExports", 0, "countImported", accounts, "countImportedDeltas", 0,
                "countImportedReferenceDeltas", 0, "state", cycle.result().state(), "timeBegan",
                TIME.format(cycle.began()), "timeEnded", TIME.format(cycle.ended()), "error", error(cycle.failure()));
    }

    private static JsonObject quarantine(Quarantine quarantine) {
        return Json.object("currentBegan", TIME.format(quarantine.latest()), "nextAttempt",
                TIME.format(quarantine.latest().plus(Duration.ofDays(1))), "reason", quarantine.reason().text(),
                "seriesBegan", TIME.format(quarantine.seriesBegan()), "seriesCount", quarantine.count(), "error",
                error(quarantine.failure()));
    }

    private static @Nullable JsonObject error(Optional<Failure> failure) {
        return failure
                .map(error -> Json.object("code", error.code(), "message", error.message(), "tenantActionable", true))
                .orElse(null);
    }
}
