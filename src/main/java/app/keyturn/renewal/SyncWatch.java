package app.keyturn.renewal;

import java.time.Instant;
import java.util.function.Consumer;

/** Watches a job until a sync has run with the new token. It only reads. */
public final class SyncWatch {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Waiting waiting;

    /**
     * Makes a watch.
     *
     * @param provisioning Microsoft's side
     * @param limits how long, and how often to look
     * @param waiting time
     */
    public SyncWatch(Provisioning provisioning, Limits limits, Waiting waiting) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.waiting = waiting;
    }

    /**
     * Looks until a cycle with the new token has ended well, or the time is up. A cycle that failed does not end the
     * watch: the next one may be better.
     *
     * @param seen gets each look at the job
     * @return the last judgement
     * @throws ProblemException if the job could not be read at the last look; it says that the token is saved
     * @throws InterruptedException if interrupted
     */
    public SyncProof watch(RenewalPlan plan, SaveProof proof, Consumer<SyncJob> seen)
            throws ProblemException, InterruptedException {
        Instant end = waiting.now().plus(limits.watch());
        while (true) {
            boolean last = !waiting.now().isBefore(end);
            try {
                SyncJob job = provisioning.readJob(plan.app().id(), plan.job().id());
                seen.accept(job);
                SyncProof judgement = SyncProof.of(job, proof);
                if (last || judgement instanceof SyncProof.Seen) {
                    return judgement;
                }
            } catch (ProblemException e) {
                if (last || e.problem() instanceof SignInProblem) {
                    throw new ProblemException(e.problem().with(Changed.SAVED));
                }
            }
            waiting.pause(limits.watchPause());
        }
    }
}
