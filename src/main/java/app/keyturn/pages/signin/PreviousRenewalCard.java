package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExportModel;
import app.keyturn.pages.common.DocumentExportRow;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.renewal.SyncProof;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.RenewalState;
import java.time.Instant;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The result of the previous renewal and its receipt, for users who only check. */
final class PreviousRenewalCard extends FxmlView {
    @FXML private VBox card;
    @FXML private Label when;
    @FXML private Label sync;

    PreviousRenewalCard(PreviousRenewal previous, DocumentExportModel export, RenewalState renewalState,
            Messages messages) {
        super(messages);
        BooleanBinding known = Bindings.createBooleanBinding(() -> previous.record().get().isPresent(),
                previous.record());
        card.getChildren().add(new DocumentExportRow(export, messages, known).view());
        Visibility.when(known.and(renewalState.checkFirst()), card);
        messages.subscribe(previous.record(), renewal -> renewal.ifPresent(this::show));
    }

    private void show(RenewalRecord renewal) {
        when.setText(messages.text("signin.last.when", day(renewal, renewal.savedAt()),
                renewal.signedIn().map(in -> in.account().userName()).orElse("")));
        sync.setText(switch (renewal.work()) {
            case ByHand _ -> messages.text("signin.last.by-hand");
            case ByKeyturn done -> switch (done.sync()) {
                case SyncProof.Seen seen -> messages.text("signin.last.seen", day(renewal, seen.cycle().began()));
                case SyncProof.Failed _ -> messages.text("signin.last.failed");
                case SyncProof.NotYet _ -> messages.text("signin.last.not-yet");
            };
        });
    }

    private String day(RenewalRecord renewal, Instant moment) {
        return messages.day(LocalDate.ofInstant(moment, renewal.zone()));
    }
}
