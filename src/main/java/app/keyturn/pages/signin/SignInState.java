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

/** How far the page is: the one piece of work that is under way on it, or how the last one ended. */
final class SignInState {
    /** How far the page is. */
    enum State {
        /** Nobody is signed in. */
        SIGNED_OUT,
        /** The person is in the browser. */
        IN_BROWSER,
        /** Microsoft is being read. */
        READING,
        /** Somebody is signed in, and reading did not end well. */
        UNREAD,
        /** Somebody is signed in, and has stopped the reading. */
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

    /** How far the page is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What is being read, in words. */
    ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /** True if Microsoft has just said that this account may not do it. */
    BooleanBinding mayNot() {
        return problemCode.isEqualTo(ProblemCode.ROLE_MISSING);
    }

    /** The person goes to the browser, and this work waits there. */
    <T> void waitForBrowser(Tasks.Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        reach(State.IN_BROWSER, "signin.status.browser");
        running = tasks.startLong(work, done, failed);
    }

    /**
     * Reads something of Microsoft's.
     *
     * @param key what, in the bundle; with {@code .status} behind it, the same for the status line
     */
    <T> void read(String key, Tasks.Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        doing.bind(messages.live(key));
        reach(State.READING, key + ".status");
        running = tasks.start(work, done, failed);
    }

    /** Stops what is under way and takes a problem away; the page is at another point now. */
    void reach(State now, String key) {
        stop();
        clear();
        state.set(now);
        frame.announce(messages.live(key));
    }

    /** The work has ended well. */
    void arrive(State now, ObservableValue<String> status) {
        state.set(now);
        frame.announce(status);
    }

    /** The work has ended with a problem. */
    void fail(State now, ObservableValue<String> status, Problem problem) {
        arrive(now, status);
        show(problem);
    }

    /** Shows a problem; the page stays where it is. */
    void show(Problem problem) {
        problemCode.set(problem.code());
        frame.show(problem);
    }

    /** Takes a problem away. */
    void clear() {
        problemCode.set(null);
        frame.clearProblem();
    }

    /** Interrupts what is under way; it does not come to its end any more. */
    private void stop() {
        Tasks.Running under = running;
        if (under != null) {
            under.cancel();
        }
        running = null;
    }
}
