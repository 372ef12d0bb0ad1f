package app.keyturn.pages.token;

import app.keyturn.i18n.DateConverter;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Page 4, <em>Paste the token</em>. */
public final class TokenPage extends FxmlPage<TokenModel> {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    @FXML
    private Label lead;
    @FXML
    private Label tokenLabel;
    @FXML
    private StackPane fieldPlace;
    @FXML
    private HBox fieldButtons;
    @FXML
    private Hyperlink showToken;
    @FXML
    private Label message;
    @FXML
    private CheckBox useAnyway;
    @FXML
    private Label expiryLabel;
    @FXML
    private DatePicker expiry;
    @FXML
    private Label dateHint;
    @FXML
    private CheckBox confirmExpiry;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param renewalState tells the portal
     * @param messages the words
     */
    public TokenPage(TokenModel model, RenewalState renewalState, Messages messages) {
        super("token", model, messages);
        fieldPlace.getChildren().clear();
        TokenFields fields = new TokenFields(model, fieldButtons);
        fieldPlace.getChildren().setAll(fields.view());
        tokenLabel.setLabelFor(fields.field());
        BooleanProperty inClear = new SimpleBooleanProperty();
        showToken.textProperty()
                .bind(messages.live(() -> messages.text(inClear.get() ? "token.hide" : "token.show"), inClear));
        showToken.setOnAction(_ -> {
            inClear.set(!inClear.get());
            showToken.setVisited(false);
            fields.show(inClear.get(), fieldButtons);
            tokenLabel.setLabelFor(fields.field());
            fields.field().requestFocus();
        });
        renewalState.result().subscribe(result -> {
            if (result != null) {
                fields.overwrite();
            }
        });
        lead.textProperty()
                .bind(messages.live(
                        () -> messages.text("token.lead."
                                + Objects.requireNonNullElse(renewalState.portal().get(), Portal.SCHOOL)),
                        renewalState.portal()));
        message.textProperty().bind(model.message());
        Visibility.when(model.message().isNotEmpty(), message);
        model.tone().subscribe(tone -> {
            message.pseudoClassStateChanged(GOOD, tone == TokenModel.Tone.GOOD);
            message.pseudoClassStateChanged(DOUBT,
                    tone == TokenModel.Tone.DOUBT || tone == TokenModel.Tone.NOTE);
            message.pseudoClassStateChanged(BAD, tone == TokenModel.Tone.BAD);
        });
        useAnyway.selectedProperty().bindBidirectional(model.useAnyway());
        Visibility.when(model.tone().isEqualTo(TokenModel.Tone.DOUBT).or(model.useAnyway()), useAnyway);
        expiryLabel.setLabelFor(expiry);
        DateConverter.in(expiry, messages);
        expiry.valueProperty().bindBidirectional(model.expiry().day());
        expiry.disableProperty().bind(Bindings.isNull(renewalState.token()));
        confirmExpiry.selectedProperty().bindBidirectional(model.expiry().confirmed());
        confirmExpiry.disableProperty().bind(Bindings.isNull(renewalState.token()).or(model.expiry().day().isNull()));
        dateHint.textProperty().bind(model.expiry().hint());
        dateHint.visibleProperty().bind(Bindings.isNotNull(renewalState.token()));
    }

    @FXML
    private void paste() {
        model.paste();
    }
}
