package app.keyturn.entra.graph;

import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Execution;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import com.microsoft.graph.models.SynchronizationError;
import com.microsoft.graph.models.SynchronizationJob;
import com.microsoft.graph.models.SynchronizationQuarantine;
import com.microsoft.graph.models.SynchronizationSchedule;
import com.microsoft.graph.models.SynchronizationStatus;
import com.microsoft.graph.models.SynchronizationTaskExecution;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps the Graph SDK's job to a {@link SyncJob}. The SDK reads an unknown value as {@code null}, which becomes
 * {@code UNKNOWN}. Meanings: Microsoft Learn, "synchronizationStatus", "synchronizationQuarantine" and
 * "synchronizationTaskExecution resource type".
 */
final class JobMapper {
    private JobMapper() {}

    /** Maps a job; empty if it has no id, without which it cannot be used. */
    static Optional<SyncJob> read(@Nullable SynchronizationJob job) {
        if (job == null || job.getId() == null) {
            return Optional.empty();
        }
        Optional<SynchronizationStatus> status = Optional.ofNullable(job.getStatus());
        Optional<Execution> lastSuccess = status.map(SynchronizationStatus::getLastSuccessfulExecution)
                .flatMap(JobMapper::execution);
        return Optional.of(new SyncJob(job.getId(), status.map(JobMapper::status).orElse(Status.UNKNOWN),
                schedule(job.getSchedule()),
                status.map(SynchronizationStatus::getQuarantine).map(JobMapper::quarantine),
                status.map(SynchronizationStatus::getLastExecution).flatMap(JobMapper::execution),
                lastSuccess.map(cycle -> cycle.ended().orElse(cycle.began()))));
    }

    private static Status status(SynchronizationStatus status) {
        return switch (status.getCode()) {
            case NotConfigured -> Status.NOT_CONFIGURED;
            case NotRun -> Status.NOT_RUN;
            case Active -> Status.ACTIVE;
            case Paused -> Status.PAUSED;
            case Quarantine -> Status.QUARANTINE;
            case null -> Status.UNKNOWN;
        };
    }

    private static Schedule schedule(@Nullable SynchronizationSchedule schedule) {
        return switch (schedule == null ? null : schedule.getState()) {
            case Active -> Schedule.ACTIVE;
            case Disabled -> Schedule.DISABLED;
            case Paused -> Schedule.PAUSED;
            case null -> Schedule.UNKNOWN;
        };
    }

    private static Quarantine quarantine(SynchronizationQuarantine quarantine) {
        QuarantineReason reason = switch (quarantine.getReason()) {
            case EncounteredQuarantineException -> credentials(quarantine.getError())
                    ? QuarantineReason.BAD_CREDENTIALS
                    : QuarantineReason.OTHER;
            case TooManyDeletes -> QuarantineReason.TOO_MANY_DELETES;
            case EncounteredBaseEscrowThreshold, EncounteredTotalEscrowThreshold,
                    EncounteredEscrowProportionThreshold ->
                QuarantineReason.MANY_FAILURES;
            case QuarantinedOnDemand -> QuarantineReason.BY_MICROSOFT;
            case IngestionInterrupted -> QuarantineReason.INTAKE_INTERRUPTED;
            case Unknown -> QuarantineReason.UNKNOWN;
            case null -> QuarantineReason.UNKNOWN;
        };
        return new Quarantine(reason,
                moment(quarantine.getSeriesBegan()).or(() -> moment(quarantine.getCurrentBegan())));
    }

    private static boolean credentials(@Nullable SynchronizationError error) {
        String code = error == null || error.getCode() == null ? "" : error.getCode();
        return code.isBlank() || code.contains("Credential");
    }

    private static Optional<Execution> execution(SynchronizationTaskExecution cycle) {
        Result result = switch (cycle.getState()) {
            case Succeeded -> Result.SUCCEEDED;
            case Failed -> Result.FAILED;
            case EntryLevelErrors -> Result.ENTRY_LEVEL_ERRORS;
            case null -> Result.UNKNOWN;
        };
        return moment(cycle.getTimeBegan()).map(began -> new Execution(began, moment(cycle.getTimeEnded()), result));
    }

    /** Microsoft writes {@code 0001-01-01} for "never". */
    private static Optional<Instant> moment(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).filter(it -> it.getYear() > 1).map(OffsetDateTime::toInstant);
    }
}
