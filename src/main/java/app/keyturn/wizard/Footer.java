package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The status line, <em>Back</em>, the action of a problem, and the main button. At most one button is primary; none is
 * while a button on the page is.
 */
final class Footer extends FxmlView {
    private final Wizard wizard;
    private final Consumer<Problem> act;
    private Subscription backSubscription = Subscription.EMPTY;

    @FXML private Label status;
    @FXML private Label delay;
    @FXML private Label backBlocked;
    @FXML private Button back;
    @FXML private Button problemAction;
    @FXML private HBox mainSlot;
    @FXML private Button next;

    Footer(Wizard wizard, Messages messages, ProgressNotice progress, Consumer<Problem> act) {
        super(messages);
        this.wizard = wizard;
        this.act = act;
        status.textProperty().bind(wizard.status());
        delay.textProperty().bind(progress.text());
        Visibility.when(progress.text().isNotEmpty(), delay);
        status.focusTraversableProperty().bind(wizard.status().isNotEmpty());
    }

    void show(Page page, boolean sidePage, @Nullable Problem problem) {
        PageModel model = page.model();
        backSubscription.unsubscribe();
        backSubscription = model.backBlockedReason().subscribe(why -> showWayBack(sidePage, why));
        next.textProperty().bind(model.nextLabel());
        next.accessibleTextProperty().bind(model.nextLabel());
        next.disableProperty().bind(model.ready().not());
        Node ownButton = page.mainButton();
        Node main = ownButton == null ? next : ownButton;
        mainSlot.getChildren().setAll(main);
        Visibility.when(sidePage && ownButton == null ? new SimpleBooleanProperty(false) : main.visibleProperty(),
                mainSlot);
        boolean offersAction = problem != null && (problem.action() == Action.BY_HAND || wizard.canActOn(problem));
        if (main instanceof Button button) {
            button.defaultButtonProperty()
                    .bind(model.mainButtonPrimary().map(mainButtonPrimary -> mainButtonPrimary && !offersAction));
        }
        problemAction.setDefaultButton(offersAction);
        Visibility.set(offersAction, problemAction);
        if (problem != null) {
            problemAction.textProperty().bind(messages.live(() -> messages.action(problem)));
            problemAction.accessibleTextProperty().bind(problemAction.textProperty());
        }
    }

    private void showWayBack(boolean sidePage, String why) {
        Visibility.set(sidePage || wizard.position() > 0, back);
        back.setDisable(!sidePage && !wizard.canGoBack());
        back.setAccessibleHelp(why);
        backBlocked.setText(why);
        Visibility.set(!sidePage && !why.isEmpty(), backBlocked);
    }

    @FXML
    private void goBack() {
        if (wizard.sidePage().get() == null) {
            wizard.back();
        } else {
            wizard.closeSidePage();
        }
    }

    @FXML
    private void goOn() {
        wizard.next();
    }

    @FXML
    private void actOnProblem() {
        Problem problem = wizard.problem().get();
        if (problem != null) {
            act.accept(problem);
        }
    }
}
