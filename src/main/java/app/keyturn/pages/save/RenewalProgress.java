package app.keyturn.pages.save;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** How far a renewal has come, as the page shows it. */
final class RenewalProgress {
    private final Frame frame;
    private final Tasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final StepStates steps = new StepStates();
    private final BooleanProperty writing = new SimpleBooleanProperty(this, "writing");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private volatile boolean saving;

    RenewalProgress(Frame frame, Tasks tasks, Messages messages, Clock clock) {
        this.frame = frame;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
    }

    ObjectProperty<StepState> step(Step step) {
        return steps.of(step);
    }

    /** True while the token is being sent to Microsoft. */
    BooleanProperty writing() {
        return writing;
    }

    /** True from the beginning of a save until the saved token is checked, or the renewal ends. On any thread. */
    boolean saving() {
        return saving;
    }

    /** What the user should know about the step that is running; empty if there is nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** No step has begun any more. */
    void reset() {
        clearNote();
        steps.reset();
    }

    /** The token is tested and saved already. */
    void beginAtCheck() {
        steps.of(Step.TEST).set(StepState.DONE);
        steps.of(Step.SAVE).set(StepState.DONE);
    }

    void clearNote() {
        note.bind(Messages.empty());
    }

    /** Whatever was running has failed. */
    void fail() {
        writing.set(false);
        steps.fail();
    }

    /**
     * Notifies the observer on the renewal's thread, so that it has recorded a step before the step begins, and the
     * window soon after.
     */
    StepListener listener(SaveObserver observer) {
        return new StepListener() {
            @Override
            public void step(Step step, StepState state) {
                if (state == StepState.RUNNING) {
                    saving = step == Step.SAVE || step == Step.CHECK;
                }
                observer.step(step, state);
                tasks.runLater(() -> show(step, state));
            }

            @Override
            public void writing(boolean sending) {
                tasks.runLater(() -> showWriting(sending));
            }

            @Override
            public void waitingForEffect(Instant until) {
                LocalTime end = LocalTime.ofInstant(until, clock.getZone());
                tasks.runLater(() -> note.bind(messages.live(
                        () -> messages.text("save.note.effect", messages.time(end)))));
            }

            @Override
            public void testedWithoutSettings() {
                tasks.runLater(() -> note.bind(messages.live("save.note.without-settings")));
            }
        };
    }

    private void show(Step step, StepState state) {
        step(step).set(state);
        if (state == StepState.RUNNING || state == StepState.DONE) {
            frame.announce(messages.live("save.status." + step + "." + state));
        }
    }

    private void showWriting(boolean sending) {
        writing.set(sending);
        if (sending) {
            frame.announce(messages.live("save.status.writing"));
        }
    }
}
