package app.keyturn.renewal;

import app.keyturn.renewal.RenewalOutcome.Renewed;

/**
 * The renewal: test the new token, save it, check what was saved, restart the sync. The first step that fails ends it,
 * and the token stays with the caller.
 */
public final class Renewal {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;
    private final SyncRestart syncRestart;

    /**
     * Creates a renewal.
     *
     * @param provisioning Microsoft's side
     */
    public Renewal(Provisioning provisioning, Limits limits, Timer timer) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
        this.syncRestart = new SyncRestart(provisioning, limits, timer);
    }

    /**
     * Tests the saved credentials, to know before the renewal whether the present token still works. A test that could
     * not be made is a result, too.
     *
     * @throws ProblemException if the sign-in has ended
     * @throws InterruptedException if interrupted
     */
    public Baseline baseline(ProvisioningApp app, SyncJob job) throws ProblemException, InterruptedException {
        return Baseline.take(provisioning, app, job, timer);
    }

    /**
     * Renews. Blocks until it ends; an interrupt ends it early, except during the save itself.
     *
     * @param plan what to renew
     * @param token the new token; it is not destroyed here
     * @param listener gets each step
     * @return how it ended; never throws
     */
    public RenewalOutcome run(RenewalPlan plan, ScimToken token, StepListener listener) {
        return new RenewalRun(provisioning, limits, timer, plan, listener).run(token);
    }

    /**
     * Checks again what was saved, and goes on to the sync. It reads and tests; it never saves.
     *
     * @param saved what an earlier run or check could not check
     * @param listener gets each step, from {@link Step#CHECK} on
     * @return how it ended; never throws
     */
    public RenewalOutcome checkAgain(SavedToken saved, StepListener listener) {
        return new RenewalRun(provisioning, limits, timer, saved.plan(), listener).checkAgain(saved);
    }

    /**
     * Tries again to restart the sync: starts a paused or disabled job once the user has agreed, or repeats an attempt
     * that failed. The job is read first.
     *
     * @param plan what was renewed
     * @param renewed the proof that the saved token is good
     * @return the result; the user is not asked a second time
     * @throws ProblemException if the job could not be read; it says that the token is saved
     * @throws InterruptedException if interrupted
     */
    public SyncRestartResult resume(RenewalPlan plan, Renewed renewed) throws ProblemException, InterruptedException {
        StepDeadline deadline = new StepDeadline(timer, limits.step());
        try (deadline) {
            deadline.begin();
            return switch (renewed.syncRestart()) {
                case SyncRestartResult.ConsentNeeded _ ->
                    syncRestart.startAfterConsent(plan);
                case SyncRestartResult.LeftAlone alone when alone.problem().code().group() != ProblemCode.Group.SYNC ->
                    syncRestart.afterRenewal(plan);
                case SyncRestartResult.NotNeeded _,SyncRestartResult.Started _,SyncRestartResult.LeftAlone _ ->
                    renewed.syncRestart();
            };
        } catch (ProblemException e) {
            throw e.after(ChangeState.SAVED);
        } catch (InterruptedException e) {
            if (deadline.hasExpired()) {
                throw new ProblemException(new Problem(ProblemCode.NET_TIMED_OUT, ChangeState.SAVED,
                        Diagnostics.at(timer.now())));
            }
            throw e;
        }
    }
}
