package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What only some people need, folded away: another screen, a token made before, a colleague. */
final class AlternativesCard extends FxmlView {
    private final AppleModel model;
    private final GuideModel steps;
    private final Runnable lookAtSteps;

    @FXML
    private VBox screens;
    @FXML
    private Button otherSteps;
    @FXML
    private Button firstSteps;
    @FXML
    private VBox have;
    @FXML
    private VBox colleague;
    @FXML
    private Label request;
    @FXML
    private Label copied;

    AlternativesCard(AppleModel model, GuideModel steps, Messages messages, Runnable lookAtSteps) {
        super(messages);
        this.model = model;
        this.steps = steps;
        this.lookAtSteps = lookAtSteps;
        Stream.of(steps.guide(), steps.alone()).forEach(shown -> messages.subscribe(shown, _ -> show()));
        messages.language().subscribe(_ -> {
            rich(have, List.of("apple.have.age", "apple.have.copy"));
            rich(colleague, List.of("apple.colleague.who", "apple.colleague.when", "apple.colleague.how"));
        });
        request.textProperty().bind(model.request());
        copied.textProperty().bind(model.copied());
        Visibility.when(model.copied().isNotEmpty(), copied);
    }

    private void show() {
        rich(screens, steps.guide().get().otherwise());
        String other = messages.text(steps.hasOlder() ? "apple.otherwise.older" : "apple.otherwise.landmarks");
        otherSteps.setText(other);
        otherSteps.setAccessibleText(other);
        Visibility.set(!steps.alone().get(), otherSteps);
        Visibility.set(!steps.isNewest(), firstSteps);
    }

    private void rich(VBox box, List<String> keys) {
        RichText.fill(box, keys.stream().map(key -> messages.text(key)).toList());
    }

    @FXML
    private void showOtherSteps() {
        steps.showOther();
        lookAtSteps.run();
    }

    @FXML
    private void showFirstSteps() {
        steps.showNewest();
        lookAtSteps.run();
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
