package app.keyturn.renewal;

import app.keyturn.renewal.SyncJob.Schedule;

/**
 * Restarts the sync after a good save. Microsoft warns against starting a running job ("Don't create scripts to call
 * the start job continuously", Microsoft Learn, "Start synchronizationJob"), so the job is read first and started at
 * most once, for one reason.
 */
public final class SyncRestart {
    private final Provisioning provisioning;
    private final Limits limits;
    private final Timer timer;

    SyncRestart(Provisioning provisioning, Limits limits, Timer timer) {
        this.provisioning = provisioning;
        this.limits = limits;
        this.timer = timer;
    }

    /** What a job's state calls for once the token is renewed. */
    public enum Need {
        /** It runs by itself. */
        NOTHING,
        /** The old token had stopped it: it is started, once. */
        START,
        /** It is paused or switched off: the user is asked. */
        ASK,
        /** It is stopped for another reason, and left alone. */
        EXPLAIN
    }

    /** Reads the job, and starts it only if it is enabled and bad credentials had stopped it. */
    SyncRestartResult afterRenewal(RenewalPlan plan) throws ProblemException, InterruptedException {
        return restart(plan, false, new ThrottleBackoff(timer, limits));
    }

    /** Reads the job, and starts it if it is still paused or disabled: the user has agreed. */
    SyncRestartResult startAfterConsent(RenewalPlan plan) throws ProblemException, InterruptedException {
        return restart(plan, true, new ThrottleBackoff(timer, limits));
    }

    private SyncRestartResult restart(RenewalPlan plan, boolean agreed, ThrottleBackoff backoff)
            throws ProblemException, InterruptedException {
        SyncJob job = read(plan);
        return switch (need(job, plan.oldTokenRefused())) {
            case NOTHING -> new SyncRestartResult.NotNeeded();
            case START -> start(plan, job, agreed, backoff);
            case ASK -> agreed ? start(plan, job, true, backoff) : new SyncRestartResult.ConsentNeeded(job);
            case EXPLAIN -> new SyncRestartResult.LeftAlone(explanation(job));
        };
    }

    private SyncJob read(RenewalPlan plan) throws ProblemException, InterruptedException {
        return provisioning.readJob(plan.app().id(), plan.job().id());
    }

    /**
     * What a job in this state calls for.
     *
     * @param oldTokenRefused true if a test before the renewal showed that Apple refuses the token saved then
     */
    public static Need need(SyncJob job, boolean oldTokenRefused) {
        if (job.runs()) {
            return Need.NOTHING;
        }
        return switch (job.status()) {
            case ACTIVE, PAUSED -> switchedOff(job, oldTokenRefused);
            case QUARANTINE -> job.enabled() && job.stoppedByToken(oldTokenRefused)
                    ? Need.START
                    : switchedOff(job, oldTokenRefused);
            case NOT_CONFIGURED, NOT_RUN, FIRST_CYCLE, PAUSED_FOR_ERRORS, UNKNOWN -> Need.EXPLAIN;
        };
    }

    /** A job that does not run by itself: the user may start it, unless something other than the token stopped it. */
    private static Need switchedOff(SyncJob job, boolean oldTokenRefused) {
        boolean quarantined = job.status() == SyncJob.Status.QUARANTINE || job.quarantine().isPresent();
        boolean stoppedOtherwise = quarantined && !job.stoppedByToken(oldTokenRefused);
        return stoppedOtherwise || job.schedule() == Schedule.UNKNOWN ? Need.EXPLAIN : Need.ASK;
    }

    private static boolean stoppedBy(SyncJob job, SyncJob.QuarantineReason reason) {
        return job.quarantine().filter(it -> it.reason() == reason).isPresent();
    }

    /** An interrupt is a lost response, too: the request may have arrived. */
    private SyncRestartResult start(RenewalPlan plan, SyncJob job, boolean agreed, ThrottleBackoff backoff)
            throws ProblemException, InterruptedException {
        try {
            provisioning.start(plan.app().id(), job.id());
            return new SyncRestartResult.Started();
        } catch (ProblemException e) {
            if (e.retryAfter().isPresent() && backoff.pauseOrGiveUp(e.retryAfter())) {
                // Microsoft has started nothing, and asks to be asked again. The job may need it no longer.
                return restart(plan, agreed, backoff);
            }
            return e.isBeforeSending()
                    ? new SyncRestartResult.LeftAlone(e.problem())
                    : afterLostStart(plan, e.problem());
        } catch (InterruptedException e) {
            return unknown(Diagnostics.at(timer.now()));
        }
    }

