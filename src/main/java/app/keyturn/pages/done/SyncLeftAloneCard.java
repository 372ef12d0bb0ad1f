package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import app.keyturn.wizard.ProxyFields;
import app.keyturn.wizard.RenewalState;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why the sync was not started after the save, and what can be done about it. */
final class SyncLeftAloneCard extends FxmlView {
    private final SyncModel model;
    private final ProxyFields proxyFields;
    private final Runnable openByHand;

    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Label what;
    @FXML private Label todo;
    @FXML private Button lookAgain;
    @FXML private Button byHand;

    SyncLeftAloneCard(SyncModel model, RenewalState renewalState, Messages messages, Runnable openByHand) {
        super(messages);
        this.model = model;
        this.openByHand = openByHand;
        proxyFields = new ProxyFields(renewalState.proxy(), messages, model::checkAgain);
        card.getChildren().add(card.getChildren().indexOf(todo) + 1, proxyFields.view());
        messages.subscribe(model.restartResult(), this::show);
    }

    private void show(@Nullable SyncRestartResult result) {
        Visibility.set(result instanceof SyncRestartResult.LeftAlone, card);
        if (result instanceof SyncRestartResult.LeftAlone leftAlone) {
            Problem problem = leftAlone.problem();
            title.setText(messages.title(problem));
            what.setText(messages.whatHappened(problem, model.organisation(messages)));
            todo.setText(messages.whatToDo(problem) + "\n"
                    + messages.text("done.left-alone.who", messages.whoCanHelp(problem)));
            proxyFields.show(problem);
            Visibility.set(model.canCheckAgain(), lookAgain);
            lookAgain.setText(messages.text("action."
                    + (problem.action() == Action.CHECK_AGAIN ? Action.CHECK_AGAIN : Action.READ_AGAIN)));
            Visibility.set(problem.action() == Action.BY_HAND || isRefused(problem), byHand);
        }
    }

    /** Microsoft may refuse again; then finishing by hand is the only way left. */
    private static boolean isRefused(Problem problem) {
        return problem.code() == ProblemCode.SERVICE_REFUSED;
    }

    @FXML
    private void checkAgain() {
        model.checkAgain();
    }

    @FXML
    private void finishByHand() {
        openByHand.run();
    }
}
