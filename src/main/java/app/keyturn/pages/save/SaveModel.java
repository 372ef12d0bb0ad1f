package app.keyturn.pages.save;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The renewal as the page shows it: four steps, a question if there is one, and the result. */
public final class SaveModel extends PageModel {
    private final Renewal renewal;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Messages messages;
    private final Clock clock;
    private final Function<RenewalPlan, SaveObserver> observers;

    private final RenewalProgress progress;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper(this, "stoppable");
    private final ReadOnlyBooleanWrapper triedBefore = new ReadOnlyBooleanWrapper(this, "triedBefore");
    /** Stays while the user signs in again, and counts once the same app is found. */
    private @Nullable UncheckedSave lastUnchecked;
    /** The same, if it counts. */
    private final ObjectProperty<@Nullable UncheckedSave> current = new SimpleObjectProperty<>(this, "current");
    private final ReadOnlyBooleanWrapper unchecked = new ReadOnlyBooleanWrapper(this, "unchecked");
    private final ReadOnlyObjectWrapper<@Nullable ConsentQuestion> question = new ReadOnlyObjectWrapper<>(this,
            "question");
    private final RenewalThread worker = new RenewalThread();
    private Consents consents = Consents.NOTHING;

    /**
     * Creates the model.
     *
     * @param desktop forgets a copied token
     * @param observers creates the observer of an attempt
     */
    public SaveModel(Renewal renewal, RenewalState renewalState, Frame frame, Tasks tasks, Desktop desktop,
            Messages messages,
            Clock clock, Function<RenewalPlan, SaveObserver> observers) {
        super(messages.live("frame.continue"));
        this.renewal = renewal;
        this.renewalState = renewalState;
        this.frame = frame;
        this.tasks = tasks;
        this.desktop = desktop;
        this.messages = messages;
        this.clock = clock;
        this.observers = observers;
        progress = new RenewalProgress(frame, tasks, messages, clock);
        readyWhile(renewalState.result().isNotNull());
        blockBackWhile(messages.live(this::whyBackBlocked, running, unchecked, renewalState.attempts(),
                renewalState.target()));
        stoppable.bind(running.and(progress.writing().not()));
        unchecked.bind(current.isNotNull());
        // Another app, portal or token makes it another renewal: earlier consents, attempts and problems do not apply.
        renewalState.target().subscribe(_ -> startAgain());
        renewalState.portal().subscribe(_ -> startAgain());
        renewalState.token().subscribe(_ -> startAgain());
        renewalState.onNextRenewal(this::startAgain);
    }

    @Override
    public Set<Action> performs() {
        return Set.of(Action.TRY_AGAIN, Action.CHECK_AGAIN);
    }

    @Override
    public void perform(Action action) {
        begin();
    }

    @Override
    public void onShown() {
        frame.announce(messages.live(() -> renewalState.expiry().get() == null
                ? messages.text("save.no-date")
                : messages.changeSummary(renewalState.changed()), renewalState.expiry()));
    }

