package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Where the steps end: the way to Apple's site, and the place for the token that was copied there. */
final class KeepTokenCard extends FxmlView {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");

    private final AppleModel model;

    @FXML
    private Button openPortal;
    @FXML
    private Button keepToken;
    @FXML
    private Button keepInstead;
    @FXML
    private Label keepHelp;
    @FXML
    private Label message;

    KeepTokenCard(AppleModel model, Messages messages) {
        super(messages);
        this.model = model;
        messages.subscribe(model.portal(), this::show);
        // The question takes the other button's place, so that it is in sight without scrolling.
        Visibility.when(model.asking().not(), openPortal);
        Visibility.when(model.asking(), keepInstead);
        model.press().subscribe(press -> {
            standOut(openPortal, press == AppleModel.Press.OPEN);
            standOut(keepToken, press == AppleModel.Press.KEEP);
        });
        message.textProperty().bind(model.message());
        Visibility.when(model.message().isNotEmpty(), message);
        Visibility.when(model.message().isEmpty(), keepHelp);
        model.tone().subscribe(tone -> {
            message.pseudoClassStateChanged(GOOD, tone == AppleModel.Tone.GOOD);
            message.pseudoClassStateChanged(DOUBT, tone == AppleModel.Tone.DOUBT);
        });
    }

    private static void standOut(Button button, boolean out) {
        button.getStyleClass().remove(Styles.ACCENT);
        if (out) {
            button.getStyleClass().add(Styles.ACCENT);
        }
    }

    private void show(Portal portal) {
        String open = messages.text("apple.open." + portal);
        openPortal.setText(open);
        openPortal.setAccessibleText(open);
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
