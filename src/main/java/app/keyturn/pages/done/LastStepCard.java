package app.keyturn.pages.done;

import app.keyturn.guide.Picture;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.SyncProof;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.RichText;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.RenewalState;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The last step at Apple: which of the two tokens is the old one, and that revoking it is optional. */
final class LastStepCard extends FxmlView {
    private final DoneModel model;

    @FXML private Label lastStep;
    @FXML private VBox tokens;
    @FXML private StackPane drawing;
    @FXML private VBox neverDisconnectNote;
    @FXML private CheckBox appleShowsActive;
    @FXML private CheckBox revoked;

    LastStepCard(DoneModel model, SyncModel sync, RenewalState renewalState, Messages messages) {
        super(messages);
        this.model = model;
        lastStep.textProperty()
                .bind(messages.live(() -> messages.text(lastStepKey(renewalState.result().get())), model.mayRevoke(),
                        renewalState.result()));
        messages.subscribe(renewalState.result(), this::show);
        Visibility.when(Bindings.createBooleanBinding(
                () -> !(sync.proof().get() instanceof SyncProof.Seen) || onlyAppleShows(renewalState.result().get()),
                sync.proof(), renewalState.result()), appleShowsActive);
        appleShowsActive.selectedProperty().bindBidirectional(model.appleShowsActive());
        revoked.selectedProperty().bindBidirectional(model.revoked());
        Visibility.when(model.mayRevoke().or(model.revoked()), revoked);
    }

    private String lastStepKey(@Nullable CompletedRenewal renewed) {
        if (model.mayRevoke().get()) {
            return "done.last.may";
        }
        return onlyAppleShows(renewed) ? "done.last.either" : "done.last.wait";
    }

    /** True if a sync does not show which of the two tokens is in use. */
    private static boolean onlyAppleShows(@Nullable CompletedRenewal renewed) {
        return renewed != null && renewed.outcome().oldTokenMayBeInUse();
    }

    private void show(@Nullable CompletedRenewal renewed) {
        if (renewed == null) {
            return;
        }
        String latest = messages.text("done.last.new." + renewed.expiry().source(),
                messages.day(renewed.expiry().date()));
        RichText.fill(tokens, List.of(messages.text("done.last.old"), latest));
        RichText.fill(neverDisconnectNote, List.of(messages.text("done.last.never")));
        drawing.getChildren()
                .setAll(Picture.TWO_TOKENS.draw(renewed.plan().portal(),
                        messages.text(Picture.TWO_TOKENS.altTextKey())));
    }

    @FXML
    private void openApple() {
        model.openApple();
    }
}
