package app.keyturn.pages.save;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.SyncRestart;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.FxmlPage;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Page 5, <em>Test and save</em>. */
public final class SavePage extends FxmlPage<SaveModel> {
    private final RenewalState renewalState;
    private final Button testAndSave = new Button();

    @FXML private Label what;
    @FXML private VBox steps;
    @FXML private VBox questionCard;
    @FXML private Label questionText;
    @FXML private Button agree;
    @FXML private Label note;
    @FXML private Button stop;

    public SavePage(SaveModel model, RenewalState renewalState, Messages messages) {
        super("save", model, messages);
        this.renewalState = renewalState;
        for (Step step : Step.values()) {
            steps.getChildren().add(new StepRow(step, model.step(step), messages).view());
        }
        testAndSave.setId("test-and-save");
        testAndSave.setOnAction(_ -> model.begin());
        testAndSave.textProperty()
                .bind(messages.live(() -> messages.text(buttonKey()), model.triedBefore(), model.unchecked()));
        testAndSave.disableProperty()
                .bind(model.running()
                        .or(Bindings.isNull(renewalState.token()))
                        .or(Bindings.isNull(renewalState.target()))
                        .or(Bindings.isNull(renewalState.expiry()))
                        .or(Bindings.isNotNull(model.question())));
        // Beside a problem that offers to check again, a second button would say the same.
        testAndSave.visibleProperty()
                .bind(model.unchecked().not().or(model.running()).or(model.triedBefore().not()));
        what.textProperty()
                .bind(messages.live(this::whatWillHappen, renewalState.target(), renewalState.signedIn(),
                        model.unchecked()));
        note.textProperty().bind(model.note());
        Visibility.when(model.note().isNotEmpty(), note);
        Visibility.when(model.running(), stop);
        stop.disableProperty().bind(model.stoppable().not());
        messages.subscribe(model.question(), this::ask);
    }

    @Override
    public Node mainButton() {
        return testAndSave;
    }

    private String buttonKey() {
        if (model.unchecked().get()) {
            return "save.button.check";
        }
        return model.triedBefore().get() ? "save.button.again" : "save.button";
    }

    private String whatWillHappen() {
        Target target = renewalState.target().get();
        SignedIn who = renewalState.signedIn().get();
        if (target == null || who == null) {
            return "";
        }
        if (model.unchecked().get()) {
            return messages.text("save.what.check", target.app().name(), who.tenantName());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.text("save.what", target.app().name(), who.tenantName()));
        if (target.baseline().filter(Baseline.Tested.class::isInstance).isEmpty()) {
            sentences.add(messages.text("save.what.old.unknown"));
        } else if (!target.tokenRefused()) {
            sentences.add(messages.text("save.what.old"));
        }
        if (SyncRestart.need(target.job(), target.tokenRefused()) == SyncRestart.Need.START) {
            sentences.add(messages.text("save.what.start"));
        }
        return String.join(" ", sentences);
    }

    private void ask(@Nullable ConsentQuestion question) {
        Visibility.set(question != null, questionCard);
        switch (question) {
            case null -> {
            }
            case ConsentQuestion.HiddenKeys hidden -> {
                questionText.setText(messages.text("save.question.hidden", String.join(", ", hidden.keys())));
                agree.setText(messages.text("save.question.hidden.yes"));
            }
            case ConsentQuestion.OtherSignIn other -> {
                questionText.setText(messages.text("save.question.other", String.join(", ", other.keys())));
                agree.setText(messages.text("save.question.other.yes"));
            }
            case ConsentQuestion.Address address -> {
                String proposed = address.proposed().text();
                questionText.setText(address.stored()
                        .map(TenantUrl::text)
                        .map(stored -> messages.text("save.question.address", stored, proposed))
                        .orElseGet(() -> messages.text("save.question.address.none", proposed)));
                agree.setText(messages.text("save.question.address.yes"));
            }
        }
    }

    @FXML
    private void agree() {
        model.agree();
    }

    @FXML
    private void stop() {
        model.stop();
    }
}
