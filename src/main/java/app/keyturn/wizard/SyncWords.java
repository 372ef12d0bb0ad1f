package app.keyturn.wizard;

import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Quarantine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A provisioning job's state in plain words. */
public final class SyncWords {
    private final Messages messages;
    private final ZoneId zone;

    /**
     * Makes it.
     *
     * @param messages the words
     * @param zone for days
     */
    public SyncWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** What the job is doing, and since when if that matters. */
    public String state(SyncJob job) {
        return switch (job.status()) {
            case ACTIVE -> job.enabled() ? running(job) : messages.text("sync.DISABLED");
            case QUARANTINE -> quarantine(job);
            case PAUSED -> messages.text(job.enabled() ? "sync.PAUSED" : "sync.DISABLED");
            case NOT_RUN, NOT_CONFIGURED, UNKNOWN -> messages.text("sync." + job.status());
        };
    }

    private String running(SyncJob job) {
        return job.lastSuccess()
                .map(last -> messages.text("sync.ACTIVE.last", day(last)))
                .orElseGet(() -> messages.text("sync.ACTIVE"));
    }

    private String quarantine(SyncJob job) {
        Optional<Quarantine> quarantine = job.quarantine();
        String why = messages
                .text("sync.QUARANTINE." + quarantine.map(Quarantine::reason).orElse(SyncJob.QuarantineReason.UNKNOWN));
        return quarantine.flatMap(Quarantine::since)
                .map(since -> why + " " + messages.text("sync.QUARANTINE.since", day(since)))
                .orElse(why);
    }

    private String day(Instant moment) {
        return messages.day(LocalDate.ofInstant(moment, zone));
    }
}
