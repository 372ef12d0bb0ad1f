package app.keyturn.wizard;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.FxmlView;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows a problem in place of the page's heading: whether anything was changed, what happened, what to do, who can
 * help, and the options beside the one action. A password for the network's proxy is entered here, on any page.
 */
final class ProblemArea extends FxmlView {
    private static final PseudoClass NOT_KNOWN = PseudoClass.getPseudoClass("not-known");

    private final ProblemText problemText;
    private final ColleagueRequest request;
    private final Desktop desktop;
    private final Runnable openByHand;
    private final Runnable openNoToken;
    private final ProxyFields proxyFields;
    private @Nullable Problem shown;

    @FXML private Label title;
    @FXML private HBox changedRow;
    @FXML private Label changedMark;
    @FXML private Label changed;
    @FXML private Label means;
    @FXML private Label what;
    @FXML private Label todo;
    @FXML private Label who;
    @FXML private VBox proxyPlace;
    @FXML private Hyperlink byHand;
    @FXML private Hyperlink noToken;
    @FXML private Hyperlink copyRequest;
    @FXML private Label code;
    @FXML private Label copied;

    ProblemArea(Messages messages, ProblemText problemText, ColleagueRequest request, Desktop desktop,
            Runnable openByHand, Runnable openNoToken, ProxyEntry proxy, Consumer<Problem> act) {
        super(messages);
        this.problemText = problemText;
        this.request = request;
        this.desktop = desktop;
        this.openByHand = openByHand;
        this.openNoToken = openNoToken;
        proxyFields = new ProxyFields(proxy, messages, () -> Optional.ofNullable(shown).ifPresent(act));
        proxyPlace.getChildren().setAll(proxyFields.view());
        show(null);
        messages.language().subscribe((_, _) -> refresh());
    }

    /** Gets the focus when a problem appears, so that screen readers read it. */
    Node title() {
        return title;
    }

    void show(@Nullable Problem problem) {
        shown = problem;
        Visibility.set(problem != null, view());
        proxyFields.show(problem);
        copied.textProperty().bind(Messages.empty());
        refresh();
    }

    private void refresh() {
        Problem problem = shown;
        if (problem != null) {
            title.setText(messages.title(problem));
            title.setAccessibleText(problemText.screenReaderText(problem));
            changed.setText(messages.changed(problem));
            means.setText(messages.changedMeans(problem));
            mark(problem.changed());
            what.setText(problemText.whatHappened(problem));
            todo.setText(messages.whatToDo(problem));
            who.setText(messages.whoCanHelp(problem));
            code.setText(problem.code().id());
            Visibility.set(problem.code().offersByHand(), byHand);
            Visibility.set(problem.code().pointsToOtherProviders(), noToken);
            Visibility.set(problem.code().request().isPresent(), copyRequest);
        }
    }

    private void mark(ChangeState changed) {
        changedMark.setText(switch (changed) {
            case NOTHING, SAVED -> "✓";
            case NOT_KNOWN -> "?";
        });
        changedRow.pseudoClassStateChanged(NOT_KNOWN, changed == ChangeState.NOT_KNOWN);
    }

    @FXML
    private void finishByHand() {
        openByHand.run();
    }

    @FXML
    private void showNoToken() {
        openNoToken.run();
    }

    @FXML
    private void copyDetails() {
        if (shown != null) {
            desktop.copy(problemText.details(shown));
            copied.textProperty().bind(messages.live("frame.copied"));
        }
    }

    @FXML
    private void copyRequest() {
        if (shown != null) {
            shown.code().request().map(request::text).ifPresent(desktop::copy);
            copied.textProperty().bind(messages.live("frame.copied"));
        }
    }
}
