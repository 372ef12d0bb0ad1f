package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.i18n.Messages;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Page 2, <em>Get the token</em>. */
public final class ApplePage extends FxmlPage<AppleModel> {

    @FXML
    private Label lead;
    @FXML
    private VBox stepsPlace;
    @FXML
    private VBox landmarks;
    @FXML
    private VBox warnings;
    @FXML
    private VBox checkedPlace;
    @FXML
    private VBox keepPlace;
    @FXML
    private VBox folded;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param steps where the person is in the steps
     * @param messages the words
     * @param practising true in the practice world, where a made-up page opens
     */
    public ApplePage(AppleModel model, GuideModel steps, Messages messages, boolean practising) {
        super("apple", model, messages);
        lead.textProperty().bind(messages.live(practising ? "apple.lead.practice" : "apple.lead"));
        StepsCard card = new StepsCard(steps, messages);
        stepsPlace.getChildren().setAll(card.view());
        messages.subscribe(steps.guide(), this::show);
        checkedPlace.getChildren().setAll(new EntraSummaryCard(model, messages).view());
        Visibility.when(model.checked().map(Optional::isPresent), checkedPlace);
        // The address to look for stands in the card by then.
        Visibility.when(Bindings.createBooleanBinding(() -> model.checked().get().isEmpty() && !steps.alone().get(),
                model.checked(), steps.alone()), landmarks);
        keepPlace.getChildren().setAll(new KeepTokenCard(model, messages).view());
        folded.getChildren().setAll(new AlternativesCard(model, steps, messages, card::focus).view());
    }

    private void show(Guide guide) {
        rich(landmarks, guide.landmarks());
        rich(warnings, guide.warnings());
    }

    private void rich(VBox box, List<String> keys) {
        RichText.fill(box, keys.stream().map(key -> messages.text(key)).toList());
    }
}
