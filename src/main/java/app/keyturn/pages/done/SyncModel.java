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

/** The first sync with the new token: watches it until it has run, and offers what can be done if it does not. */
public final class SyncModel {
    private final Renewal renewal;
    private final SyncWatch watch;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<Instant> lastRead = new ReadOnlyObjectWrapper<>(this, "lastRead",
            Instant.EPOCH);
    private final ReadOnlyObjectWrapper<@Nullable SyncJob> job = new ReadOnlyObjectWrapper<>(this, "job");
    private final ReadOnlyObjectWrapper<@Nullable SyncRestartResult> restartResult = new ReadOnlyObjectWrapper<>(this,
            "restartResult");
    private final ReadOnlyObjectWrapper<SyncProof> proof = new ReadOnlyObjectWrapper<>(this, "proof",
            new SyncProof.NotYet());
    private final ReadOnlyBooleanWrapper watching = new ReadOnlyBooleanWrapper(this, "watching");
    private final ReadOnlyObjectWrapper<@Nullable Problem> watchProblem = new ReadOnlyObjectWrapper<>(this,
            "watchProblem");
    private Tasks.@Nullable Running running;
    private boolean begun;
    /** False while the job is known only from before the save. */
    private boolean readSinceSave;

    /**
     * Creates the model.
     *
     * @param renewal starts a paused sync if the user agrees
     * @param clock dates each reading of the job
     */
    public SyncModel(Renewal renewal, SyncWatch watch, RenewalState renewalState, Frame frame, Tasks tasks,
            Clock clock) {
        this.renewal = renewal;
        this.watch = watch;
        this.renewalState = renewalState;
        this.frame = frame;
        this.tasks = tasks;
        this.clock = clock;
        lastRead.set(clock.instant());
    }

    /** Begins with the result, once there is one; does nothing the second time. */
    void begin() {
        RenewalState.Result result = renewalState.result().get();
        if (result != null && !begun) {
            begun = true;
            job.set(result.plan().job());
            lastRead.set(result.at());
            restartResult.set(result.outcome().syncRestart());
            watchIfItRuns(result);
        }
    }

    /** The job as last read; null before the first reading. */
    public ReadOnlyObjectProperty<@Nullable SyncJob> job() {
        return job.getReadOnlyProperty();
    }

    /** When the job was last read, by this computer's clock. */
    public ReadOnlyObjectProperty<Instant> lastRead() {
        return lastRead.getReadOnlyProperty();
    }

    /** What happened to the sync after the save, or at the last attempt to restart it since. */
    SyncRestartResult restartResultOf(RenewalState.Result result) {
        SyncRestartResult known = restartResult.get();
        return known == null ? result.outcome().syncRestart() : known;
    }

    /** What happened to the sync after the save; null before. */
    public ReadOnlyObjectProperty<@Nullable SyncRestartResult> restartResult() {
        return restartResult.getReadOnlyProperty();
    }

    /** Whether a sync has run with the new token. */
    public ReadOnlyObjectProperty<SyncProof> proof() {
        return proof.getReadOnlyProperty();
    }

    /** True while Keyturn waits for the first sync. */
    public ReadOnlyBooleanProperty watching() {
        return watching.getReadOnlyProperty();
    }

    /** Why the sync can no longer be watched; null while it can. */
    public ReadOnlyObjectProperty<@Nullable Problem> watchProblem() {
        return watchProblem.getReadOnlyProperty();
    }

    /** The state of the first sync, as the end of a key after {@code done.sync.}. */
    public String stateKey() {
        return switch (proof.get()) {
            case SyncProof.Seen _ -> "seen";
            case SyncProof.Failed _ -> "failed";
            case SyncProof.NotYet _ when restartResult.get() instanceof SyncRestartResult.ConsentNeeded ->
                "not-running";
            case SyncProof.NotYet _ when restartResult.get() instanceof SyncRestartResult.LeftAlone leftAlone ->
                isNotKnown(leftAlone.problem()) ? "not-known" : "not-running";
            case SyncProof.NotYet _ -> watching.get() ? "waiting" : "unwatched";
        };
    }

    /** True if the job was not running at the last reading. */
    boolean isStopped() {
        SyncJob seen = job.get();
        return readSinceSave && seen != null && !seen.runs();
    }

    /** True if checking again may help. */
    public boolean canCheckAgain() {
        return restartResult.get() instanceof SyncRestartResult.LeftAlone leftAlone
                && (!isAboutTheSync(leftAlone.problem()) || leftAlone.problem().action() == Action.READ_AGAIN);
    }

    /** Checks again as the remaining problem requires: a start that may have arrived is never sent twice. */
    public void checkAgain() {
        if (restartResult.get() instanceof SyncRestartResult.LeftAlone leftAlone
                && isAboutTheSync(leftAlone.problem())) {
            watchAgain();
        } else {
            restartSync();
        }
    }

    /** Watches for the first sync again. Only reads. */
    public void watchAgain() {
        RenewalState.Result result = renewalState.result().get();
        if (result != null) {
            frame.clearProblem();
            watch(result, this::offerSignIn);
        }
    }

    /** Restarts the sync if needed; also starts a paused one, since the user has read what a start carries out. */
    public void restartSync() {
        RenewalState.Result result = renewalState.result().get();
        SyncRestartResult before = restartResult.get();
        if (result == null || before == null) {
            return;
        }
        stop();
        restartResult.set(null);
        frame.clearProblem();
        Renewed renewed = result.outcome().with(before);
        tasks.start(() -> renewal.resume(result.plan(), renewed), answer -> {
            restartResult.set(answer);
            if (answer instanceof SyncRestartResult.LeftAlone leftAlone) {
                offerSignIn(leftAlone.problem());
            }
            watchIfItRuns(result);
        }, Tasks.after(ChangeState.SAVED, problem -> {
            restartResult.set(before);
            frame.show(problem);
        }));
    }

    /** Waiting makes no sense for a sync that does not run. */
    private void watchIfItRuns(RenewalState.Result result) {
        if (restartResult.get() instanceof SyncRestartResult.NotNeeded
                || restartResult.get() instanceof SyncRestartResult.Started) {
            watch(result, _ -> {}); // The user has not asked for anything yet, and the page shows the state.
        }
    }

    /** The user wants to check again: if that takes another sign-in, offers it. */
    private void offerSignIn(Problem problem) {
        if (problem.action() == Action.SIGN_IN_AGAIN) {
            frame.show(problem);
        }
    }

    private void watch(RenewalState.Result result, Consumer<Problem> ended) {
        stop();
        watchProblem.set(null);
        watching.set(true);
        running = tasks.startLongRunning(
                () -> watch.watch(result.plan(), result.outcome().proof(),
                        seen -> tasks.runLater(() -> onRead(result, seen))),
                last -> {
                    watching.set(false);
                    proof.set(last);
                }, Tasks.after(ChangeState.SAVED, problem -> {
                    watching.set(false);
                    watchProblem.set(problem);
                    ended.accept(problem);
                }));
    }

    private void onRead(RenewalState.Result result, SyncJob seen) {
        readSinceSave = true;
        job.set(seen);
        lastRead.set(clock.instant());
        if (restartResult.get() instanceof SyncRestartResult.LeftAlone && seen.runs()) {
            restartResult.set(new SyncRestartResult.NotNeeded()); // it runs after all
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

    void stop() {
        Tasks.Running task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
        watching.set(false);
    }
}