    /** A start whose response is lost is not sent again; the job shows whether it arrived. A refused one did not. */
    private SyncRestartResult afterLostStart(RenewalPlan plan, Problem lost) {
        try {
            if (read(plan).runs()) {
                return new SyncRestartResult.Started();
            }
        } catch (ProblemException | InterruptedException alsoLost) {
            return notStarted(lost);
        }
        return notStarted(lost);
    }

    private static SyncRestartResult notStarted(Problem lost) {
        return isRefusal(lost.code()) ? new SyncRestartResult.LeftAlone(lost) : unknown(lost.details());
    }

    /** True if Microsoft has said that it did not start anything, or never got the request. */
    private static boolean isRefusal(ProblemCode code) {
        return switch (code) {
            case SIGNIN_DECLINED, SIGNIN_NEEDS_APPROVAL, SIGNIN_PARTNER, SIGNIN_BLOCKED, SIGNIN_CROSS_TENANT,
                    SIGNIN_DEVICE, SIGNIN_NETWORK, SIGNIN_RISK, SIGNIN_NOT_ASSIGNED, SIGNIN_WRONG_ACCOUNT,
                    SIGNIN_PERSONAL_ACCOUNT, SIGNIN_ACCOUNT, SIGNIN_EXTRA_PROOF, SIGNIN_PROOF_SETUP,
                    SIGNIN_NO_SUCH_TENANT, SIGNIN_OTHER_CLOUD, SIGNIN_SINGLE_TENANT, SIGNIN_APP_MISSING, SIGNIN_APP_OFF,
                    SIGNIN_NOT_PUBLIC, SIGNIN_SINGLE_PAGE, SIGNIN_NO_REDIRECT, SIGNIN_APP_REFUSED, SIGNIN_TIMED_OUT,
                    SIGNIN_CANCELLED, SIGNIN_NO_PORT, SIGNIN_FAILED, SIGNIN_EXPIRED, ROLE_MISSING, APP_GONE,
                    SERVICE_REFUSED, SERVICE_BUSY, NET_NO_NAME, NET_REFUSED,
                    NET_INSPECTED, NET_PROXY_PASSWORD, NET_PROXY_UNSUPPORTED ->
                true;
            case NET_UNREACHABLE, NET_NOT_TRUSTED, CLOCK_WRONG, NET_TIMED_OUT, NET_STRANGE_ANSWER, SERVICE_DOWN,
                    TOKEN_TOO_LONG_FOR_CLOUD, SETTING_NOT_UNDERSTOOD, STOPPED, INTERNAL_FAULT, APP_NOT_FOUND,
                    SYNC_NOT_SET_UP,
                    SYNC_NOT_BY_TOKEN, TOKEN_REJECTED, TOKEN_NOT_CHECKED, TOKEN_TEST_FAILED, SAVED_TOKEN_REJECTED,
                    SAVED_TOKEN_NOT_CHECKED, SAVED_TOKEN_TEST_FAILED, SAVE_REFUSED, SAVE_SETTINGS_MOVING,
                    SAVE_UNKNOWN, SAVE_SETTINGS_LOST, SYNC_TOO_MANY_DELETES, SYNC_QUARANTINED_OTHERWISE,
                    SYNC_NEVER_RAN, SYNC_STATE_UNKNOWN, SYNC_START_UNKNOWN ->
                false;
        };
    }

    private static SyncRestartResult unknown(Diagnostics details) {
        return new SyncRestartResult.LeftAlone(new Problem(ProblemCode.SYNC_START_UNKNOWN, details));
    }

    private Problem explanation(SyncJob job) {
        ProblemCode code = switch (job.status()) {
            case NOT_CONFIGURED, NOT_RUN -> ProblemCode.SYNC_NEVER_RAN;
            case FIRST_CYCLE, UNKNOWN -> ProblemCode.SYNC_STATE_UNKNOWN;
            case PAUSED_FOR_ERRORS -> ProblemCode.SYNC_QUARANTINED_OTHERWISE;
            case ACTIVE, PAUSED, QUARANTINE -> {
                if (stoppedBy(job, SyncJob.QuarantineReason.TOO_MANY_DELETES)) {
                    yield ProblemCode.SYNC_TOO_MANY_DELETES;
                }
                yield job.schedule() == Schedule.UNKNOWN
                        ? ProblemCode.SYNC_STATE_UNKNOWN
                        : ProblemCode.SYNC_QUARANTINED_OTHERWISE;
            }
        };
        return new Problem(code, Diagnostics.at(timer.now()));
    }
}
