package app.keyturn.pages.save;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.SavedToken;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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

    private final StepStates steps = new StepStates();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanProperty writing = new SimpleBooleanProperty(this, "writing");
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper(this, "stoppable");
    private final ReadOnlyBooleanWrapper triedBefore = new ReadOnlyBooleanWrapper(this, "triedBefore");
    /** Stays while the user signs in again, and counts once the same app is found. */
    private @Nullable Unchecked lastUnchecked;
    private final ReadOnlyObjectWrapper<@Nullable SavedToken> unchecked = new ReadOnlyObjectWrapper<>(this,
            "unchecked");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyObjectWrapper<@Nullable ConsentQuestion> question = new ReadOnlyObjectWrapper<>(this,
            "question");
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private Consents consents = Consents.NOTHING;

    /**
     * One attempt, as it was begun.
     *
     * @param token recognises the token later
     */
    private record Attempt(SignedIn signedIn, RenewalPlan plan, Expiry expiry, Fingerprint token) {
        CompletedRenewal completed(RenewalOutcome.Renewed renewed, Instant savedAt) {
            return CompletedRenewal.of(signedIn, plan, expiry, renewed, token, savedAt);
        }
    }

    /**
     * A token that is saved and still has to be checked.
     *
     * @param attempt the one that saved it
     * @param savedAt by this computer's clock
     */
    private record Unchecked(SavedToken saved, Attempt attempt, Instant savedAt) {}

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
        readyWhile(renewalState.result().isNotNull());
        blockBackWhile(messages.live(this::whyBackBlocked, running, unchecked, renewalState.attempts(),
                renewalState.target()));
        stoppable.bind(running.and(writing.not()));
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
        frame.announce(messages.live(() -> messages.changeSummary(renewalState.changed())));
    }

    public final ObjectProperty<StepState> step(Step step) {
        return steps.of(step);
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

    /** A token that is saved and still has to be checked: all that is left to do. Null if there is none. */
    public ReadOnlyObjectProperty<@Nullable SavedToken> unchecked() {
        return unchecked.getReadOnlyProperty();
    }

    /** What the user should know about the step that is running; empty if there is nothing. */
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
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
        Unchecked last = lastUnchecked;
        if (running.get() || token == null) {
            return;
        }
        if (unchecked.get() != null && last != null) {
            run(last.attempt(), token, listener -> renewal.checkAgain(last.saved(), listener));
            steps.of(Step.TEST).set(StepState.DONE);
            steps.of(Step.SAVE).set(StepState.DONE);
        } else {
            attempt(token).ifPresent(attempt -> run(attempt, token,
                    listener -> renewal.run(attempt.plan(), token, listener)));
        }
    }

    /** Everything that makes up an attempt, frozen: nothing that happens meanwhile can change who renewed what. */
    private Optional<Attempt> attempt(ScimToken token) {
        SignedIn signedIn = renewalState.signedIn().get();
        Expiry expiry = renewalState.expiry().get();
        return signedIn == null || expiry == null
                ? Optional.empty()
                : renewalState.plan(consents)
                        .map(plan -> new Attempt(signedIn, plan, expiry, Fingerprint.of(token)));
    }

    private void run(Attempt attempt, ScimToken token, Function<StepListener, RenewalOutcome> work) {
        frame.clearProblem();
        question.set(null);
        note.bind(Messages.empty());
        steps.reset();
        running.set(true);
        triedBefore.set(true);
        SaveObserver observer = observers.apply(attempt.plan());
        tasks.start(() -> work(work, observer), outcome -> ended(attempt, token, outcome),
                // A renewal reports its own failures; another exception may have interrupted it anywhere.
                Tasks.after(unchecked.get() == null ? ChangeState.NOT_KNOWN : ChangeState.SAVED,
                        problem -> failed(attempt.plan(), problem)));
    }

    /** Stops the renewal, unless the token is being sent. */
    public void stop() {
        Thread thread = worker.get();
        if (stoppable.get() && thread != null) {
            thread.interrupt();
        }
    }

    private RenewalOutcome work(Function<StepListener, RenewalOutcome> work, SaveObserver observer) {
        worker.set(Thread.currentThread());
        try {
            RenewalOutcome outcome = work.apply(new StepNotifier(observer));
            observer.ended(outcome);
            return outcome;
        } finally {
            worker.set(null);
        }
    }

    /**
     * Notifies the observer on the renewal's thread, so that it has recorded a step before the step begins, and the
     * window soon after.
     */
    private final class StepNotifier implements StepListener {
        private final SaveObserver observer;

        StepNotifier(SaveObserver observer) {
            this.observer = observer;
        }

        @Override
        public void step(Step step, StepState state) {
            observer.step(step, state);
            tasks.runLater(() -> show(step, state));
        }

        @Override
        public void writing(boolean sending) {
            tasks.runLater(() -> {
                writing.set(sending);
                if (sending) {
                    frame.announce(messages.live("save.status.writing"));
                }
            });
        }

        @Override
        public void waitingForEffect(Instant until) {
            tasks.runLater(() -> note.bind(messages.live(
                    () -> messages.text("save.note.effect",
                            messages.time(LocalTime.ofInstant(until, clock.getZone()))))));
        }

        @Override
        public void testedWithoutSettings() {
            tasks.runLater(() -> note.bind(messages.live("save.note.without-settings")));
        }
    }

    private void show(Step step, StepState state) {
        step(step).set(state);
        if (state == StepState.RUNNING || state == StepState.DONE) {
            frame.announce(messages.live("save.status." + step + "." + state));
        }
    }

    private void ended(Attempt attempt, ScimToken token, RenewalOutcome outcome) {
        RenewalPlan plan = attempt.plan();
        Unchecked checked = unchecked.get() == null ? null : lastUnchecked;
        Instant savedAt = checked == null ? clock.instant() : checked.savedAt();
        running.set(false);
        note.bind(Messages.empty());
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
                setUnchecked(new Unchecked(notChecked.saved(), attempt, savedAt));
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
        writing.set(false);
        steps.fail();
        renewalState.recordAttempt(plan, problem.changed());
        frame.announce(messages.live(() -> messages.changed(problem)));
        frame.show(problem);
    }

    private String whyBackBlocked() {
        if (running.get()) {
            return messages.text("save.no-way-back");
        }
        if (unchecked.get() != null) {
            return messages.text("save.no-way-back.check");
        }
        return renewalState.changed() == ChangeState.NOTHING ? "" : messages.text("save.no-way-back.again");
    }

    private void setUnchecked(@Nullable Unchecked last) {
        lastUnchecked = last;
        showUnchecked();
    }

    /** A token that is saved in another app, or is not the present one, is not what this page is about. */
    private void showUnchecked() {
        SavedToken saved = lastUnchecked == null ? null : lastUnchecked.saved();
        Target to = renewalState.target().get();
        boolean applies = saved != null && to != null && to.app().id().equals(saved.plan().app().id())
                && saved.plan().portal() == renewalState.portal().get() && saved.holds(renewalState.token().get());
        unchecked.set(applies ? saved : null);
    }

    private void startAgain() {
        showUnchecked();
        frame.clearProblem();
        note.bind(Messages.empty());
        if (!running.get() && renewalState.result().get() == null) {
            consents = Consents.NOTHING;
            question.set(null);
            triedBefore.set(false);
            steps.reset();
        }
    }
}
