package app.keyturn.pages.apple;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was found on Microsoft's side; hidden before it was checked. */
final class EntraSummaryCard extends FxmlView {
    @FXML private VBox card;
    @FXML private Label organisation;
    @FXML private Label app;
    @FXML private Label addressName;
    @FXML private Label address;
    @FXML private Label sync;
    @FXML private Label warning;

    EntraSummaryCard(AppleModel model, Messages messages) {
        super(messages);
        model.entraSummary().subscribe(this::show);
    }

    private void show(Optional<EntraSummary> found) {
        Visibility.set(found.isPresent(), card);
        found.ifPresent(checked -> {
            organisation.setText(checked.organisation());
            app.setText(checked.app());
            sync.setText(checked.syncState());
            address.setText(checked.fits() ? checked.address() : "");
            warning.setText(checked.fits() ? "" : checked.address());
            Visibility.set(checked.fits(), addressName);
            Visibility.set(checked.fits(), address);
            Visibility.set(!checked.fits(), warning);
        });
    }
}
