package app.keyturn.practice.graph;

import app.keyturn.practice.graph.CredentialCheck.Failure;
import app.keyturn.practice.server.PracticeSettings;
import app.keyturn.practice.signin.PracticeTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The provisioning job. Nothing runs in the background: a cycle that is due is carried out the next time that anybody
 * asks.
 *
 * <p>Source: Microsoft Learn, "Application provisioning in quarantine status" and "synchronizationJob: start".
 */
public final class PracticeSyncJob {
    /** Microsoft Learn, "Application provisioning in quarantine status": from the third time on, once a day. */
    private static final Duration QUARANTINE_RETRY = Duration.ofHours(24);

    /** What Graph calls the status code. */
    public enum Status {
        NOT_CONFIGURED("NotConfigured"), NOT_RUN("NotRun"), ACTIVE("Active"), PAUSED("Paused"), QUARANTINE(
                "Quarantine"),
        /** One that nobody has heard of yet. */
        UNKNOWN("FutureCode");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** What Graph calls the state of the schedule. */
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

    /** What Graph calls the reason of a quarantine, as far as it occurs here. */
    public enum Reason {
        /** Everything that fails as a whole, bad credentials among it; only the error tells which. */
        EXCEPTION("EncounteredQuarantineException"), TOO_MANY_DELETES("TooManyDeletes"), MANY_FAILURES(
                "EncounteredEscrowProportionThreshold"), ON_DEMAND(
                        "QuarantinedOnDemand"), INTAKE_INTERRUPTED("IngestionInterrupted"),
        /** One that nobody has heard of yet. */
        UNKNOWN("FutureReason");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What Graph calls the state of an execution. */
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
     * A sync cycle that is over.
     *
     * @param began when
     * @param ended when
     * @param result how it ended
     * @param failure what stopped it as a whole, if anything did
     */
    public record Cycle(Instant began, Instant ended, Result result, Optional<Failure> failure) {}

    /**
     * Why and since when the job runs at reduced frequency.
     *
     * @param seriesBegan the first failure
     * @param latest the latest one
     * @param count how many there were
     * @param reason why
     * @param failure what the latest one said
     */
    public record Quarantine(Instant seriesBegan, Instant latest, int count, Reason reason, Optional<Failure> failure) {
        boolean isTokenFailure() {
            return reason == Reason.EXCEPTION && failure.filter(Failure::concernsCredentials).isPresent();
        }
    }

    /**
     * How the job stands.
     *
     * @param status what it does
     * @param schedule whether it is meant to
     * @param quarantine why it is in quarantine, or was when it was switched off
     * @param last the latest cycle, if one ever ran
     * @param lastSuccess the latest one that succeeded
     */
    public record State(Status status, Schedule schedule, Optional<Quarantine> quarantine, Optional<Cycle> last,
            Optional<Cycle> lastSuccess) {
        /** Whether sync goes on by itself once the credentials are good. */
        private boolean resumesByItself() {
            return schedule == Schedule.ACTIVE && switch (status) {
                case ACTIVE -> true;
                case QUARANTINE -> quarantine.filter(Quarantine::isTokenFailure).isPresent();
                case NOT_CONFIGURED, NOT_RUN, PAUSED, UNKNOWN -> false;
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
    private final PracticeSettings.Cycles cycles;
    private State state;
    private Optional<Instant> nextBegins = Optional.empty();

    public PracticeSyncJob(PracticeSettings.Cycles cycles, State state) {
        this.cycles = cycles;
        this.state = state;
    }

    /** Credentials were saved: an active schedule soon tries them, but out of a quarantine only at its next retry. */
    void saved(Instant now) {
        if (state.resumesByItself()) {
            nextBegins = Optional
                    .of(state.status() == Status.QUARANTINE ? now.plus(QUARANTINE_RETRY) : nextCycle(now));
        }
    }

    void start(Instant now) {
        state = new State(Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), state.last(), state.lastSuccess());
        nextBegins = Optional.of(nextCycle(now));
    }

    void pause() {
        state = new State(Status.PAUSED, Schedule.PAUSED, state.quarantine(), state.last(),
                state.lastSuccess());
        nextBegins = Optional.empty();
    }

    /** Carries out the cycle that is over by now, if there is one. */
    public void runDueCycle(Instant now, Supplier<Optional<Failure>> check) {
        if (nextBegins.isEmpty() || now.isBefore(nextBegins.get().plus(cycles.length()))) {
            return;
        }
        Instant began = nextBegins.get();
        nextBegins = Optional.empty();
        Optional<Failure> failure = check.get();
        state = state.after(new Cycle(began, began.plus(cycles.length()),
                failure.isPresent() ? Result.FAILED : Result.SUCCEEDED, failure));
    }

    /**
     * Two whole clock seconds at least: the {@code Date} header has no fractions, and a cycle must be later than it
     * beyond doubt.
     */
    private Instant nextCycle(Instant now) {
        Instant earliest = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        Instant wanted = now.plus(cycles.delay());
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    String id() {
        return id;
    }

    State state() {
        return state;
    }
}
