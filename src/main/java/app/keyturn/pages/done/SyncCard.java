package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.ui.Fxml;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.ProxyFields;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import java.time.LocalTime;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The second tick, and what is said where the sync does not come by itself. */
final class SyncCard {
    private final SyncModel model;
    private final RenewalState renewalState;
    private final Messages messages;
    private final SyncText text;
    private final ZoneId zone;
    private final Runnable openByHand;
    private final ProxyFields leftAloneProxy;
    private final ProxyFields unwatchedProxy;
    private final Parent view;

    @FXML
    private HBox syncRow;
    @FXML
    private Label syncMark;
    @FXML
    private ProgressIndicator syncWorking;
    @FXML
    private Label syncName;
    @FXML
    private Label syncHint;
    @FXML
    private Label syncState;
    @FXML
    private VBox paused;
    @FXML
    private VBox leftAlone;
    @FXML
    private Label leftAloneTitle;
    @FXML
    private Label leftAloneWhat;
    @FXML
    private Label leftAloneDo;
    @FXML
    private Button lookAgain;
    @FXML
    private Button syncByHand;
    @FXML
    private VBox unwatched;
    @FXML
    private Label unwatchedTitle;
    @FXML
    private Label unwatchedWhat;

    SyncCard(SyncModel model, RenewalState renewalState, Messages messages, SyncText text, ZoneId zone,
            Runnable openByHand) {
        this.model = model;
        this.renewalState = renewalState;
        this.messages = messages;
        this.text = text;
        this.zone = zone;
        this.openByHand = openByHand;
        leftAloneProxy = new ProxyFields(renewalState.proxy(), messages, model::lookAgain);
        unwatchedProxy = new ProxyFields(renewalState.proxy(), messages, model::watchAgain);
        view = Fxml.load(this, messages);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        leftAlone.getChildren().add(leftAlone.getChildren().indexOf(leftAloneDo) + 1, leftAloneProxy.view());
        unwatched.getChildren().add(unwatched.getChildren().indexOf(unwatchedWhat) + 1, unwatchedProxy.view());
        model.proof().subscribe(_ -> showSync());
        model.watching().subscribe(_ -> showSync());
        model.looked().subscribe(_ -> showSync());
        messages.subscribe(model.job(), _ -> showSync());
        messages.subscribe(model.resume(), result -> {
            show(result);
            showSync();
        });
        messages.subscribe(model.watchProblem(), this::show);
    }

    private void showSync() {
        SyncProof proof = model.proof().get();
        String key = "done.sync." + model.firstSync();
        boolean waiting = model.firstSync().equals("waiting");
        syncName.setText(messages.text(key));
        syncMark.setText(switch (proof) {
            case SyncProof.Seen _ -> "✓";
            case SyncProof.Failed _ -> "!";
            case SyncProof.NotYet _ -> waiting ? "" : "–";
        });
        syncRow.getStyleClass().setAll("step-row", proof instanceof SyncProof.Seen ? "step-done" : "step-waiting");
        syncWorking.setVisible(waiting);
        syncHint.setText(switch (model.firstSync()) {
            case "waiting", "unwatched" -> messages.text(key + ".hint");
            default -> "";
        });
        SyncJob job = model.job().get();
        syncState.setText(waiting && !model.standsStill()
                ? messages.text("done.sync.looked",
                        messages.time(LocalTime.ofInstant(model.looked().get(), zone)))
                : job == null ? "" : text.state(job));
        // The row itself says it when all is well, and the question says it while somebody has to agree.
        boolean well = proof instanceof SyncProof.Seen && !model.standsStill();
        Visibility.set(!well && !(model.resume().get() instanceof SyncRestartResult.AskFirst), syncState);
    }

    private void show(@Nullable SyncRestartResult result) {
        Visibility.set(result instanceof SyncRestartResult.AskFirst, paused);
        Visibility.set(result instanceof SyncRestartResult.LeftAlone, leftAlone);
        if (result instanceof SyncRestartResult.LeftAlone alone) {
            Problem problem = alone.problem();
            leftAloneTitle.setText(messages.title(problem));
            leftAloneWhat.setText(what(problem));
            leftAloneDo.setText(messages.whatToDo(problem) + "\n"
                    + messages.text("done.left-alone.who", messages.whoCanHelp(problem)));
            leftAloneProxy.show(problem);
            Visibility.set(model.worthALook(), lookAgain);
            lookAgain.setText(messages.text("action."
                    + (problem.action() == Action.TRY_AGAIN ? Action.TRY_AGAIN : Action.READ_AGAIN)));
            Visibility.set(problem.action() == Action.BY_HAND || isRefused(problem), syncByHand);
        }
    }

    private void show(@Nullable Problem watchEnded) {
        Visibility.set(watchEnded != null, unwatched);
        if (watchEnded != null) {
            unwatchedProxy.show(watchEnded);
            unwatchedTitle.setText(messages.title(watchEnded));
            unwatchedWhat.setText(what(watchEnded));
        }
    }

    /** Microsoft may refuse it again, and then the way by hand is the one that is left. */
    private static boolean isRefused(Problem problem) {
        return problem.code() == ProblemCode.SERVICE_REFUSED;
    }

    private String what(Problem problem) {
        SignedIn who = renewalState.signedIn().get();
        return messages.whatHappened(problem, who == null ? messages.text("problem.organisation") : who.tenantName());
    }

    @FXML
    private void lookAgain() {
        model.lookAgain();
    }

    @FXML
    private void watchAgain() {
        model.watchAgain();
    }

    @FXML
    private void lookAfterSync() {
        model.lookAfterSync();
    }

    @FXML
    private void finishByHand() {
        openByHand.run();
    }
}
