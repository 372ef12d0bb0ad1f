package app.keyturn.pages.save;

import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The state of each step of the renewal. */
final class StepStates {
    private final Map<Step, ObjectProperty<StepState>> states = new EnumMap<>(Step.class);

    StepStates() {
        for (Step step : Step.values()) {
            states.put(step, new SimpleObjectProperty<>(this, step.name(), StepState.WAITING));
        }
    }

    ObjectProperty<StepState> of(Step step) {
        return Objects.requireNonNull(states.get(step));
    }

    /** No step has begun any more. */
    void reset() {
        states.values().forEach(state -> state.set(StepState.WAITING));
    }

    /** Running steps have failed. */
    void fail() {
        states.values()
                .stream()
                .filter(state -> state.get() == StepState.RUNNING)
                .forEach(state -> state.set(StepState.FAILED));
    }
}
