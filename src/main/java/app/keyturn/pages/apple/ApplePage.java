package app.keyturn.pages.apple;

import app.keyturn.guide.Guide;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.NumberedSteps;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RichText;
import app.keyturn.wizard.Shown;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Page 2, <em>Get the token</em>. */
public final class ApplePage implements Page {
    private final AppleModel model;
    private final Messages messages;
    private final String leadText;
    private final Parent view;

    @FXML
    private Label lead;
    @FXML
    private VBox steps;
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
     * @param messages the words
     * @param practising true in the practice world, where a made-up page opens
     */
    public ApplePage(AppleModel model, Messages messages, boolean practising) {
        this.model = model;
        this.messages = messages;
        leadText = messages.text(practising ? "apple.lead.practice" : "apple.lead");
        view = Fxml.load(this, messages);
    }

    @Override
    public String id() {
        return "apple";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @FXML
    private void initialize() {
        lead.setText(leadText);
        model.guide().subscribe(this::show);
        checkedPlace.getChildren().setAll(new CheckedCard(model, messages).view());
        Shown.when(model.checked().map(Optional::isPresent), checkedPlace);
        // The address to look for stands in the card by then.
        Shown.when(model.checked().map(Optional::isEmpty), landmarks);
        keepPlace.getChildren().setAll(new KeepCard(model, messages).view());
        folded.getChildren().setAll(new OtherWays(model, messages).view());
    }

    private void show(Guide guide) {
        NumberedSteps.fill(steps, guide.steps().stream().map(key -> messages.text(key)).toList());
        rich(landmarks, guide.landmarks());
        rich(warnings, guide.warnings());
    }

    private void rich(VBox box, List<String> keys) {
        box.getChildren().setAll(keys.stream().map(key -> RichText.of(messages.text(key))).toList());
    }
}
