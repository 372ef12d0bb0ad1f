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
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
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
    private final ReadOnlyObjectWrapper<@Nullable ConsentQuestion> question = new ReadOnlyObjectWrapper<>(this,
            "question");
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
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
        readyWhile(renewalState.result().isNotNull());
        blockBackWhile(messages.live(this::whyBackBlocked, running, renewalState.attempts(), renewalState.target()));
        stoppable.bind(running.and(writing.not()));
        // Another app, portal or token makes it another renewal: earlier consents, attempts and problems do not apply.
        renewalState.target().subscribe(_ -> startAgain());
        renewalState.portal().subscribe(_ -> startAgain());
        renewalState.token().subscribe(_ -> startAgain());
        renewalState.onNextRenewal(this::startAgain);
    }

    @Override
    public Set<Action> performs() {
        return Set.of(Action.TRY_AGAIN, Action.READ_AGAIN);
    }

    @Override
    public void perform(Action action) {
        testAndSave();
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

    /** The question to answer first; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable ConsentQuestion> question() {
        return question.getReadOnlyProperty();
    }

    /** Gives the consent asked for, and goes on. */
    public void agree() {
        ConsentQuestion asked = question.get();
        if (asked != null) {
            consents = consents.with(asked);
            testAndSave();
        }
    }

    /** Tests the token, saves it, checks it, and restarts the sync. */
    public void testAndSave() {
        Optional<RenewalPlan> plan = renewalState.plan(consents);
        ScimToken token = renewalState.token().get();
        SignedIn signedIn = renewalState.signedIn().get();
        Expiry expiry = renewalState.expiry().get();
        if (running.get() || plan.isEmpty() || token == null || signedIn == null || expiry == null) {
            return;
        }
        // Frozen here: nothing that happens meanwhile can change who renewed what.
        Function<RenewalOutcome.Renewed, CompletedRenewal> completed = renewed -> CompletedRenewal.of(signedIn,
                plan.get(), expiry, renewed, Fingerprint.of(token), clock.instant());
        frame.clearProblem();
        question.set(null);
        steps.reset();
        running.set(true);
        triedBefore.set(true);
        SaveObserver observer = observers.apply(plan.get());
        tasks.start(() -> renew(plan.get(), token, observer), outcome -> ended(plan.get(), token, outcome, completed),
                // A renewal reports its own failures; another exception may have interrupted it anywhere.
                Tasks.after(ChangeState.NOT_KNOWN, problem -> failed(plan.get(), problem)));
    }

    /** Stops the renewal, unless the token is being sent. */
    public void stop() {
        Thread thread = worker.get();
        if (stoppable.get() && thread != null) {
            thread.interrupt();
        }
    }

    private RenewalOutcome renew(RenewalPlan plan, ScimToken token, SaveObserver observer) {
        worker.set(Thread.currentThread());
        try {
            RenewalOutcome outcome = renewal.run(plan, token, new StepNotifier(observer));
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
    }

    private void show(Step step, StepState state) {
        step(step).set(state);
        if (state == StepState.RUNNING || state == StepState.DONE) {
            frame.announce(messages.live("save.status." + step + "." + state));
        }
    }

    private void ended(RenewalPlan plan, ScimToken token, RenewalOutcome outcome,
            Function<RenewalOutcome.Renewed, CompletedRenewal> completed) {
        running.set(false);
        switch (outcome) {
            case RenewalOutcome.Renewed renewed -> {
                renewalState.recordAttempt(plan, ChangeState.NOTHING);
                desktop.forgetCopied(token.reveal());
                renewalState.complete(completed.apply(renewed));
                renewalState.forgetToken();
                frame.next();
            }
            case RenewalOutcome.ConsentNeeded needed -> {
                question.set(needed.question());
                frame.announce(messages.live("save.status.asks"));
            }
            case RenewalOutcome.Failed failed -> failed(plan, failed.problem());
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
        return renewalState.changed() == ChangeState.NOTHING ? "" : messages.text("save.no-way-back.again");
    }

    private void startAgain() {
        frame.clearProblem();
        if (!running.get() && renewalState.result().get() == null) {
            consents = Consents.NOTHING;
            question.set(null);
            triedBefore.set(false);
            steps.reset();
        }
    }
}
