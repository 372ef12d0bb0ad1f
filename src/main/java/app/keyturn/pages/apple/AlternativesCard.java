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

/**
 * Folded away, because only some users need it: other versions of the screens, an existing token, a colleague's help.
 */
final class AlternativesCard extends FxmlView {
    private final AppleModel model;
    private final GuideModel guideModel;
    private final Runnable focusSteps;

    @FXML private VBox screens;
    @FXML private Button otherSteps;
    @FXML private Button firstSteps;
    @FXML private VBox have;
    @FXML private VBox colleague;
    @FXML private Label request;
    @FXML private Label copied;

    AlternativesCard(AppleModel model, GuideModel guideModel, Messages messages, Runnable focusSteps) {
        super(messages);
        this.model = model;
        this.guideModel = guideModel;
        this.focusSteps = focusSteps;
        Stream.of(guideModel.guide(), guideModel.landmarksOnly())
                .forEach(shown -> messages.subscribe(shown, _ -> show()));
        messages.language().subscribe(_ -> {
            RichText.fill(have, messages, List.of("apple.have.age", "apple.have.copy"));
            RichText.fill(colleague, messages,
                    List.of("apple.colleague.who", "apple.colleague.when", "apple.colleague.how"));
        });
        request.textProperty().bind(model.request());
        copied.textProperty().bind(model.copied());
        Visibility.when(model.copied().isNotEmpty(), copied);
    }

    private void show() {
        RichText.fill(screens, messages, guideModel.guide().get().troubleshooting());
        String other = messages.text(guideModel.hasOlder() ? "apple.otherwise.older" : "apple.otherwise.landmarks");
        otherSteps.setText(other);
        otherSteps.setAccessibleText(other);
        Visibility.set(!guideModel.landmarksOnly().get(), otherSteps);
        Visibility.set(!guideModel.isNewestShown(), firstSteps);
    }

    @FXML
    private void showOtherSteps() {
        guideModel.showOlder();
        focusSteps.run();
    }

    @FXML
    private void showFirstSteps() {
        guideModel.showNewest();
        focusSteps.run();
    }

    @FXML
    private void goOn() {
        model.continueWithToken();
    }

    @FXML
    private void copyRequest() {
        model.copyRequest();
    }
}
