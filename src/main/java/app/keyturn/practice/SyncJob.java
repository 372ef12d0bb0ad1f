package app.keyturn.practice;

import app.keyturn.practice.CredentialCheck.Failure;
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
final class SyncJob {
    /** Microsoft Learn, "Application provisioning in quarantine status": from the third time on, once a day. */
    private static final Duration QUARANTINE_RETRY = Duration.ofHours(24);

    /** What Graph calls the status code, as far as it occurs here. */
    enum Status {
        ACTIVE("Active"), PAUSED("Paused"), QUARANTINE("Quarantine");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A sync cycle that is over.
     *
     * @param began when
     * @param ended when
     * @param failure what stopped it, empty when it succeeded
     */
    record Cycle(Instant began, Instant ended, Optional<Failure> failure) {}

    /**
     * Why and since when the job runs at reduced frequency.
     *
     * @param seriesBegan the first failure
     * @param latest the latest one
     * @param count how many there were
     * @param failure what the latest one said
     */
    record Quarantine(Instant seriesBegan, Instant latest, int count, Failure failure) {
        Quarantine again(Instant now, Failure why) {
            return new Quarantine(seriesBegan, now, count + 1, why);
        }
    }

    private final String id = "scim." + Tenant.ID.replace("-", "") + "." + UUID.randomUUID();
    private final Duration delay;
    private final Duration length;
    private Status status = Status.ACTIVE;
    private boolean scheduled = true;
    private Cycle last;
    private Cycle lastGood;
    private Optional<Quarantine> quarantine = Optional.empty();
    private Optional<Instant> nextBegins = Optional.empty();

    SyncJob(PracticeSettings settings, Cycle lastGood) {
        this.delay = settings.cycles().delay();
        this.length = settings.cycles().length();
        this.last = lastGood;
        this.lastGood = lastGood;
    }

    /** Puts the job where some failed cycles would have put it. */
    void beQuarantined(Quarantine since, Cycle failed) {
        status = Status.QUARANTINE;
        quarantine = Optional.of(since);
        last = failed;
    }

    /** Credentials were saved: an active schedule soon tries them, but out of a quarantine only at its next retry. */
    void saved(Instant now) {
        if (scheduled) {
            nextBegins = Optional.of(status == Status.QUARANTINE ? now.plus(QUARANTINE_RETRY) : afterDelay(now));
        }
    }

    void start(Instant now) {
        status = Status.ACTIVE;
        scheduled = true;
        quarantine = Optional.empty();
        nextBegins = Optional.of(afterDelay(now));
    }

    void pause() {
        status = Status.PAUSED;
        scheduled = false;
        nextBegins = Optional.empty();
    }

    /** Carries out the cycle that is over by now, if there is one. */
    void catchUp(Instant now, Supplier<Optional<Failure>> check) {
        Optional<Cycle> over = nextBegins.map(began -> new Cycle(began, began.plus(length), Optional.empty()))
                .filter(cycle -> !now.isBefore(cycle.ended()));
        over.ifPresent(cycle -> finish(new Cycle(cycle.began(), cycle.ended(), check.get())));
    }

    private void finish(Cycle cycle) {
        nextBegins = Optional.empty();
        last = cycle;
        if (cycle.failure().isPresent()) {
            Failure why = cycle.failure().get();
            status = Status.QUARANTINE;
            quarantine = Optional.of(quarantine.map(before -> before.again(cycle.ended(), why))
                    .orElseGet(() -> new Quarantine(cycle.ended(), cycle.ended(), 1, why)));
        } else {
            status = Status.ACTIVE;
            quarantine = Optional.empty();
            lastGood = cycle;
        }
    }

    /**
     * Two whole clock seconds at least: the {@code Date} header has no fractions, and a cycle must be later than it
     * beyond doubt.
     */
    private Instant afterDelay(Instant now) {
        Instant earliest = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        Instant wanted = now.plus(delay);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    String id() {
        return id;
    }

    Status status() {
        return status;
    }

    boolean isScheduled() {
        return scheduled;
    }

    Cycle last() {
        return last;
    }

    Cycle lastGood() {
        return lastGood;
    }

    Optional<Quarantine> quarantine() {
        return quarantine;
    }
}
