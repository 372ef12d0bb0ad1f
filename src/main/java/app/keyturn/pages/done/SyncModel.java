package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
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
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.CompletedRenewal.SyncSince;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The first sync with the new token: watches it until it has run, and offers what can be done if it does not. */
public final class SyncModel {
    private final Renewal renewal;
    private final SyncWatch watch;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<Instant> lastRead = new ReadOnlyObjectWrapper<>(this, "lastRead");
    private final ReadOnlyObjectWrapper<@Nullable SyncJob> job = new ReadOnlyObjectWrapper<>(this, "job");
    private final ReadOnlyObjectWrapper<@Nullable SyncRestartResult> restartResult = new ReadOnlyObjectWrapper<>(this,
            "restartResult");
    private final ReadOnlyObjectWrapper<SyncProof> proof = new ReadOnlyObjectWrapper<>(this, "proof");
    private final ReadOnlyBooleanWrapper watching = new ReadOnlyBooleanWrapper(this, "watching");
    private final ReadOnlyObjectWrapper<@Nullable Problem> watchProblem = new ReadOnlyObjectWrapper<>(this,
            "watchProblem");
    private Tasks.@Nullable Running running;
    private final BooleanProperty restarting = new SimpleBooleanProperty(this, "restarting");
    private boolean begun;

    /**
     * Creates the model.
     *
     * @param renewal starts a paused sync if the user agrees
     * @param renewalState has the completed renewal, and gets what becomes known of its sync
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
        job.bind(known(SyncSince::job, null));
        lastRead.bind(known(SyncSince::readAt, Instant.EPOCH));
        proof.bind(known(SyncSince::proof, new SyncProof.NotYet()));
        restartResult.bind(Bindings.createObjectBinding(this::restartResultNow, renewalState.result(), restarting));
        renewalState.onNextRenewal(this::forgetRenewal);
    }

    /** Begins with the completed renewal, once there is one; does nothing the second time. */
    void begin() {
        CompletedRenewal renewed = renewalState.result().get();
        if (renewed != null && !begun) {
            begun = true;
            watchIfItRuns(renewed);
        }
    }

    private void forgetRenewal() {
        stop();
        begun = false;
        restarting.set(false);
        watchProblem.set(null);
    }

    /** Something known of the completed renewal's sync, or what is shown while there is none. */
    private <T extends @Nullable Object> ObservableValue<T> known(Function<SyncSince, T> part, T otherwise) {
        return Bindings.createObjectBinding(() -> {
            CompletedRenewal renewed = renewalState.result().get();
            return renewed == null ? otherwise : part.apply(renewed.sync());
        }, renewalState.result());
    }

    private @Nullable SyncRestartResult restartResultNow() {
        CompletedRenewal renewed = renewalState.result().get();
        return renewed == null || restarting.get() ? null : renewed.sync().restart();
    }

    /** The job as last read; null before the first reading. */
    public ReadOnlyObjectProperty<@Nullable SyncJob> job() {
        return job.getReadOnlyProperty();
    }

    /** When the job was last read, by this computer's clock. */
    public ReadOnlyObjectProperty<Instant> lastRead() {
        return lastRead.getReadOnlyProperty();
    }

    /** What happened to the sync after the save; null before, and while it is being restarted. */
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

    /** The organisation that was renewed, for use in a sentence. */
    String organisation(Messages messages) {
        CompletedRenewal renewed = renewalState.result().get();
        return renewed == null ? renewalState.organisation(messages) : renewed.signedIn().tenantName();
    }

    /** The state of the first sync, as the end of a key after {@code done.sync.}. */
    public String stateKey() {
        return switch (proof.get()) {
            case SyncProof.Seen _ -> {
                CompletedRenewal renewed = renewalState.result().get();
                yield renewed != null && renewed.outcome().oldTokenMayBeInUse() ? "seen-either" : "seen";
            }
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
        CompletedRenewal renewed = renewalState.result().get();
        return renewed != null && renewed.sync().readSinceSave() && !renewed.sync().job().runs();
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
        CompletedRenewal renewed = renewalState.result().get();
        if (renewed != null) {
            frame.clearProblem();
            watch(renewed, this::offerSignIn);
        }
    }

    /** Restarts the sync if needed; also starts a paused one, since the user has read what a start carries out. */
    public void restartSync() {
        CompletedRenewal renewed = renewalState.result().get();
        if (renewed == null || restarting.get()) {
            return;
        }
        stop();
        restarting.set(true);
        frame.clearProblem();
        Renewed before = renewed.outcome().with(renewed.sync().restart());
        tasks.start(() -> renewal.resume(renewed.plan(), before), ifCurrent(renewed, answer -> {
            restarted(renewed, answer);
            if (answer instanceof SyncRestartResult.LeftAlone leftAlone) {
                offerSignIn(leftAlone.problem());
            }
            watchIfItRuns(renewed);
        }), Tasks.after(ChangeState.SAVED, ifCurrent(renewed, problem -> {
            restarted(renewed, before.syncRestart());
            frame.show(problem);
        })));
    }

    private void restarted(CompletedRenewal renewed, SyncRestartResult result) {
        renewalState.update(renewed, now -> now.withRestart(result));
        restarting.set(false);
    }

    /** Waiting makes no sense for a sync that does not run. */
    private void watchIfItRuns(CompletedRenewal renewed) {
        if (restartResult.get() instanceof SyncRestartResult.NotNeeded
                || restartResult.get() instanceof SyncRestartResult.Started) {
            watch(renewed, _ -> {}); // The user has not asked for anything yet, and the page shows the state.
        }
    }

    /** The user wants to check again: if that takes another sign-in, offers it. */
    private void offerSignIn(Problem problem) {
        if (problem.action() == Action.SIGN_IN_AGAIN) {
            frame.show(problem);
        }
    }

    private void watch(CompletedRenewal renewed, Consumer<Problem> ended) {
        stop();
        watchProblem.set(null);
        watching.set(true);
        running = tasks.startLongRunning(
                () -> watch.watch(renewed.plan(), renewed.outcome().proof(),
                        seen -> tasks.runLater(() -> renewalState.update(renewed,
                                now -> now.withReading(seen, clock.instant())))),
                ifCurrent(renewed, last -> {
                    watching.set(false);
                    renewalState.update(renewed, now -> now.withProof(last));
                }), Tasks.after(ChangeState.SAVED, ifCurrent(renewed, problem -> {
                    watching.set(false);
                    watchProblem.set(problem);
                    ended.accept(problem);
                })));
    }

    /** Results that arrive after the next renewal has begun are not shown with it. */
    private <T> Consumer<T> ifCurrent(CompletedRenewal renewed, Consumer<T> action) {
        return result -> {
            CompletedRenewal now = renewalState.result().get();
            if (now != null && now.isSameRenewal(renewed)) {
                action.accept(result);
            }
        };
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
