package app.keyturn.renewal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What is known of the time of a save, to tell which sync cycles are new. This computer's clock plays no part in it. */
public sealed interface SaveTime {
    /**
     * A time by Microsoft's clock, not before the save.
     *
     * @param at from a {@code Date} header, in whole seconds
     */
    record Dated(Instant at) implements SaveTime {}

    /**
     * No response had a {@code Date}. Then the job's own times tell.
     *
     * @param lastCycle when the last cycle known before the save began, by Microsoft's clock; empty if none ran
     */
    record Undated(Optional<Instant> lastCycle) implements SaveTime {}

    /**
     * The time of a save.
     *
     * @param date the {@code Date} of the response that proves it, if it has one
     * @param before the job as last read before the save
     */
    static SaveTime of(Optional<Instant> date, SyncJob before) {
        return date.<SaveTime>map(Dated::new)
                .orElseGet(() -> new Undated(before.lastExecution().map(SyncJob.Execution::began)));
    }

    /**
     * The same, with the help of a response that came after the save.
     *
     * @param later the {@code Date} of that response, if it has one
     */
    default SaveTime orNotLaterThan(Optional<Instant> later) {
        return switch (this) {
            case Dated dated -> dated;
            case Undated undated -> later.<SaveTime>map(Dated::new).orElse(undated);
        };
    }

    /**
     * True if a cycle began after the save. A {@code Date} has no fractions of a second, so a cycle counts only if it
     * began after that whole second.
     */
    default boolean isBefore(SyncJob.Execution cycle) {
        return switch (this) {
            case Dated(Instant at) -> !cycle.began().isBefore(at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
            case Undated(Optional<Instant> lastCycle) -> lastCycle.map(cycle.began()::isAfter).orElse(true);
        };
    }
}
