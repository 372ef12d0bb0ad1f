package app.keyturn.pages.common;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.renewal.SyncRestart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Describes the state of a provisioning job, and its consequences for a renewal. */
public final class SyncText {
    private final Messages messages;
    private final ZoneId zone;

    /**
     * The texts follow the language.
     *
     * @param zone for dates
     */
    public SyncText(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
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
            case NOT_RUN, NOT_CONFIGURED, UNKNOWN -> messages.text("sync." + job.status());
        };
    }

    /**
     * The consequences for a renewal: whether the new token fixes the sync, and what Keyturn does after the save. The
     * same rule decides it then ({@link SyncRestart#need}).
     */
    public String meaning(SyncJob job) {
        SyncRestart.Need need = SyncRestart.need(job);
        return messages.text("sync.means." + switch (need) {
            case NOTHING, START, ASK -> need;
            case EXPLAIN -> explanation(job);
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
        String off = switch (job.schedule()) {
            case DISABLED -> " " + messages.text("sync.QUARANTINE.disabled");
            case PAUSED -> " " + messages.text("sync.QUARANTINE.paused");
            case ACTIVE, UNKNOWN -> job.quarantine()
                    .flatMap(Quarantine::switchedOffAt)
                    .map(end -> " " + messages.text("sync.QUARANTINE.until", day(end)))
                    .orElse("");
        };
        return why + since + off;
    }

    private static String explanation(SyncJob job) {
        return switch (job.status()) {
            case NOT_CONFIGURED, NOT_RUN -> "NEVER_RAN";
            case UNKNOWN -> "STATE_UNKNOWN";
            case ACTIVE, PAUSED, QUARANTINE -> {
                boolean held = job.status() == Status.QUARANTINE || job.quarantine().isPresent();
                // A bad token alone is no reason to leave a sync alone, so it must be the schedule that is unknown.
                yield held && !job.stoppedByToken() ? reason(job).name() : "STATE_UNKNOWN";
            }
        };
    }

    private static QuarantineReason reason(SyncJob job) {
        Optional<QuarantineReason> named = job.quarantine().map(Quarantine::reason);
        return named.orElse(QuarantineReason.UNKNOWN);
    }

    private String day(Instant moment) {
        return messages.day(LocalDate.ofInstant(moment, zone));
    }
}
