package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.ProxyFields;
import app.keyturn.wizard.RenewalState;
import java.time.LocalTime;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The second tick, for the first sync, and what to do if the sync does not run. */
final class SyncCard extends FxmlView {
    private final SyncModel model;
    private final SyncText text;
    private final ZoneId zone;
    private final ProxyFields unwatchedProxy;

    @FXML private VBox area;
    @FXML private HBox syncRow;
    @FXML private Label syncMark;
    @FXML private ProgressIndicator syncWorking;
    @FXML private Label syncName;
    @FXML private Label syncHint;
    @FXML private Label syncState;
    @FXML private VBox paused;
    @FXML private VBox unwatched;
    @FXML private Label unwatchedTitle;
    @FXML private Label unwatchedWhat;

    SyncCard(SyncModel model, RenewalState renewalState, Messages messages, SyncText text, ZoneId zone,
            Runnable openByHand) {
        super(messages);
        this.model = model;
        this.text = text;
        this.zone = zone;
        unwatchedProxy = new ProxyFields(renewalState.proxy(), messages, model::watchAgain);
        area.getChildren()
                .add(area.getChildren().indexOf(unwatched),
                        new SyncLeftAloneCard(model, renewalState, messages, openByHand).view());
        unwatched.getChildren().add(unwatched.getChildren().indexOf(unwatchedWhat) + 1, unwatchedProxy.view());
        model.proof().subscribe(_ -> showSync());
        model.watching().subscribe(_ -> showSync());
        model.lastRead().subscribe(_ -> showSync());
        messages.subscribe(model.job(), _ -> showSync());
        messages.subscribe(model.restartResult(), result -> {
            Visibility.set(result instanceof SyncRestartResult.ConsentNeeded, paused);
            showSync();
        });
        messages.subscribe(model.watchProblem(), this::show);
    }

    private void showSync() {
        SyncProof proof = model.proof().get();
        String key = "done.sync." + model.stateKey();
        boolean waiting = model.stateKey().equals("waiting");
        syncName.setText(messages.text(key));
        syncMark.setText(switch (proof) {
            case SyncProof.Seen _ -> "✓";
            case SyncProof.Failed _ -> "!";
            case SyncProof.NotYet _ -> waiting ? "" : "–";
        });
        syncRow.getStyleClass().setAll("step-row", proof instanceof SyncProof.Seen ? "step-done" : "step-waiting");
        syncWorking.setVisible(waiting);
        syncHint.setText(switch (model.stateKey()) {
            case "waiting", "unwatched" -> messages.text(key + ".hint");
            default -> "";
        });
        SyncJob job = model.job().get();
        syncState.setText(waiting && !model.isStopped()
                ? messages.text("done.sync.looked",
                        messages.time(LocalTime.ofInstant(model.lastRead().get(), zone)))
                : job == null ? "" : text.state(job));
        // A finished row needs no state, and the question contains it while consent is needed.
        boolean well = proof instanceof SyncProof.Seen && !model.isStopped();
        Visibility.set(!well && !(model.restartResult().get() instanceof SyncRestartResult.ConsentNeeded), syncState);
    }

    private void show(@Nullable Problem watchEnded) {
        Visibility.set(watchEnded != null, unwatched);
        if (watchEnded != null) {
            unwatchedProxy.show(watchEnded);
            unwatchedTitle.setText(messages.title(watchEnded));
            unwatchedWhat.setText(messages.whatHappened(watchEnded, model.organisation(messages)));
        }
    }

    @FXML
    private void watchAgain() {
        model.watchAgain();
    }

    @FXML
    private void restartSync() {
        model.restartSync();
    }

}
