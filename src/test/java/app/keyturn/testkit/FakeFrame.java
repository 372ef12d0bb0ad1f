package app.keyturn.testkit;

import app.keyturn.renewal.Problem;
import app.keyturn.wizard.Frame;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A frame that records what a page asks of it. */
public final class FakeFrame implements Frame {
    /** The problem shown now; null if none is. */
    public @Nullable Problem problem;
    /** All problems that were shown, in order. */
    public final List<Problem> problems = new ArrayList<>();
    /** What was announced last. */
    public String status = "";
    /** How often the page returned from a detour. */
    public int returns;
    /** True for a page that goes on by itself; any other one may not. */
    public boolean pageGoesOn;
    /** How often the page went on by itself. */
    public int stepsForward;

    /** The code of the problem shown; empty if none is. */
    public String code() {
        return problem == null ? "" : problem.code().id();
    }

    @Override
    public void show(Problem shown) {
        problem = shown;
        problems.add(shown);
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
        if (!pageGoesOn) {
            throw new AssertionError("Only the user goes on from this page");
        }
        stepsForward++;
    }

    @Override
    public void returnFromDetour() {
        returns++;
    }

    @Override
    public void startOver() {
        throw new AssertionError("Starting over was not asked for");
    }
}
