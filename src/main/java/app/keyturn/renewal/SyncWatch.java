package app.keyturn.renewal;

import java.time.Duration;
import java.util.function.Consumer;

/** Watches a job until a sync has run with the new token. It only reads. */
public final class SyncWatch {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;

    /**
     * Creates a watch.
     *
     * @param provisioning Microsoft's side
     * @param limits how long to watch, and how often to look
     */
    public SyncWatch(Provisioning provisioning, Limits limits, Timer timer) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
    }

    /**
     * Reads the job until a cycle with the new token has succeeded, or the time is up. A failed cycle does not end the
     * watch: the next one may succeed. Only time in which Keyturn could look counts: a clock that is set does not end
     * the watch, nor does a computer that sleeps.
     *
     * @param seen gets the job each time it is read
     * @return the last judgement
     * @throws ProblemException if the job could not be read the last time, or for a reason that does not go away by
     *     itself; it says that the token is saved
     * @throws InterruptedException if interrupted
     */
    public SyncProof watch(RenewalPlan plan, SaveProof proof, Consumer<SyncJob> seen)
            throws ProblemException, InterruptedException {
        Duration left = limits.watch();
        while (true) {
            Duration began = timer.uptime();
            boolean last = !left.isPositive();
            try {
                SyncJob job = provisioning.readJob(plan.app().id(), plan.job().id());
                seen.accept(job);
                SyncProof judgement = SyncProof.of(job, proof);
                if (last || judgement instanceof SyncProof.Seen) {
                    return judgement;
                }
            } catch (ProblemException e) {
                if (last || !isTransient(e.problem().code())) {
                    throw e.after(ChangeState.SAVED);
                }
            }
            timer.pause(limits.watchPause());
            left = left.minus(awake(timer.uptime().minus(began)));
        }
    }

    /** The uptime goes on during sleep on some systems. No look takes longer than a step, so more was slept through. */
    private Duration awake(Duration passed) {
        Duration longest = limits.step().plus(limits.watchPause());
        return passed.compareTo(longest) > 0 ? limits.watchPause() : passed;
    }

    /** True if the next attempt may succeed by itself. */
    private static boolean isTransient(ProblemCode code) {
        return switch (code) {
            case NET_NO_NAME, NET_REFUSED, NET_UNREACHABLE, NET_TIMED_OUT, NET_STRANGE_ANSWER, SERVICE_BUSY,
                    SERVICE_DOWN, SERVICE_REFUSED ->
                true;
            case SIGNIN_DECLINED, SIGNIN_NEEDS_APPROVAL, SIGNIN_PARTNER, SIGNIN_BLOCKED, SIGNIN_CROSS_TENANT,
                    SIGNIN_DEVICE, SIGNIN_NETWORK, SIGNIN_RISK, SIGNIN_NOT_ASSIGNED, SIGNIN_WRONG_ACCOUNT,
                    SIGNIN_PERSONAL_ACCOUNT, SIGNIN_ACCOUNT, SIGNIN_EXTRA_PROOF, SIGNIN_PROOF_SETUP,
                    SIGNIN_NO_SUCH_TENANT, SIGNIN_OTHER_CLOUD, SIGNIN_SINGLE_TENANT, SIGNIN_APP_MISSING, SIGNIN_APP_OFF,
                    SIGNIN_NOT_PUBLIC, SIGNIN_SINGLE_PAGE, SIGNIN_NO_REDIRECT, SIGNIN_APP_REFUSED, SIGNIN_TIMED_OUT,
                    SIGNIN_CANCELLED, SIGNIN_NO_PORT, SIGNIN_FAILED, SIGNIN_EXPIRED, NET_INSPECTED, NET_NOT_TRUSTED,
                    CLOCK_WRONG, NET_PROXY_PASSWORD,
                    NET_PROXY_UNSUPPORTED, ROLE_MISSING, APP_GONE, TOKEN_TOO_LONG_FOR_CLOUD, SETTING_NOT_UNDERSTOOD,
                    STOPPED,
                    INTERNAL_FAULT,
                    APP_NOT_FOUND, SYNC_NOT_SET_UP, SYNC_NOT_BY_TOKEN, TOKEN_REJECTED, TOKEN_NOT_CHECKED,
                    TOKEN_TEST_FAILED, SAVED_TOKEN_REJECTED, SAVED_TOKEN_NOT_CHECKED, SAVED_TOKEN_TEST_FAILED,
                    SAVE_REFUSED, SAVE_SETTINGS_MOVING, SAVE_UNKNOWN, SAVE_SETTINGS_LOST, SYNC_TOO_MANY_DELETES,
                    SYNC_QUARANTINED_OTHERWISE, SYNC_NEVER_RAN, SYNC_STATE_UNKNOWN, SYNC_START_UNKNOWN ->
                false;
        };
    }
}
