package app.keyturn.entra.graph;

import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Execution;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provisioning job as JSON. Only the members that Keyturn needs are read, so an odd value in another one does no
 * harm; an odd value in one of these is unknown. The Graph SDK's model was not chosen: it reads all members, and fails
 * as a whole if it cannot read one of them.
 *
 * <p>Meanings: Microsoft Learn, "synchronizationJob", "synchronizationStatus", "synchronizationQuarantine" and
 * "synchronizationTaskExecution resource type". Enumerated values are compared without case, since the documents and
 * the metadata differ.
 */
final class JobJson {
    private final JsonObject status;
    private final JsonObject lastExecution;
    private final Schedule schedule;
    private final Optional<Quarantine> quarantine;

    private JobJson(JsonObject job) {
        status = object(job, "status");
        lastExecution = object(status, "lastExecution");
        schedule = switch (text(object(job, "schedule"), "state")) {
            case "active" -> Schedule.ACTIVE;
            case "disabled" -> Schedule.DISABLED;
            case "paused" -> Schedule.PAUSED;
            default -> Schedule.UNKNOWN;
        };
        quarantine = isQuarantined() ? Optional.of(quarantine(object(status, "quarantine"))) : Optional.empty();
    }

    /** Reads a job; empty if it has no id, without which it cannot be used. */
    static Optional<SyncJob> read(JsonObject job) {
        return PagedList.text(job, "id").filter(id -> !id.isBlank()).map(id -> new JobJson(job).job(id));
    }

    private SyncJob job(String id) {
        JsonObject success = object(status, "lastSuccessfulExecution");
        return new SyncJob(id, status(), schedule, quarantine, execution(),
                time(success, "timeEnded").or(() -> time(success, "timeBegan")));
    }

    private Status status() {
        return switch (text(status, "code")) {
            case "notconfigured" -> Status.NOT_CONFIGURED;
            case "notrun" -> notRun();
            case "active" -> isPausedForErrors() ? Status.PAUSED_FOR_ERRORS : Status.ACTIVE;
            case "paused" -> isPausedForErrors()
                    ? Status.PAUSED_FOR_ERRORS
                    : schedule == Schedule.DISABLED && neverRan() ? Status.NOT_RUN : Status.PAUSED;
            case "quarantine" -> isPausedForErrors() ? Status.PAUSED_FOR_ERRORS : Status.QUARANTINE;
            default -> Status.UNKNOWN;
        };
    }

    /**
     * {@code NotRun} is a job that "was configured, and possibly started, but hasn't completed its first run". In
     * Microsoft's example of a running job (Microsoft Learn, "Configure cross-tenant synchronization using PowerShell or
     * Microsoft Graph API") the schedule is active, and no execution has a time.
     */
    private Status notRun() {
        return switch (schedule) {
            case ACTIVE -> quarantine.isEmpty() ? Status.FIRST_CYCLE : Status.UNKNOWN;
            case DISABLED, PAUSED -> isPausedForErrors() ? Status.PAUSED_FOR_ERRORS : Status.NOT_RUN;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    /**
     * If too many accounts fail in the first cycle, Microsoft prunes these errors, finishes the cycle, and pauses the
     * job "until the customer cleans up the errors". A job that is on by all other signs has left that behind.
     */
    private boolean isPausedForErrors() {
        boolean pruned = status.get("escrowsPruned") instanceof JsonPrimitive flag && flag.getAsBoolean();
        boolean on = schedule == Schedule.ACTIVE && text(status, "code").equals("active");
        return pruned && !on && quarantine.map(it -> switch (it.reason()) {
            case BAD_CREDENTIALS, UNNAMED_FAILURE -> true;
            case TOO_MANY_DELETES, MANY_FAILURES, BY_MICROSOFT, INTAKE_INTERRUPTED, OTHER, NOT_GIVEN, UNKNOWN -> false;
        }).orElse(true);
    }

    /** A new job is {@code Paused} and {@code Disabled}: Microsoft Learn, "Create synchronizationJob". */
    private boolean neverRan() {
        return quarantine.isEmpty()
                && Stream.of("lastExecution", "lastSuccessfulExecution", "lastSuccessfulExecutionWithExports")
                        .map(name -> object(status, name))
                        .allMatch(cycle -> time(cycle, "timeBegan").isEmpty() && time(cycle, "timeEnded").isEmpty())
                && Stream.of("steadyStateFirstAchievedTime", "steadyStateLastAchievedTime")
                        .allMatch(name -> time(status, name).isEmpty());
    }

    private boolean isQuarantined() {
        return status.get("quarantine") instanceof JsonObject || text(status, "code").equals("quarantine");
    }

    private Quarantine quarantine(JsonObject named) {
        QuarantineReason failure = failure(object(named, "error"));
        QuarantineReason reason = switch (text(named, "reason")) {
            case "encounteredquarantineexception" -> failure;
            // In Microsoft's own example ("Get synchronizationJob") the reason is empty, and only the error tells.
            case "" -> failure == QuarantineReason.BAD_CREDENTIALS ? failure : QuarantineReason.NOT_GIVEN;
            case "toomanydeletes" -> QuarantineReason.TOO_MANY_DELETES;
            case "encounteredbaseescrowthreshold", "encounteredtotalescrowthreshold",
                    "encounteredescrowproportionthreshold" ->
                QuarantineReason.MANY_FAILURES;
            // The documents' spelling, and the metadata's.
            case "quarantineondemand", "quarantinedondemand" -> QuarantineReason.BY_MICROSOFT;
            case "ingestioninterrupted" -> QuarantineReason.INTAKE_INTERRUPTED;
            case "unknown" -> QuarantineReason.NOT_GIVEN;
            default -> QuarantineReason.UNKNOWN;
        };
        return new Quarantine(reason, time(named, "seriesBegan").or(() -> time(named, "currentBegan")));
    }

    /** What failed. The error can be missing in the quarantine; the last execution may have it then. */
    private QuarantineReason failure(JsonObject error) {
        return switch (SyncError.of(error)) {
            case TOKEN_REFUSED -> QuarantineReason.BAD_CREDENTIALS;
            case OTHER -> QuarantineReason.OTHER;
            case NONE, UNCLEAR -> SyncError.of(object(lastExecution, "error")) == SyncError.TOKEN_REFUSED
                    ? QuarantineReason.BAD_CREDENTIALS
                    : QuarantineReason.UNNAMED_FAILURE;
        };
    }

    private Optional<Execution> execution() {
        Result result = switch (text(lastExecution, "state")) {
            case "succeeded" -> Result.SUCCEEDED;
            case "failed" -> Result.FAILED;
            case "entrylevelerrors" -> Result.ENTRY_LEVEL_ERRORS;
            default -> Result.UNKNOWN;
        };
        return time(lastExecution, "timeBegan")
                .map(began -> new Execution(began, time(lastExecution, "timeEnded"), result));
    }

    /** Microsoft writes {@code 0001-01-01} for "never". */
    private static Optional<Instant> time(JsonObject json, String name) {
        try {
            return PagedList.text(json, name)
                    .map(OffsetDateTime::parse)
                    .filter(time -> time.getYear() > 1)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** In lower case; empty if there is none. */
    private static String text(JsonObject json, String name) {
        return PagedList.text(json, name).orElse("").toLowerCase(Locale.ROOT);
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? object : new JsonObject();
    }
}
