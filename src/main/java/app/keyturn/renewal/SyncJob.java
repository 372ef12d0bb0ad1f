package app.keyturn.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A provisioning job as Microsoft last showed it. Values unknown to this version become {@code UNKNOWN}; they are never
 * guessed. Fields: Microsoft Learn, "synchronizationJob resource type" and "synchronizationStatus resource type".
 *
 * @param id opaque; may hold dots
 * @param status what the job is doing, told by all that Microsoft shows of it
 * @param schedule whether it is meant to run
 * @param quarantine why it is in quarantine; empty if it is not
 * @param lastExecution its last cycle; empty if none ran
 * @param lastSuccess when a cycle last ended well; empty if never
 */
public record SyncJob(String id, Status status, Schedule schedule, Optional<Quarantine> quarantine,
        Optional<Execution> lastExecution, Optional<Instant> lastSuccess) {

    /**
     * What the job is doing. Microsoft's status code alone does not tell: {@code NotRun} is a job that was never started
     * and one whose first cycle is running, {@code Paused} one that was never started, too. The names are part of
     * receipts.
     */
    public enum Status {
        NOT_CONFIGURED,
        /** Set up, but never started. */
        NOT_RUN,
        /** Switched on; its first cycle has not ended yet. */
        FIRST_CYCLE, ACTIVE, PAUSED,
        /** Microsoft paused it after a first cycle with too many errors, until they are cleaned up. */
        PAUSED_FOR_ERRORS, QUARANTINE, UNKNOWN
    }

    /** The state of the job's schedule. */
    public enum Schedule {
        ACTIVE, DISABLED, PAUSED, UNKNOWN
    }

    /** Why Microsoft put a job into quarantine. The names are part of receipts. */
    public enum QuarantineReason {
        /** Microsoft's error says that Apple refused the token. */
        BAD_CREDENTIALS,
        /**
         * Microsoft's {@code EncounteredQuarantineException} without an error that tells more. If Apple refused the
         * token before the renewal, it was the token.
         */
        UNNAMED_FAILURE,
        /** More removals than the app allows at once. */
        TOO_MANY_DELETES,
        /** Too many accounts failed, counted or as a share: Microsoft's three {@code Escrow} thresholds. */
        MANY_FAILURES,
        /** Microsoft's staff put it there. */
        BY_MICROSOFT,
        /** Microsoft could not finish reading its own directory: {@code IngestionInterrupted}. */
        INTAKE_INTERRUPTED,
        /** Microsoft's {@code EncounteredQuarantineException} with another error. */
        OTHER,
        /** Microsoft gives no reason: {@code Unknown}, or none. */
        NOT_GIVEN,
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

    /**
     * True if it is in quarantine because Apple refused the token.
     *
     * @param oldTokenRefused true if a test before the renewal showed that Apple refuses the token saved then
     */
    public boolean stoppedByToken(boolean oldTokenRefused) {
        return quarantine.map(it -> switch (it.reason()) {
            case BAD_CREDENTIALS -> true;
            case UNNAMED_FAILURE -> oldTokenRefused;
            case TOO_MANY_DELETES, MANY_FAILURES, BY_MICROSOFT, INTAKE_INTERRUPTED, OTHER, NOT_GIVEN, UNKNOWN -> false;
        }).orElse(false);
    }

    /** True if it is meant to run. */
    public boolean enabled() {
        return schedule == Schedule.ACTIVE;
    }

    /** True if Microsoft runs this job by itself. */
    public boolean runs() {
        return enabled() && (status == Status.ACTIVE || status == Status.FIRST_CYCLE);
    }
}
