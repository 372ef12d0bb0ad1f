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
 * The footer: how things stand, Back, the action of a problem, and the main button. One button at most is primary; none
 * while a button on the page is.
 */
final class Footer extends FxmlView {
    private final Wizard wizard;
    private final Consumer<Problem> act;
    private Subscription wayBack = Subscription.EMPTY;

    @FXML
    private Label status;
    @FXML
    private Label delay;
    @FXML
    private Label noWayBack;
    @FXML
    private Button back;
    @FXML
    private Button problemAction;
    @FXML
    private HBox mainSlot;
    @FXML
    private Button next;

    Footer(Wizard wizard, Messages messages, ProgressNotice late, Consumer<Problem> act) {
        super(messages);
        this.wizard = wizard;
        this.act = act;
        status.textProperty().bind(wizard.status());
        delay.textProperty().bind(late.text());
        Visibility.when(late.text().isNotEmpty(), delay);
        status.focusTraversableProperty().bind(wizard.status().isNotEmpty());
    }

    void show(Page page, boolean aside, @Nullable Problem problem) {
        PageModel model = page.model();
        wayBack.unsubscribe();
        wayBack = model.noWayBack().subscribe(why -> showWayBack(aside, why));
        next.textProperty().bind(model.nextLabel());
        next.accessibleTextProperty().bind(model.nextLabel());
        next.disableProperty().bind(model.ready().not());
        Node own = page.mainButton();
        Node main = own == null ? next : own;
        mainSlot.getChildren().setAll(main);
        Visibility.when(aside && own == null ? new SimpleBooleanProperty(false) : main.visibleProperty(), mainSlot);
        boolean offers = problem != null && (problem.action() == Action.BY_HAND || wizard.canActOn(problem));
        if (main instanceof Button button) {
            button.defaultButtonProperty().bind(model.leads().map(leads -> leads && !offers));
        }
        problemAction.setDefaultButton(offers);
        Visibility.set(offers, problemAction);
        if (problem != null) {
            problemAction.textProperty().bind(messages.live(() -> messages.action(problem)));
            problemAction.accessibleTextProperty().bind(problemAction.textProperty());
        }
    }

    private void showWayBack(boolean aside, String why) {
        Visibility.set(aside || wizard.position() > 0, back);
        back.setDisable(!aside && !wizard.canGoBack());
        back.setAccessibleHelp(why);
        noWayBack.setText(why);
        Visibility.set(!aside && !why.isEmpty(), noWayBack);
    }

    @FXML
    private void goBack() {
        if (wizard.aside().get() == null) {
            wizard.back();
        } else {
            wizard.closeAside();
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
