package app.keyturn.pages.save;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
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
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
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

/** The renewal as the page shows it: four steps, a question if there is one, and what came of it. */
public final class SaveModel extends PageModel {
    private final Renewal renewal;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Messages messages;
    private final Clock clock;
    private final Function<RenewalPlan, SaveObserver> witnesses;

    private final Steps steps = new Steps();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanProperty writing = new SimpleBooleanProperty(this, "writing");
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper(this, "stoppable");
    private final ReadOnlyBooleanWrapper triedBefore = new ReadOnlyBooleanWrapper(this, "triedBefore");
    private final ReadOnlyObjectWrapper<@Nullable ConsentQuestion> question = new ReadOnlyObjectWrapper<>(this,
            "question");
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private Consents consents = Consents.NOTHING;

    /**
     * Makes the model.
     *
     * @param renewal does it
     * @param renewalState holds what was chosen and entered
     * @param frame shows problems and goes on
     * @param tasks runs the renewal
     * @param desktop forgets a copied token
     * @param messages the words
     * @param clock dates the result
     * @param witnesses finds who stands by at an attempt
     */
    public SaveModel(Renewal renewal, RenewalState renewalState, Frame frame, Tasks tasks, Desktop desktop,
            Messages messages,
            Clock clock, Function<RenewalPlan, SaveObserver> witnesses) {
        super(messages.live("frame.continue"));
        this.renewal = renewal;
        this.renewalState = renewalState;
        this.frame = frame;
        this.tasks = tasks;
        this.desktop = desktop;
        this.messages = messages;
        this.clock = clock;
        this.witnesses = witnesses;
        readyWhile(renewalState.result().isNotNull());
        noWayBackWhile(messages.live(this::whyNotBack, running, renewalState.attempts(), renewalState.target()));
        stoppable.bind(running.and(writing.not()));
        // Another app, portal or token is another renewal: what was agreed to and tried before is void, and so is what
        // went wrong.
        renewalState.target().subscribe(_ -> beginAnew());
        renewalState.portal().subscribe(_ -> beginAnew());
        renewalState.token().subscribe(_ -> beginAnew());
    }

    @Override
    public Set<Action> carriesOut() {
        return Set.of(Action.TRY_AGAIN, Action.READ_AGAIN);
    }

    @Override
    public void perform(Action action) {
        testAndSave();
    }

    @Override
    public void shown() {
        frame.announce(messages.live(() -> messages.changeSummary(renewalState.changed())));
    }

    /** The state of a step. */
    public final ObjectProperty<StepState> step(Step step) {
        return steps.of(step);
    }

    /** True while the renewal runs. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** True while it runs and can be stopped: always but while the token is on its way to Microsoft. */
    public ReadOnlyBooleanProperty stoppable() {
        return stoppable.getReadOnlyProperty();
    }

    /** True once it has been tried with this token, app and portal. */
    public ReadOnlyBooleanProperty triedBefore() {
        return triedBefore.getReadOnlyProperty();
    }

    /** What has to be decided first; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable ConsentQuestion> question() {
        return question.getReadOnlyProperty();
    }

    /** Says yes to the question, and goes on. */
    public void agree() {
        ConsentQuestion asked = question.get();
        if (asked != null) {
            consents = consents.and(asked);
            testAndSave();
        }
    }

    /** Tests the token, saves it, checks it, and brings sync back. */
    public void testAndSave() {
        Optional<RenewalPlan> plan = renewalState.plan(consents);
        ScimToken token = renewalState.token().get();
        if (running.get() || plan.isEmpty() || token == null) {
            return;
        }
        frame.clearProblem();
        question.set(null);
        steps.reset();
        running.set(true);
        triedBefore.set(true);
        SaveObserver witness = witnesses.apply(plan.get());
        tasks.start(() -> renew(plan.get(), token, witness), outcome -> ended(plan.get(), token, outcome),
                // A renewal says itself how it ended. What gets past it may have broken off anywhere.
                Tasks.after(ChangeState.NOT_KNOWN, problem -> failed(plan.get(), problem)));
    }

    /** Stops the renewal, unless the token is on its way. */
    public void stop() {
        Thread thread = worker.get();
        if (stoppable.get() && thread != null) {
            thread.interrupt();
        }
    }

    private RenewalOutcome renew(RenewalPlan plan, ScimToken token, SaveObserver witness) {
        worker.set(Thread.currentThread());
        try {
            RenewalOutcome outcome = renewal.run(plan, token, new Follower(witness));
            witness.ended(outcome);
            return outcome;
        } finally {
            worker.set(null);
        }
    }

    /** Tells the witness on the renewal's thread, so that it has noted a step before that begins, and the window soon. */
    private final class Follower implements StepListener {
        private final SaveObserver witness;

        Follower(SaveObserver witness) {
            this.witness = witness;
        }

        @Override
        public void step(Step step, StepState state) {
            witness.step(step, state);
            tasks.onWindow(() -> show(step, state));
        }

        @Override
        public void writing(boolean onItsWay) {
            tasks.onWindow(() -> {
                writing.set(onItsWay);
                if (onItsWay) {
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

    private void ended(RenewalPlan plan, ScimToken token, RenewalOutcome outcome) {
        running.set(false);
        switch (outcome) {
            case RenewalOutcome.Renewed renewed -> {
                renewalState.attempted(plan, ChangeState.NOTHING);
                desktop.forgetCopied(token.reveal());
                renewalState.result()
                        .set(new RenewalState.Result(plan, renewed, Fingerprint.of(token), clock.instant()));
                renewalState.forgetToken();
                frame.next();
            }
            case RenewalOutcome.Asks asks -> {
                question.set(asks.question());
                frame.announce(messages.live("save.status.asks"));
            }
            case RenewalOutcome.Failed failed -> failed(plan, failed.problem());
        }
    }

    private void failed(RenewalPlan plan, Problem problem) {
        running.set(false);
        writing.set(false);
        steps.fail();
        renewalState.attempted(plan, problem.changed());
        frame.announce(messages.live(() -> messages.changed(problem)));
        frame.show(problem);
    }

    private String whyNotBack() {
        if (running.get()) {
            return messages.text("save.no-way-back");
        }
        return renewalState.changed() == ChangeState.NOTHING ? "" : messages.text("save.no-way-back.again");
    }

    private void beginAnew() {
        frame.clearProblem();
        if (!running.get() && renewalState.result().get() == null) {
            consents = Consents.NOTHING;
            question.set(null);
            triedBefore.set(false);
            steps.reset();
        }
    }
}
