package app.keyturn.pages.start;

import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.NamedChoice;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;

/** The quiet way into the practice world, and the story to play there. */
final class PracticeCorner {
    private static final int ROWS = 9;

    private final StartModel model;
    private final Messages messages;
    private final Parent view;

    @FXML
    private Hyperlink practise;
    @FXML
    private ComboBox<String> scenario;

    PracticeCorner(StartModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        List<String> ordered = Stories.inOrder(model.scenarios());
        scenario.getItems().setAll(ordered);
        scenario.setVisibleRowCount(ROWS);
        NamedChoice.follow(scenario, messages, id -> messages.text("scenario." + id),
                _ -> new StoryCell(messages, ordered));
        scenario.valueProperty().bindBidirectional(model.scenario());
        practise.textProperty().bind(messages.live(model.practising() ? "start.practise.again" : "start.practise"));
        practise.accessibleTextProperty().bind(practise.textProperty());
    }

    @FXML
    private void practise() {
        model.practise();
    }
}
