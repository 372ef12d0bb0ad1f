package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.Notice;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import atlantafx.base.theme.Styles;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The last step at Apple: opens Apple's site and takes the token that was copied there. */
final class KeepTokenCard extends FxmlView {
    private final AppleModel model;

    @FXML private Button openPortal;
    @FXML private Button keepToken;
    @FXML private Button keepInstead;
    @FXML private Label keepHelp;
    @FXML private Label message;

    KeepTokenCard(AppleModel model, Messages messages) {
        super(messages);
        this.model = model;
        messages.subscribe(model.portal(), this::show);
        // The question replaces the other button, so that it is visible without scrolling.
        Visibility.when(model.replaceQuestion().not(), openPortal);
        Visibility.when(model.replaceQuestion(), keepInstead);
        model.nextPress().subscribe(nextPress -> {
            setPrimary(openPortal, nextPress == AppleModel.NextPress.OPEN);
            setPrimary(keepToken, nextPress == AppleModel.NextPress.KEEP);
        });
        Notice notice = model.notice();
        message.textProperty().bind(notice.text());
        Visibility.when(notice.text().isNotEmpty(), message);
        Visibility.when(notice.text().isEmpty(), keepHelp);
        notice.tone().subscribe(tone -> tone.style(message));
    }

    private static void setPrimary(Button button, boolean primary) {
        button.getStyleClass().remove(Styles.ACCENT);
        if (primary) {
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
