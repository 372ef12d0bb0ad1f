package app.keyturn.renewal;

import java.time.Instant;
import java.util.function.Consumer;

/** Watches a job until a sync has run with the new token. It only reads. */
public final class SyncWatch {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;

    /**
     * Makes a watch.
     *
     * @param provisioning Microsoft's side
     * @param limits how long, and how often to look
     * @param timer time
     */
    public SyncWatch(Provisioning provisioning, Limits limits, Timer timer) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
    }

    /**
     * Looks until a cycle with the new token has ended well, or the time is up. A cycle that failed does not end the
     * watch: the next one may be better.
     *
     * @param seen gets each look at the job
     * @return the last judgement
     * @throws ProblemException if the job could not be read at the last look, or for a reason that does not pass by
     *     itself; it says that the token is saved
     * @throws InterruptedException if interrupted
     */
    public SyncProof watch(RenewalPlan plan, SaveProof proof, Consumer<SyncJob> seen)
            throws ProblemException, InterruptedException {
        Instant end = timer.now().plus(limits.watch());
        while (true) {
            boolean last = !timer.now().isBefore(end);
            try {
                SyncJob job = provisioning.readJob(plan.app().id(), plan.job().id());
                seen.accept(job);
                SyncProof judgement = SyncProof.of(job, proof);
                if (last || judgement instanceof SyncProof.Seen) {
                    return judgement;
                }
            } catch (ProblemException e) {
                if (last || !passes(e.problem())) {
                    throw new ProblemException(e.problem().with(ChangeState.SAVED));
                }
            }
            timer.pause(limits.watchPause());
        }
    }

    /** True if the next look may be better although nobody does anything. */
    private static boolean passes(Problem problem) {
        return problem instanceof ServiceProblem service && switch (service.reason()) {
            case NET_NO_NAME, NET_REFUSED, NET_UNREACHABLE, NET_TIMED_OUT, NET_STRANGE_ANSWER, SERVICE_BUSY,
                    SERVICE_DOWN, SERVICE_REFUSED ->
                true;
            case NET_INSPECTED, NET_NOT_TRUSTED, CLOCK_WRONG, NET_PROXY_PASSWORD, NET_PROXY_UNSUPPORTED, ROLE_MISSING,
                    APP_GONE, TOKEN_TOO_LONG_FOR_CLOUD, STOPPED, INTERNAL_FAULT ->
                false;
        };
    }
}
