package app.keyturn.pages.done;

import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.SyncWatch;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The first sync with the new token, watched until it has run; where it stands still, what can be done about that. */
public final class SyncModel {
    private final Renewal renewal;
    private final SyncWatch watch;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<Instant> looked = new ReadOnlyObjectWrapper<>(this, "looked", Instant.EPOCH);
    private final ReadOnlyObjectWrapper<@Nullable SyncJob> job = new ReadOnlyObjectWrapper<>(this, "job");
    private final ReadOnlyObjectWrapper<@Nullable SyncRestartResult> resume = new ReadOnlyObjectWrapper<>(this,
            "resume");
    private final ReadOnlyObjectWrapper<SyncProof> proof = new ReadOnlyObjectWrapper<>(this, "proof",
            new SyncProof.NotYet());
    private final ReadOnlyBooleanWrapper watching = new ReadOnlyBooleanWrapper(this, "watching");
    private final ReadOnlyObjectWrapper<@Nullable Problem> watchProblem = new ReadOnlyObjectWrapper<>(this,
            "watchProblem");
    private Tasks.@Nullable Running running;
    private boolean begun;
    /** Before, the job is known only as it stood when it was found. */
    private boolean seenSince;

    /**
     * Makes it.
     *
     * @param renewal switches a paused sync on, if the person says so
     * @param watch watches the first sync
     * @param renewalState holds the result
     * @param frame shows problems
     * @param tasks runs the watch
     * @param clock tells when the job was looked at
     */
    public SyncModel(Renewal renewal, SyncWatch watch, RenewalState renewalState, Frame frame, Tasks tasks,
            Clock clock) {
        this.renewal = renewal;
        this.watch = watch;
        this.renewalState = renewalState;
        this.frame = frame;
        this.tasks = tasks;
        this.clock = clock;
        looked.set(clock.instant());
    }

    /** Begins with the result, once there is one; does nothing the second time. */
    void begin() {
        RenewalState.Result result = renewalState.result().get();
        if (result != null && !begun) {
            begun = true;
            job.set(result.plan().job());
            looked.set(result.at());
            resume.set(result.outcome().syncRestart());
            watchIfItRuns(result);
        }
    }

    /** The job as last read; null before the first look. */
    public ReadOnlyObjectProperty<@Nullable SyncJob> job() {
        return job.getReadOnlyProperty();
    }

    /** When the job was looked at last, by this computer's clock. */
    public ReadOnlyObjectProperty<Instant> looked() {
        return looked.getReadOnlyProperty();
    }

    /** What became of the sync right after the save, or when somebody looked after it since. */
    SyncRestartResult resumed(RenewalState.Result result) {
        SyncRestartResult known = resume.get();
        return known == null ? result.outcome().syncRestart() : known;
    }

    /** What became of the sync right after the save; null before. */
    public ReadOnlyObjectProperty<@Nullable SyncRestartResult> resume() {
        return resume.getReadOnlyProperty();
    }

    /** Whether a sync has run with the new token. */
    public ReadOnlyObjectProperty<SyncProof> proof() {
        return proof.getReadOnlyProperty();
    }

    /** True while the first sync is being watched for. */
    public ReadOnlyBooleanProperty watching() {
        return watching.getReadOnlyProperty();
    }

    /** Why the sync can be watched no longer; null while it can. */
    public ReadOnlyObjectProperty<@Nullable Problem> watchProblem() {
        return watchProblem.getReadOnlyProperty();
    }

    /** How the first sync stands: the end of a key in the bundle, behind {@code done.sync.}. */
    public String firstSync() {
        return switch (proof.get()) {
            case SyncProof.Seen _ -> "seen";
            case SyncProof.Failed _ -> "failed";
            case SyncProof.NotYet _ when resume.get() instanceof SyncRestartResult.AskFirst -> "not-running";
            case SyncProof.NotYet _ when resume.get() instanceof SyncRestartResult.LeftAlone alone ->
                isNotKnown(alone.problem()) ? "not-known" : "not-running";
            case SyncProof.NotYet _ -> watching.get() ? "waiting" : "unwatched";
        };
    }

