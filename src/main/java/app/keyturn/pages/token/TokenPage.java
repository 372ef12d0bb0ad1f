package app.keyturn.pages.token;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.ExpiryField;
import app.keyturn.pages.common.Notice;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.Tone;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Page 4, <em>Paste the token</em>. */
public final class TokenPage extends FxmlPage<TokenModel> {
    private final TokenFields fields;

    @FXML private Label lead;
    @FXML private Label tokenLabel;
    @FXML private StackPane fieldPlace;
    @FXML private HBox fieldButtons;
    @FXML private Hyperlink showToken;
    @FXML private Label message;
    @FXML private CheckBox useAnyway;
    @FXML private VBox expiryPlace;

    public TokenPage(TokenModel model, RenewalState renewalState, Messages messages) {
        super("token", model, messages);
        fieldPlace.getChildren().clear();
        fields = new TokenFields(model, fieldButtons);
        fieldPlace.getChildren().setAll(fields.view());
        tokenLabel.setLabelFor(fields.field());
        BooleanProperty unmasked = new SimpleBooleanProperty();
        showToken.textProperty()
                .bind(messages.live(() -> messages.text(unmasked.get() ? "token.hide" : "token.show"), unmasked));
        showToken.setOnAction(_ -> {
            unmasked.set(!unmasked.get());
            showToken.setVisited(false);
            fields.show(unmasked.get(), fieldButtons);
            tokenLabel.setLabelFor(fields.field());
            fields.focus();
        });
        renewalState.result().subscribe((before, now) -> {
            if (before == null && now != null) {
                fields.overwrite();
            }
        });
        lead.textProperty()
                .bind(messages.live(
                        () -> messages.text("token.lead."
                                + Objects.requireNonNullElse(renewalState.portal().get(), Portal.SCHOOL)),
                        renewalState.portal()));
        Notice notice = model.notice();
        message.textProperty().bind(notice.text());
        Visibility.when(notice.text().isNotEmpty(), message);
        notice.tone().subscribe(tone -> tone.style(message));
        useAnyway.selectedProperty().bindBidirectional(model.useAnyway());
        Visibility.when(notice.tone().isEqualTo(Tone.DOUBT).or(model.useAnyway()), useAnyway);
        Parent expiry = new ExpiryField(model.expiry(), messages, "token.date.label", "").view();
        expiry.disableProperty().bind(Bindings.isNull(renewalState.token()));
        expiryPlace.getChildren().setAll(expiry);
    }

    @FXML
    private void paste() {
        model.paste();
        fields.focus();
    }
}
