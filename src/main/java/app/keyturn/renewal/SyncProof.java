package app.keyturn.renewal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether a sync has run with the new token. */
public sealed interface SyncProof {
    /** No cycle that began after the save has ended. */
    record NotYet() implements SyncProof {}

    /** A cycle that began after the save has succeeded. */
    record Seen(SyncJob.Execution cycle) implements SyncProof {}

    /** A cycle that began after the save has failed. */
    record Failed(SyncJob.Execution cycle) implements SyncProof {}

    /**
     * Judges a job. The time of the save comes from a {@code Date} header, without fractions of a second; so a cycle
     * counts only if it began after that whole second, and one that began shortly before the save never does.
     *
     * @param job as last read
     * @param proof the save
     */
    static SyncProof of(SyncJob job, SaveProof proof) {
        Instant firstCounted = proof.at().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Optional<SyncJob.Execution> fresh = job.lastExecution()
                .filter(cycle -> !cycle.began().isBefore(firstCounted) && cycle.ended().isPresent());
        return fresh.<SyncProof>map(cycle -> switch (cycle.result()) {
            case SUCCEEDED, ENTRY_LEVEL_ERRORS -> new Seen(cycle);
            case FAILED -> new Failed(cycle);
            case UNKNOWN -> new NotYet();
        }).orElseGet(NotYet::new);
    }
}