    /** True if the job was seen to stand still at the last look. */
    boolean standsStill() {
        SyncJob seen = job.get();
        return seenSince && seen != null && !(seen.status() == SyncJob.Status.ACTIVE && seen.enabled());
    }

    /** True if looking again may help. */
    public boolean worthALook() {
        return resume.get() instanceof SyncRestartResult.LeftAlone alone
                && (!isAboutTheSync(alone.problem()) || alone.problem().action() == Action.READ_AGAIN);
    }

    /** Looks again as the one problem that is left calls for: a start that may have arrived is never sent again. */
    public void lookAgain() {
        if (resume.get() instanceof SyncRestartResult.LeftAlone alone && isAboutTheSync(alone.problem())) {
            watchAgain();
        } else {
            lookAfterSync();
        }
    }

    /** Watches for the first sync again. This only reads. */
    public void watchAgain() {
        RenewalState.Result result = renewalState.result().get();
        if (result != null) {
            frame.clearProblem();
            watch(result, this::offerSignIn);
        }
    }

    /** Looks after the sync once more; starts a paused one, since the person has read what that carries out. */
    public void lookAfterSync() {
        RenewalState.Result result = renewalState.result().get();
        SyncRestartResult before = resume.get();
        if (result == null || before == null) {
            return;
        }
        stop();
        resume.set(null);
        frame.clearProblem();
        Renewed renewed = new Renewed(result.outcome().proof(), result.outcome().tests(), before);
        tasks.start(() -> renewal.resume(result.plan(), renewed), answer -> {
            resume.set(answer);
            if (answer instanceof SyncRestartResult.LeftAlone alone) {
                offerSignIn(alone.problem());
            }
            watchIfItRuns(result);
        }, Tasks.after(ChangeState.SAVED, problem -> {
            resume.set(before);
            frame.show(problem);
        }));
    }

    /** A sync that stands still cannot be waited for. */
    private void watchIfItRuns(RenewalState.Result result) {
        if (resume.get() instanceof SyncRestartResult.NotNeeded || resume.get() instanceof SyncRestartResult.Started) {
            watch(result, _ -> {}); // nobody has asked for anything yet, and the page says how it stands
        }
    }

    /** Somebody wants to look again: where that takes another sign-in, it is offered. */
    private void offerSignIn(Problem problem) {
        if (problem.action() == Action.SIGN_IN_AGAIN) {
            frame.show(problem);
        }
    }

    private void watch(RenewalState.Result result, Consumer<Problem> ended) {
        stop();
        watchProblem.set(null);
        watching.set(true);
        running = tasks.startLong(
                () -> watch.watch(result.plan(), result.outcome().proof(),
                        seen -> tasks.onWindow(() -> see(result, seen))),
                last -> {
                    watching.set(false);
                    proof.set(last);
                }, Tasks.after(ChangeState.SAVED, problem -> {
                    watching.set(false);
                    watchProblem.set(problem);
                    ended.accept(problem);
                }));
    }

    private void see(RenewalState.Result result, SyncJob seen) {
        seenSince = true;
        job.set(seen);
        looked.set(clock.instant());
        if (resume.get() instanceof SyncRestartResult.LeftAlone && seen.status() == SyncJob.Status.ACTIVE
                && seen.enabled()) {
            resume.set(new SyncRestartResult.NotNeeded()); // it runs after all
        }
        proof.set(SyncProof.of(seen, result.outcome().proof()));
    }

    private static boolean isNotKnown(Problem problem) {
        return !isAboutTheSync(problem) || problem.code() == ProblemCode.SYNC_START_UNKNOWN
                || problem.code() == ProblemCode.SYNC_STATE_UNKNOWN;
    }

    private static boolean isAboutTheSync(Problem problem) {
        return problem.code().group() == ProblemCode.Group.SYNC;
    }

    /** Watches no longer. */
    void stop() {
        Tasks.Running under = running;
        if (under != null) {
            under.cancel();
        }
        running = null;
        watching.set(false);
    }
}
