package app.keyturn.renewal;

import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncProblem.Reason;

/**
 * Brings sync back after a good save. Microsoft warns against starting a running job ("Don't create scripts to call
 * the start job continuously", Microsoft Learn, "Start synchronizationJob"), so the job is read first and started at
 * most once, for one reason.
 */
public final class SyncRestart {
    private final Provisioning provisioning;
    private final Timer timer;

    SyncRestart(Provisioning provisioning, Timer timer) {
        this.provisioning = provisioning;
        this.timer = timer;
    }

    /** What a job's state calls for once the token is renewed. */
    public enum Need {
        /** It runs by itself. */
        NOTHING,
        /** The bad token had stopped it: it is started, once. */
        START,
        /** It is paused or switched off: a person is asked. */
        ASK,
        /** It stands still for a reason of its own, and is left so. */
        EXPLAIN
    }

    /** Reads the job, and starts it only if bad credentials had stopped it and it is meant to run. */
    SyncRestartResult afterRenewal(String appId, String jobId) throws ProblemException, InterruptedException {
        SyncJob job = provisioning.readJob(appId, jobId);
        return switch (need(job)) {
            case NOTHING -> new SyncRestartResult.NotNeeded();
            case START -> start(appId, job);
            case ASK -> new SyncRestartResult.AskFirst(job);
            case EXPLAIN -> new SyncRestartResult.LeftAlone(explanation(job));
        };
    }

    /** Reads the job, and starts it if it is still paused or disabled: a person has agreed. */
    SyncRestartResult startAgreed(String appId, String jobId) throws ProblemException, InterruptedException {
        SyncJob job = provisioning.readJob(appId, jobId);
        return switch (need(job)) {
            case NOTHING -> new SyncRestartResult.NotNeeded();
            case START, ASK -> start(appId, job);
            case EXPLAIN -> new SyncRestartResult.LeftAlone(explanation(job));
        };
    }

    /** What a job in this state calls for. */
    public static Need need(SyncJob job) {
        return switch (job.status()) {
            case ACTIVE -> job.enabled() ? Need.NOTHING : switchedOff(job);
            case PAUSED -> switchedOff(job);
            case QUARANTINE -> job.enabled() && job.stoppedByToken() ? Need.START : switchedOff(job);
            case NOT_CONFIGURED, NOT_RUN, UNKNOWN -> Need.EXPLAIN;
        };
    }

    /** A job that does not run by itself: a person may start it, unless something else than the token stopped it. */
    private static Need switchedOff(SyncJob job) {
        boolean quarantined = job.status() == SyncJob.Status.QUARANTINE || job.quarantine().isPresent();
        boolean stoppedOtherwise = quarantined && !job.stoppedByToken();
        return stoppedOtherwise || job.schedule() == Schedule.UNKNOWN ? Need.EXPLAIN : Need.ASK;
    }

    private static boolean stoppedBy(SyncJob job, SyncJob.QuarantineReason reason) {
        return job.quarantine().filter(it -> it.reason() == reason).isPresent();
    }

    /** An interrupt is a lost answer, too: the request may have arrived. */
    private SyncRestartResult start(String appId, SyncJob job) {
        try {
            provisioning.start(appId, job.id());
            return new SyncRestartResult.Started();
        } catch (ProblemException e) {
            return afterLostStart(appId, job, e.problem());
        } catch (InterruptedException stopped) {
            return unknown(Diagnostics.at(timer.now()));
        }
    }

    /** A start whose answer is lost is not sent again; the job tells whether it arrived. One that was refused did not. */
    private SyncRestartResult afterLostStart(String appId, SyncJob job, Problem lost) {
        try {
            if (need(provisioning.readJob(appId, job.id())) == Need.NOTHING) {
                return new SyncRestartResult.Started();
            }
        } catch (ProblemException | InterruptedException alsoLost) {
            return notStarted(lost);
        }
        return notStarted(lost);
    }

    private static SyncRestartResult notStarted(Problem lost) {
        return isRefusal(lost)
                ? new SyncRestartResult.LeftAlone(lost.with(ChangeState.SAVED))
                : unknown(lost.details());
    }

    /** True if Microsoft has said that it did not start anything, or was not even asked. */
    private static boolean isRefusal(Problem problem) {
        return switch (problem) {
            case SignInProblem _ -> true;
            case ServiceProblem service -> switch (service.reason()) {
                case ROLE_MISSING, APP_GONE, SERVICE_REFUSED, SERVICE_BUSY, NET_NO_NAME, NET_REFUSED, NET_INSPECTED,
                        NET_PROXY_PASSWORD, NET_PROXY_UNSUPPORTED ->
                    true;
                case NET_UNREACHABLE, NET_NOT_TRUSTED, CLOCK_WRONG, NET_TIMED_OUT, NET_STRANGE_ANSWER, SERVICE_DOWN,
                        TOKEN_TOO_LONG_FOR_CLOUD, STOPPED, INTERNAL_FAULT ->
                    false;
            };
            case AppProblem _,TokenProblem _,SaveProblem _,SyncProblem _ -> false;
        };
    }

    private static SyncRestartResult unknown(Diagnostics details) {
        return new SyncRestartResult.LeftAlone(new SyncProblem(Reason.SYNC_START_UNKNOWN, details));
    }

    private SyncProblem explanation(SyncJob job) {
        Reason reason = switch (job.status()) {
            case NOT_CONFIGURED, NOT_RUN -> Reason.SYNC_NEVER_RAN;
            case UNKNOWN -> Reason.SYNC_STATE_UNKNOWN;
            case ACTIVE, PAUSED, QUARANTINE -> {
                if (stoppedBy(job, SyncJob.QuarantineReason.TOO_MANY_DELETES)) {
                    yield Reason.SYNC_TOO_MANY_DELETES;
                }
                yield job.schedule() == Schedule.UNKNOWN
                        ? Reason.SYNC_STATE_UNKNOWN
                        : Reason.SYNC_QUARANTINED_OTHERWISE;
            }
        };
        return new SyncProblem(reason, Diagnostics.at(timer.now()));
    }
}
