package app.keyturn.testkit;

import app.keyturn.renewal.Problem;
import app.keyturn.wizard.Frame;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A frame that only notes what a page asks of it. */
public final class FakeFrame implements Frame {
    @Nullable
    Problem problem;
    public String status = "";
    public int returns;

    /** The code of the problem shown; empty if none is. */
    public String code() {
        return problem == null ? "" : problem.code();
    }

    @Override
    public void show(Problem bad) {
        problem = bad;
    }

    @Override
    public void clearProblem() {
        problem = null;
    }

    @Override
    public void announce(ObservableValue<String> text) {
        status = text.getValue();
    }

    @Override
    public void next() {
        throw new AssertionError("The person goes on, not the page");
    }

    @Override
    public void returnFromDetour() {
        returns++;
    }

    @Override
    public void startOver() {
        throw new AssertionError("Nobody asked to start over");
    }
}
