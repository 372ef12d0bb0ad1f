package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A provisioning job as Microsoft last showed it. Values unknown to this version become {@code UNKNOWN}; they are never
 * guessed. Fields: Microsoft Learn, "synchronizationJob resource type".
 *
 * @param id opaque; may hold dots
 * @param status what the job is doing
 * @param schedule whether it is meant to run
 * @param quarantine why it is in quarantine; empty if it is not
 * @param lastExecution its last cycle; empty if none ran
 * @param lastSuccess when a cycle last ended well; empty if never
 */
public record SyncJob(String id, Status status, Schedule schedule, Optional<Quarantine> quarantine,
        Optional<Execution> lastExecution, Optional<Instant> lastSuccess) {

    /** The job's status code. */
    public enum Status {
        NOT_CONFIGURED, NOT_RUN, ACTIVE, PAUSED, QUARANTINE, UNKNOWN
    }

    /** The state of the job's schedule. */
    public enum Schedule {
        ACTIVE, DISABLED, PAUSED, UNKNOWN
    }

    /** Why Microsoft put a job into quarantine. */
    public enum QuarantineReason {
        /** Microsoft's {@code EncounteredQuarantineException} with a credential error, or with no error named. */
        BAD_CREDENTIALS,
        /** More removals than the app allows at once. */
        TOO_MANY_DELETES,
        /** Too many accounts failed, counted or as a share: Microsoft's three {@code Escrow} thresholds. */
        MANY_FAILURES,
        /** Microsoft's staff put it there: {@code QuarantinedOnDemand}. */
        BY_MICROSOFT,
        /** Microsoft could not finish reading its own directory: {@code IngestionInterrupted}. */
        INTAKE_INTERRUPTED,
        /** Microsoft's {@code EncounteredQuarantineException} with another error. */
        OTHER,
        /** A reason unknown to this version. */
        UNKNOWN
    }

    /** How a cycle ended. */
    public enum Result {
        SUCCEEDED, FAILED,
        /** It finished; single accounts failed. */
        ENTRY_LEVEL_ERRORS, UNKNOWN
    }

    /**
     * A quarantine.
     *
     * @param since when this series began; empty if Microsoft does not say
     */
    public record Quarantine(QuarantineReason reason, Optional<Instant> since) {
        /** Microsoft Learn, "Application provisioning in quarantine status": "more than four weeks". */
        private static final Duration UNTIL_SWITCHED_OFF = Duration.ofDays(28);

        /** When Microsoft switches the job off if nothing changes; empty if unknown. */
        public Optional<Instant> switchedOffAt() {
            return since.map(began -> began.plus(UNTIL_SWITCHED_OFF));
        }
    }

    /**
     * One sync cycle.
     *
     * @param began by Microsoft's clock
     * @param ended by Microsoft's clock; empty while it runs
     * @param result how it ended
     */
    public record Execution(Instant began, Optional<Instant> ended, Result result) {}

    /** True if it is in quarantine because Apple refused the token. */
    public boolean stoppedByToken() {
        return quarantine.filter(it -> it.reason() == QuarantineReason.BAD_CREDENTIALS).isPresent();
    }

    /** True if Microsoft runs this job by itself. */
    public boolean enabled() {
        return schedule == Schedule.ACTIVE;
    }
}
