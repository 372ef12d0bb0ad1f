package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One step in the rail, with an accessible text that says what its mark shows. */
final class RailStep {
    enum State {
        DONE, NOW, TO_COME;

        /** Reaching the last page completes it, so every step is done there. */
        static State of(int place, int front, int count) {
            if (place < front || front == count - 1) {
                return DONE;
            }
            return place == front ? NOW : TO_COME;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private RailStep() {}

    static Node of(String id, int place, State state, int count, Messages messages) {
        String name = messages.text("frame.step." + id);
        Label label = new Label(name);
        label.getStyleClass().add("rail-name");
        HBox row = new HBox(mark(place, state), label);
        row.setId("rail-" + id);
        row.getStyleClass().addAll("rail-step", state.key());
        row.setAccessibleRole(AccessibleRole.TEXT);
        // As strings: formatting numbers makes Java load its number tables, which nothing else on the first page needs.
        row.setAccessibleText(
                messages.text("frame.rail." + state.key(), String.valueOf(place + 1), String.valueOf(count),
                        name));
        return row;
    }

    private static Node mark(int place, State state) {
        StackPane mark = new StackPane();
        mark.getStyleClass().add("rail-mark");
        if (state == State.DONE) {
            Region tick = new Region();
            tick.getStyleClass().add("rail-tick");
            mark.getChildren().add(tick);
        } else {
            Label number = new Label(String.valueOf(place + 1));
            number.getStyleClass().add("rail-number");
            mark.getChildren().add(number);
        }
        return mark;
    }
}
