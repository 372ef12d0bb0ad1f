package app.keyturn.practice.graph;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.server.Switches;
import app.keyturn.practice.signin.PracticeTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The provisioning job. Nothing runs in the background: a cycle that is due is simulated at the next request.
 *
 * <p>Source: Microsoft Learn, "Application provisioning in quarantine status" and "synchronizationJob: start".
 */
public final class PracticeSyncJob {
    /** Microsoft Learn, "Application provisioning in quarantine status": from the third attempt on, once a day. */
    private static final Duration QUARANTINE_RETRY = Duration.ofHours(24);

    /** Graph's {@code status.code}. */
    public enum Status {
        NOT_CONFIGURED("NotConfigured"), NOT_RUN("NotRun"), ACTIVE("Active"), PAUSED("Paused"), QUARANTINE(
                "Quarantine"),
        /** A value that the program does not know. */
        UNKNOWN("FutureCode");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Graph's {@code schedule.state}. */
    public enum Schedule {
        ACTIVE("Active"), DISABLED("Disabled"), PAUSED("Paused");

        private final String state;

        Schedule(String state) {
            this.state = state;
        }

        String state() {
            return state;
        }
    }

    /** Graph's {@code quarantine.reason}, as far as it occurs here. */
    public enum Reason {
        /** Any failure of the whole cycle, including bad credentials; only the error tells which. */
        EXCEPTION("EncounteredQuarantineException"), TOO_MANY_DELETES("TooManyDeletes"), MANY_FAILURES(
                "EncounteredEscrowProportionThreshold"), ON_DEMAND(
                        "QuarantinedOnDemand"), INGESTION_INTERRUPTED("IngestionInterrupted"),
        /** A value that the program does not know. */
        UNKNOWN("FutureReason");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Graph's {@code state} of an execution. */
    public enum Result {
        SUCCEEDED("Succeeded"), FAILED("Failed"), ENTRY_LEVEL_ERRORS("EntryLevelErrors");

        private final String state;

        Result(String state) {
            this.state = state;
        }

        String state() {
            return state;
        }
    }

    /**
     * A finished sync cycle.
     *
     * @param began when it began
     * @param ended when it ended
     * @param result how it ended
     * @param failure what made the whole cycle fail, if it failed
     */
    public record Cycle(Instant began, Instant ended, Result result, Optional<Failure> failure) {}

    /**
     * Why and since when the job runs at reduced frequency.
     *
     * @param seriesBegan time of the first failure
     * @param latest time of the latest failure
     * @param count of failures
     * @param reason for the quarantine
     * @param failure error of the latest failure
     */
    public record Quarantine(Instant seriesBegan, Instant latest, int count, Reason reason, Optional<Failure> failure) {
        boolean isTokenFailure() {
            return reason == Reason.EXCEPTION && failure.filter(Failure::isRefusedToken).isPresent();
        }
    }

    /**
     * The state of the job.
     *
     * @param status what the job does
     * @param schedule what the job is scheduled to do
     * @param quarantine why it is in quarantine, or was when it was switched off
     * @param last the latest cycle, if one ever ran
     * @param lastSuccess the latest cycle that succeeded
     * @param escrowsPruned whether the first cycle had so many errors that the job waits until they are cleaned up
     */
    public record State(Status status, Schedule schedule, Optional<Quarantine> quarantine, Optional<Cycle> last,
            Optional<Cycle> lastSuccess, boolean escrowsPruned) {
        /** A job whose first cycle had no more errors than usual. */
        public State(Status status, Schedule schedule, Optional<Quarantine> quarantine, Optional<Cycle> last,
                Optional<Cycle> lastSuccess) {
            this(status, schedule, quarantine, last, lastSuccess, false);
        }

        /** Whether the first cycle is running: such a job is {@code NotRun}, with an active schedule. */
        boolean inFirstCycle() {
            return status == Status.NOT_RUN && schedule == Schedule.ACTIVE;
        }

        /** Whether sync continues by itself once the credentials work. */
        private boolean resumesByItself() {
            return schedule == Schedule.ACTIVE && switch (status) {
                case ACTIVE, NOT_RUN -> true;
                case QUARANTINE -> quarantine.filter(Quarantine::isTokenFailure).isPresent();
                case NOT_CONFIGURED, PAUSED, UNKNOWN -> false;
            };
        }

        private State after(Cycle cycle) {
            if (cycle.failure().isEmpty()) {
                return new State(Status.ACTIVE, schedule, Optional.empty(), Optional.of(cycle), Optional.of(cycle));
            }
            Instant began = quarantine.map(Quarantine::seriesBegan).orElse(cycle.ended());
            int count = quarantine.map(Quarantine::count).orElse(0) + 1;
            return new State(Status.QUARANTINE, schedule,
                    Optional.of(new Quarantine(began, cycle.ended(), count, Reason.EXCEPTION, cycle.failure())),
                    Optional.of(cycle), lastSuccess);
        }
    }

    private final String id = "scim." + PracticeTenant.ID.replace("-", "") + "." + UUID.randomUUID();
    private final Switches switches;
    private State state;
    private Optional<Instant> nextCycleBegins = Optional.empty();

    /**
     * Creates a job.
     *
     * @param switches with the pace of its cycles
     * @param state at first
     */
    public PracticeSyncJob(Switches switches, State state) {
        this.switches = switches;
        this.state = state;
    }

    /** Schedules a cycle with the saved credentials: soon if the job is active, at the next retry if in quarantine. */
    void credentialsSaved(Instant now) {
        if (state.resumesByItself()) {
            nextCycleBegins = Optional
                    .of(state.status() == Status.QUARANTINE ? now.plus(QUARANTINE_RETRY) : nextCycleStart(now));
        }
    }

    void start(Instant now) {
        state = new State(Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), state.last(), state.lastSuccess());
        nextCycleBegins = Optional.of(nextCycleStart(now));
    }

    void pause() {
        state = new State(Status.PAUSED, Schedule.PAUSED, state.quarantine(), state.last(),
                state.lastSuccess());
        nextCycleBegins = Optional.empty();
    }

    /** Simulates the cycle that should have ended by now, if there is one. */
    public void runDueCycle(Instant now, Supplier<Optional<Failure>> check) {
        if (nextCycleBegins.isEmpty()
                || now.isBefore(nextCycleBegins.get().plus(switches.get(GraphSettings.CYCLE_LENGTH)))) {
            return;
        }
        Instant began = nextCycleBegins.get();
        nextCycleBegins = Optional.empty();
        Optional<Failure> failure = check.get();
        state = state.after(new Cycle(began, began.plus(switches.get(GraphSettings.CYCLE_LENGTH)),
                failure.isPresent() ? Result.FAILED : Result.SUCCEEDED, failure));
    }

    /**
     * At least two whole clock seconds later: the {@code Date} header has no fractions, and a cycle must be later than
     * it beyond doubt.
     */
    private Instant nextCycleStart(Instant now) {
        Instant earliest = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        Instant configured = now.plus(switches.get(GraphSettings.CYCLE_DELAY));
        return configured.isBefore(earliest) ? earliest : configured;
    }

    String id() {
        return id;
    }

    State state() {
        return state;
    }
}
