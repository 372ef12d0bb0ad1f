package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncRestart;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Describes the state of a provisioning job, and its consequences for a renewal. */
public final class SyncText {
    private final Messages messages;
    private final Clock clock;

    /**
     * The texts follow the language.
     *
     * @param clock tells what is still to come; dates are in its zone
     */
    public SyncText(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** What the job is doing, and since when if that matters. */
    public String state(SyncJob job) {
        return switch (job.status()) {
            case ACTIVE -> switch (job.schedule()) {
                case ACTIVE -> running(job);
                case DISABLED, PAUSED -> off(job);
                case UNKNOWN -> messages.text("sync.UNKNOWN");
            };
            case PAUSED -> off(job);
            case QUARANTINE -> quarantine(job);
            case NOT_RUN, NOT_CONFIGURED, FIRST_CYCLE, PAUSED_FOR_ERRORS, UNKNOWN ->
                messages.text("sync." + job.status());
        };
    }

    /**
     * The consequences for a renewal: whether the new token fixes the sync, and what Keyturn does after the save. The
     * same rule decides it then ({@link SyncRestart#need}).
     *
     * @param tokenRefused true if Apple refuses the present token
     */
    public String meaning(SyncJob job, boolean tokenRefused) {
        SyncRestart.Need need = SyncRestart.need(job, tokenRefused);
        return messages.text("sync.means." + switch (need) {
            case NOTHING, START, ASK -> need;
            case EXPLAIN -> explanation(job, tokenRefused);
        });
    }

    /** When a cycle last succeeded. */
    public String lastSuccess(SyncJob job) {
        return job.lastSuccess()
                .map(last -> messages.text("sync.last", day(last)))
                .orElseGet(() -> messages.text("sync.last.never"));
    }

    private String running(SyncJob job) {
        return job.lastSuccess()
                .map(last -> messages.text("sync.ACTIVE.last", day(last)))
                .orElseGet(() -> messages.text("sync.ACTIVE"));
    }

    /** A job that has been in quarantine is off for that reason. */
    private String off(SyncJob job) {
        return job.quarantine().isPresent()
                ? quarantine(job)
                : messages.text(job.schedule() == Schedule.DISABLED ? "sync.DISABLED" : "sync.PAUSED");
    }

    private String quarantine(SyncJob job) {
        String why = messages.text("sync.QUARANTINE." + reason(job));
        String since = job.quarantine()
                .flatMap(Quarantine::since)
                .map(began -> " " + messages.text("sync.QUARANTINE.since", day(began)))
                .orElse("");
        Optional<Instant> end = job.quarantine().flatMap(Quarantine::switchedOffAt);
        String off = switch (job.schedule()) {
            // A job that was switched off earlier was switched off by a person.
            case DISABLED -> " " + messages.text(
                    end.filter(this::isOver).isPresent() ? "sync.QUARANTINE.disabled" : "sync.QUARANTINE.off");
            case PAUSED -> " " + messages.text("sync.QUARANTINE.paused");
            case ACTIVE, UNKNOWN -> end.map(this::switchedOff).orElse("");
        };
        return why + since + off;
    }

    /** Microsoft may be late: a job can still be on after the four weeks. */
    private String switchedOff(Instant end) {
        return " " + (isOver(end)
                ? messages.text("sync.QUARANTINE.overdue")
                : messages.text("sync.QUARANTINE.until", day(end)));
    }

    private boolean isOver(Instant moment) {
        return !moment.isAfter(clock.instant());
    }

    private static String explanation(SyncJob job, boolean tokenRefused) {
        return switch (job.status()) {
            case NOT_CONFIGURED, NOT_RUN -> "NEVER_RAN";
            case FIRST_CYCLE, UNKNOWN -> "STATE_UNKNOWN";
            // Errors that are too many are cleaned up in the same way, whether or not they led to a quarantine.
            case PAUSED_FOR_ERRORS -> QuarantineReason.MANY_FAILURES.name();
            case ACTIVE, PAUSED, QUARANTINE -> {
                boolean held = job.status() == Status.QUARANTINE || job.quarantine().isPresent();
                // A bad token alone is no reason to leave a sync alone, so it must be the schedule that is unknown.
                yield held && !job.stoppedByToken(tokenRefused) ? explanation(reason(job)) : "STATE_UNKNOWN";
            }
        };
    }

    private static String explanation(QuarantineReason reason) {
        return switch (reason) {
            case TOO_MANY_DELETES, MANY_FAILURES, BY_MICROSOFT, INTAKE_INTERRUPTED, OTHER -> reason.name();
            case BAD_CREDENTIALS, UNNAMED_FAILURE, NOT_GIVEN, UNKNOWN -> QuarantineReason.UNKNOWN.name();
        };
    }

    private static QuarantineReason reason(SyncJob job) {
        Optional<QuarantineReason> named = job.quarantine().map(Quarantine::reason);
        return named.orElse(QuarantineReason.UNKNOWN);
    }

    private String day(Instant moment) {
        return messages.day(LocalDate.ofInstant(moment, clock.getZone()));
    }
}
