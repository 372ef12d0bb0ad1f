package app.keyturn.pages.save;

import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How each step of the renewal stands. */
final class Steps {
    private final Map<Step, ObjectProperty<StepState>> states = new EnumMap<>(Step.class);

    /** Makes them, none begun. */
    Steps() {
        for (Step step : Step.values()) {
            states.put(step, new SimpleObjectProperty<>(this, step.name(), StepState.WAITING));
        }
    }

    /** The state of a step. */
    ObjectProperty<StepState> of(Step step) {
        return Objects.requireNonNull(states.get(step));
    }

    /** None is begun any more. */
    void reset() {
        states.values().forEach(state -> state.set(StepState.WAITING));
    }

    /** Whatever still runs has failed. */
    void fail() {
        states.values()
                .stream()
                .filter(state -> state.get() == StepState.RUNNING)
                .forEach(state -> state.set(StepState.FAILED));
    }
}
