package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.RichText;
import app.keyturn.wizard.Shown;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What only some people need, folded away: another screen, a token made before, a colleague. */
final class OtherWays {
    private final AppleModel model;
    private final Messages messages;
    private final Parent view;

    @FXML
    private VBox screens;
    @FXML
    private Button otherSteps;
    @FXML
    private Label seen;
    @FXML
    private VBox have;
    @FXML
    private VBox colleague;
    @FXML
    private Label request;
    @FXML
    private Label copied;

    OtherWays(AppleModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        model.guide().subscribe(this::show);
        rich(have, List.of("apple.have.age", "apple.have.copy"));
        rich(colleague, List.of("apple.colleague.who", "apple.colleague.when", "apple.colleague.how"));
        request.textProperty().bind(model.request());
        copied.textProperty().bind(model.copied());
        Shown.when(model.copied().isNotEmpty(), copied);
    }

    private void show(Guide guide) {
        rich(screens, guide.otherwise());
        seen.setText(messages.text("apple.seen", messages.month(guide.seen())));
        Shown.set(model.hasOtherScreens(), otherSteps);
    }

    private void rich(VBox box, List<String> keys) {
        box.getChildren().setAll(keys.stream().map(key -> RichText.of(messages.text(key))).toList());
    }

    @FXML
    private void showOtherSteps() {
        model.showOtherScreens();
    }

    @FXML
    private void goOn() {
        model.goOn();
    }

    @FXML
    private void copyRequest() {
        model.copyRequest();
    }
}
