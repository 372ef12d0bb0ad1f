package app.keyturn.pages.done;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Resume;
import app.keyturn.renewal.SyncProof;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Fxml;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.Shown;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.SyncWords;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Page 6, <em>Done</em>. */
public final class DonePage implements Page {
    private final DoneModel model;
    private final TakeHome home;
    private final Draft draft;
    private final Messages messages;
    private final SyncWords sync;
    private final Desktop desktop;
    private final Button finish = new Button();
    private final Parent view;

    @FXML
    private Label until;
    @FXML
    private Label savedAt;
    @FXML
    private Label who;
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
    private Button lookAgain;
    @FXML
    private VBox unwatched;
    @FXML
    private Label unwatchedTitle;
    @FXML
    private Label unwatchedWhat;
    @FXML
    private Label kept;
    @FXML
    private Label lastStep;
    @FXML
    private CheckBox appleShowsActive;

    /**
     * Builds the page.
     *
     * @param model what it knows
     * @param home writes the reminder and the receipt
     * @param draft holds the result
     * @param messages the words
     * @param sync words for the sync's state
     * @param desktop opens Apple's site
     */
    public DonePage(DoneModel model, TakeHome home, Draft draft, Messages messages, SyncWords sync,
            Desktop desktop) {
        this.model = model;
        this.home = home;
        this.draft = draft;
        this.messages = messages;
        this.sync = sync;
        this.desktop = desktop;
        view = Fxml.load(this, messages);
    }

    @Override
    public String id() {
        return "done";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public Node mainButton() {
        return finish;
    }

    @FXML
    private void initialize() {
        finish.setId("finish");
        finish.getStyleClass().add("button-green");
        finish.setText(messages.text("done.finish"));
        finish.setOnAction(_ -> model.finish());
        draft.result().subscribe(this::show);
        model.proof().subscribe(_ -> showSync());
        model.watching().subscribe(_ -> showSync());
        model.job().subscribe(job -> syncState.setText(job == null ? "" : sync.state(job)));
        model.resume().subscribe(resume -> {
            show(resume);
            showSync();
        });
        model.watchProblem().subscribe(this::show);
        kept.textProperty().bind(home.message());
        Shown.when(home.message().isNotEmpty(), kept);
        appleShowsActive.selectedProperty().bindBidirectional(model.appleShowsActive());
        model.mayRevoke().subscribe(may -> lastStep.setText(messages.text(may ? "done.last.may" : "done.last.wait")));
    }

    private void show(Draft.@Nullable Result result) {
        SignedIn signedIn = draft.signedIn().get();
        if (result == null || signedIn == null) {
            return;
        }
        until.setText(home.until());
        savedAt.setText(messages.text("done.saved.at", messages.time(home.savedAt())));
        who.setText(messages.text("done.who", signedIn.account().userName(), signedIn.tenantName()));
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
        Shown.set(!(proof instanceof SyncProof.Seen), appleShowsActive);
        syncHint.setText(switch (model.firstSync()) {
            case "waiting", "unwatched" -> messages.text(key + ".hint");
            default -> "";
        });
    }

    private void show(@Nullable Resume resume) {
        Shown.set(resume instanceof Resume.AskFirst, paused);
        Shown.set(resume instanceof Resume.LeftAlone, leftAlone);
        if (resume instanceof Resume.LeftAlone alone) {
            Problem problem = alone.problem();
            leftAloneTitle.setText(messages.title(problem));
            leftAloneWhat.setText(what(problem));
            Shown.set(model.worthALook(), lookAgain);
        }
    }

    private void show(@Nullable Problem watchEnded) {
        Shown.set(watchEnded != null, unwatched);
        if (watchEnded != null) {
            unwatchedTitle.setText(messages.title(watchEnded));
            unwatchedWhat.setText(what(watchEnded));
        }
    }

    private String what(Problem problem) {
        SignedIn signedIn = draft.signedIn().get();
        return messages.whatHappened(problem, signedIn == null ? "" : signedIn.tenantName());
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
    private void saveReminder() {
        home.saveReminder();
    }

    @FXML
    private void saveReceipt() {
        home.saveReceipt();
    }

    @FXML
    private void openApple() {
        Portal portal = draft.portal().get();
        if (portal != null) {
            desktop.open(portal.site());
        }
    }
}
