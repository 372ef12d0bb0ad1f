package app.keyturn.pages.save;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.ui.WrappingRow;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One step of the renewal: its mark, name and state. */
final class StepRow {
    private final Step step;
    private final Messages messages;
    private final WrappingRow view = new WrappingRow();
    private final Label mark = new Label();
    private final ProgressIndicator working = new ProgressIndicator();
    private final Label state = new Label();

    StepRow(Step step, ObservableValue<StepState> stepState, Messages messages) {
        this.step = step;
        this.messages = messages;
        Label name = new Label();
        name.textProperty().bind(messages.live("save.step." + step));
        name.getStyleClass().add("step-name");
        name.setWrapText(true);
        mark.getStyleClass().add("step-mark");
        working.getStyleClass().add("step-working");
        state.getStyleClass().add("step-state");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        view.getChildren().setAll(new StackPane(mark, working), name, space, state);
        view.setId("step-" + step.name().toLowerCase(Locale.ROOT));
        view.setAccessibleRole(AccessibleRole.TEXT);
        messages.subscribe(stepState, this::show);
    }

    Node view() {
        return view;
    }

    private void show(StepState now) {
        mark.setText(switch (now) {
            case WAITING, SKIPPED -> "–";
            case RUNNING -> "";
            case DONE -> "✓";
            case FAILED -> "✗";
        });
        working.setVisible(now == StepState.RUNNING);
        state.setText(messages.text("save.state." + now));
        view.getStyleClass().setAll("step-row", "step-" + now.name().toLowerCase(Locale.ROOT));
        view.setAccessibleText(messages.text("save.step." + step) + ": " + messages.text("save.spoken." + now));
    }
}
