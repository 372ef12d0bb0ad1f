package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.i18n.Messages;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Page 2, <em>Get the token</em>. */
public final class ApplePage extends FxmlPage<AppleModel> {
    @FXML private Label lead;
    @FXML private VBox stepsPlace;
    @FXML private VBox landmarks;
    @FXML private VBox warnings;
    @FXML private VBox checkedPlace;
    @FXML private VBox keepPlace;
    @FXML private VBox folded;

    /**
     * Creates the page.
     *
     * @param practising true in practice mode, where a stand-in page opens
     */
    public ApplePage(AppleModel model, GuideModel guideModel, Messages messages, boolean practising) {
        super("apple", model, messages);
        lead.textProperty().bind(messages.live(practising ? "apple.lead.practice" : "apple.lead"));
        StepsCard card = new StepsCard(guideModel, messages);
        stepsPlace.getChildren().setAll(card.view());
        messages.subscribe(guideModel.guide(), this::show);
        checkedPlace.getChildren().setAll(new EntraSummaryCard(model, messages).view());
        Visibility.when(model.entraSummary().map(Optional::isPresent), checkedPlace);
        // Otherwise the address to look for is in that card.
        Visibility.when(Bindings.createBooleanBinding(
                () -> model.entraSummary().get().isEmpty() && !guideModel.landmarksOnly().get(),
                model.entraSummary(), guideModel.landmarksOnly()), landmarks);
        keepPlace.getChildren().setAll(new KeepTokenCard(model, messages).view());
        folded.getChildren().setAll(new AlternativesCard(model, guideModel, messages, card::focus).view());
    }

    private void show(Guide guide) {
        RichText.fill(landmarks, messages, guide.landmarks());
        RichText.fill(warnings, messages, guide.warnings());
    }
}
