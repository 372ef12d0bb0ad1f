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
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Page 2, <em>Get the token</em>. */
public final class ApplePage implements Page {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");

    private final AppleModel model;
    private final Messages messages;
    private final String leadText;
    private final Parent view;

    @FXML
    private Label lead;
    @FXML
    private Button openPortal;
    @FXML
    private VBox steps;
    @FXML
    private VBox landmarks;
    @FXML
    private VBox warnings;
    @FXML
    private VBox checkedPlace;
    @FXML
    private VBox folded;
    @FXML
    private Label keepHelp;
    @FXML
    private Label message;
    @FXML
    private Button keepInstead;

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
        message.textProperty().bind(model.message());
        Shown.when(model.message().isNotEmpty(), message);
        Shown.when(model.message().isEmpty(), keepHelp);
        Shown.when(model.asking(), keepInstead);
        model.tone().subscribe(tone -> {
            message.pseudoClassStateChanged(GOOD, tone == AppleModel.Tone.GOOD);
            message.pseudoClassStateChanged(DOUBT, tone == AppleModel.Tone.DOUBT);
        });
        checkedPlace.getChildren().setAll(new CheckedCard(model, messages).view());
        Shown.when(model.checked().map(Optional::isPresent), checkedPlace);
        // The address to look for stands in the card by then.
        Shown.when(model.checked().map(Optional::isEmpty), landmarks);
        folded.getChildren().setAll(new OtherWays(model, messages).view());
    }

    private void show(Guide guide) {
        String open = messages.text("apple.open." + guide.portal());
        openPortal.setText(open);
        openPortal.setAccessibleText(open);
        NumberedSteps.fill(steps, guide.steps().stream().map(key -> messages.text(key)).toList());
        rich(landmarks, guide.landmarks());
        rich(warnings, guide.warnings());
    }

    private void rich(VBox box, List<String> keys) {
        box.getChildren().setAll(keys.stream().map(key -> RichText.of(messages.text(key))).toList());
    }

    @FXML
    private void openPortal() {
        model.openPortal();
    }

    @FXML
    private void keepToken() {
        model.keepToken();
        message.requestFocus();
    }

    @FXML
    private void keepInstead() {
        model.keepInstead();
        message.requestFocus();
    }
}
