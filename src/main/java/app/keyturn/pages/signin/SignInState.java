package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Tasks;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The state of the sign-in page: the one task that is running, or how the last one ended. */
final class SignInState {
    enum State {
        /** No account is signed in. */
        SIGNED_OUT,
        /** The user is in the browser. */
        IN_BROWSER,
        /** Microsoft's side is being read. */
        READING,
        /** An account is signed in, and reading has failed. */
        UNREAD,
        /** An account is signed in, and the user has stopped the reading. */
        STOPPED,
        /** Several apps were found, and none is chosen yet. */
        CHOOSING,
        /** The app is known. */
        KNOWN
    }

    private final Frame frame;
    private final Tasks tasks;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.SIGNED_OUT);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper(this, "doing", "");
    /** Null while no problem is shown. */
    private final ObjectProperty<@Nullable ProblemCode> problemCode = new SimpleObjectProperty<>(this, "problemCode");
    private Tasks.@Nullable Running running;

    SignInState(Frame frame, Tasks tasks, Messages messages) {
        this.frame = frame;
        this.tasks = tasks;
        this.messages = messages;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Describes what is being read. */
    ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /** True if Microsoft has just said that this account lacks the permission. */
    BooleanBinding permissionMissing() {
        return problemCode.isEqualTo(ProblemCode.ROLE_MISSING);
    }

    /** Runs a task that waits while the user is in the browser. */
    <T> void waitForBrowser(Tasks.Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        moveTo(State.IN_BROWSER, "signin.status.browser");
        running = tasks.startLongRunning(work, done, failed);
    }

    /**
     * Reads something from Microsoft.
     *
     * @param key says what is being read; with {@code .status} appended, the key of the status line
     */
    <T> void read(String key, Tasks.Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        doing.bind(messages.live(key));
        moveTo(State.READING, key + ".status");
        running = tasks.start(work, done, failed);
    }

    /** Stops the running task, clears the problem, and changes the state. */
    void moveTo(State now, String key) {
        stop();
        clear();
        state.set(now);
        frame.announce(messages.live(key));
    }

    /** Changes the state after a task has succeeded. */
    void finish(State now, ObservableValue<String> status) {
        state.set(now);
        frame.announce(status);
    }

    /** Changes the state after a task has failed. */
    void fail(State now, ObservableValue<String> status, Problem problem) {
        finish(now, status);
        show(problem);
    }

    /** Shows a problem; the state stays. */
    void show(Problem problem) {
        problemCode.set(problem.code());
        frame.show(problem);
    }

    /** Clears the problem. */
    void clear() {
        problemCode.set(null);
        frame.clearProblem();
    }

    /** Interrupts the running task; its callbacks are not called. */
    private void stop() {
        Tasks.Running task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
    }
}
