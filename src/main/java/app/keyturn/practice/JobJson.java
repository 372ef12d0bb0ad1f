package app.keyturn.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.CredentialCheck.Failure;
import app.keyturn.practice.SyncJob.Cycle;
import app.keyturn.practice.SyncJob.Quarantine;
import app.keyturn.practice.SyncJob.Status;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A job as Graph shows it. Source: Microsoft Learn, "synchronizationJob resource type" and its parts. */
final class JobJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String USERS = "User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final int ACCOUNTS = 412;

    private JobJson() {}

    static JsonObject of(SyncJob job) {
        Instant steady = job.lastGood().ended();
        int failures = job.quarantine().map(Quarantine::count).orElse(0);
        boolean active = job.status() == Status.ACTIVE;
        return Json.object("id", job.id(), "templateId", "scim", "schedule",
                Json.object("expiration", null, "interval", "PT40M", "state",
                        job.isScheduled() ? "Active" : "Disabled"),
                "status", Json.object("countSuccessiveCompleteFailures", failures, "escrowsPruned", false, "code",
                        job.status().code(), "lastExecution", execution(job.last()), "lastSuccessfulExecution",
                        execution(job.lastGood()), "lastSuccessfulExecutionWithExports", execution(job.lastGood()),
                        "progress", List.of(), "quarantine",
                        job.quarantine().map(JobJson::quarantine).orElse(null), "steadyStateFirstAchievedTime",
                        TIME.format(steady.minus(Duration.ofDays(300))), "steadyStateLastAchievedTime",
                        TIME.format(steady), "synchronizedEntryCountByType",
                        active ? List.of(Json.object("key", USERS, "value", ACCOUNTS)) : List.of(),
                        "troubleshootingUrl", null),
                "synchronizationJobSettings",
                List.of(Json.object("name", "AzureIngestionAttributeOptimization", "value", "False"),
                        Json.object("name", "LookaheadQueryEnabled", "value", "False")));
    }

    private static JsonObject execution(Cycle cycle) {
        int accounts = cycle.failure().isPresent() ? 0 : ACCOUNTS;
        return Json.object("activityIdentifier",
                UUID.nameUUIDFromBytes(cycle.began().toString().getBytes(UTF_8)).toString(), "countEntitled", accounts,
                "countEntitledForProvisioning", accounts, "countEscrowed", 0, "countEscrowedRaw", 0, "countExported", 0,
                "countExports", 0, "countImported", accounts, "countImportedDeltas", 0, "countImportedReferenceDeltas",
                0, "state", cycle.failure().isPresent() ? "Failed" : "Succeeded", "timeBegan",
                TIME.format(cycle.began()), "timeEnded", TIME.format(cycle.ended()), "error",
                cycle.failure().map(JobJson::error).orElse(null));
    }

    private static JsonObject quarantine(Quarantine quarantine) {
        return Json.object("currentBegan", TIME.format(quarantine.latest()), "nextAttempt",
                TIME.format(quarantine.latest().plus(Duration.ofDays(1))), "reason", "EncounteredQuarantineException",
                "seriesBegan", TIME.format(quarantine.seriesBegan()), "seriesCount", quarantine.count(), "error",
                error(quarantine.failure()));
    }

    private static JsonObject error(Failure failure) {
        return Json.object("code", failure.code(), "message", failure.message(), "tenantActionable", true);
    }
}