    public final ObjectProperty<StepState> step(Step step) {
        return progress.step(step);
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** True while the renewal can be stopped: always, except while the token is being sent to Microsoft. */
    public ReadOnlyBooleanProperty stoppable() {
        return stoppable.getReadOnlyProperty();
    }

    /** True once this token, app and portal have been tried. */
    public ReadOnlyBooleanProperty triedBefore() {
        return triedBefore.getReadOnlyProperty();
    }

    /** True if the token is saved and still has to be checked: that is all that is left to do. */
    public ReadOnlyBooleanProperty unchecked() {
        return unchecked.getReadOnlyProperty();
    }

    /** What the user should know about the step that is running; empty if there is nothing. */
    public ReadOnlyStringProperty note() {
        return progress.note();
    }

    /** The question to answer first; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable ConsentQuestion> question() {
        return question.getReadOnlyProperty();
    }

    /** Gives the consent asked for, and goes on. */
    public void agree() {
        ConsentQuestion asked = question.get();
        if (asked != null) {
            consents = consents.with(asked);
            begin();
        }
    }

    /**
     * Tests the token, saves it, checks it, and restarts the sync. If it is saved already, only what is left of that: a
     * token is never saved twice to mend a check.
     */
    public void begin() {
        ScimToken token = renewalState.token().get();
        UncheckedSave save = current.get();
        if (running.get() || token == null) {
            return;
        }
        if (save != null) {
            run(save.attempt(), token, listener -> renewal.checkAgain(save.saved(), listener));
            progress.beginAtCheck();
        } else {
            Attempt.of(renewalState, renewalState.plan(consents), token)
                    .ifPresent(attempt -> run(attempt, token,
                            listener -> renewal.run(attempt.plan(), token, listener)));
        }
    }

    private void run(Attempt attempt, ScimToken token, Function<StepListener, RenewalOutcome> work) {
        frame.clearProblem();
        question.set(null);
        progress.reset();
        running.set(true);
        triedBefore.set(true);
        SaveObserver observer = observers.apply(attempt.plan());
        tasks.start(() -> worker.run(() -> {
            RenewalOutcome outcome = work.apply(progress.listener(observer));
            observer.ended(outcome);
            return outcome;
        }), outcome -> ended(attempt, token, outcome),
                // A renewal reports its own failures; another exception may have interrupted it anywhere.
                Tasks.after(unchecked.get() ? ChangeState.SAVED : ChangeState.NOT_KNOWN,
                        problem -> failed(attempt.plan(), problem)));
    }

    /** Stops the renewal, unless the token is being sent. */
    public void stop() {
        if (stoppable.get()) {
            worker.interrupt();
        }
    }

    /**
     * Waits for a token that is being saved or checked, so that the end of the program does not cut it off. Can be called
     * from any thread.
     *
     * @param limit the longest time to wait
     */
    public void awaitSaved(Duration limit) {
        if (progress.saving()) {
            worker.awaitEnd(limit);
        }
    }

    private void ended(Attempt attempt, ScimToken token, RenewalOutcome outcome) {
        RenewalPlan plan = attempt.plan();
        UncheckedSave save = current.get();
        Instant savedAt = save == null ? clock.instant() : save.savedAt();
        running.set(false);
        progress.clearNote();
        switch (outcome) {
            case RenewalOutcome.Renewed renewed -> {
                setUnchecked(null);
                renewalState.recordAttempt(plan, ChangeState.NOTHING);
                desktop.forgetCopied(token.reveal());
                renewalState.complete(attempt.completed(renewed, savedAt));
                renewalState.forgetToken();
                frame.next();
            }
            case RenewalOutcome.ConsentNeeded needed -> {
                question.set(needed.question());
                frame.announce(messages.live("save.status.asks"));
            }
            case RenewalOutcome.NotChecked notChecked -> {
                setUnchecked(new UncheckedSave(notChecked.saved(), attempt, savedAt));
                failed(plan, notChecked.problem());
            }
            case RenewalOutcome.Failed failed -> {
                setUnchecked(null);
                failed(plan, failed.problem());
            }
        }
    }

    private void failed(RenewalPlan plan, Problem problem) {
        running.set(false);
        progress.fail();
        renewalState.recordAttempt(plan, problem.changed());
        frame.announce(messages.live(() -> messages.changed(problem)));
        frame.show(problem);
    }

    private String whyBackBlocked() {
        if (running.get()) {
            return messages.text("save.no-way-back");
        }
        if (unchecked.get()) {
            return messages.text("save.no-way-back.check");
        }
        return renewalState.changed() == ChangeState.NOTHING ? "" : messages.text("save.no-way-back.again");
    }

    private void setUnchecked(@Nullable UncheckedSave last) {
        lastUnchecked = last;
        updateUnchecked();
    }

    /** A token that is saved in another app, or is not the present one, is not what this page is about. */
    private void updateUnchecked() {
        current.set(lastUnchecked != null && lastUnchecked.isOf(renewalState) ? lastUnchecked : null);
    }

    private void startAgain() {
        updateUnchecked();
        frame.clearProblem();
        progress.clearNote();
        if (!running.get() && renewalState.result().get() == null) {
            consents = Consents.NOTHING;
            question.set(null);
            triedBefore.set(false);
            progress.reset();
        }
    }
}
