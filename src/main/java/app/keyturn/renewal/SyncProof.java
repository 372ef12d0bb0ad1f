package app.keyturn.renewal;

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
     * Judges a job. Only a cycle that began after the save, by Microsoft's own times, and has ended counts.
     *
     * @param job as last read
     * @param proof the save
     */
    static SyncProof of(SyncJob job, SaveProof proof) {
        Optional<SyncJob.Execution> fresh = job.lastExecution()
                .filter(cycle -> proof.time().isBefore(cycle) && cycle.ended().isPresent());
        return fresh.<SyncProof>map(cycle -> switch (cycle.result()) {
            case SUCCEEDED, ENTRY_LEVEL_ERRORS -> new Seen(cycle);
            case FAILED -> new Failed(cycle);
            case UNKNOWN -> new NotYet();
        }).orElseGet(NotYet::new);
    }
}
