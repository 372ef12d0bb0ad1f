package app.keyturn.wizard;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.ui.Fxml;
import app.keyturn.ui.Visibility;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A problem, in place of the page's heading: whether anything was changed, what happened, what to do now, who can help,
 * and the ways on beside the one action. A password that the network asks for is typed here, whichever the page.
 */
final class ProblemArea {
    private static final PseudoClass NOT_KNOWN = PseudoClass.getPseudoClass("not-known");

    private final Messages messages;
    private final ProblemText texts;
    private final ColleagueRequest request;
    private final Desktop desktop;
    private final Runnable openByHand;
    private final Runnable openNoToken;
    private final ProxyFields proxyFields;
    private final Parent view;
    private @Nullable Problem shown;

    @FXML
    private Label title;
    @FXML
    private HBox changedRow;
    @FXML
    private Label changedMark;
    @FXML
    private Label changed;
    @FXML
    private Label means;
    @FXML
    private Label what;
    @FXML
    private Label todo;
    @FXML
    private Label who;
    @FXML
    private VBox proxyPlace;
    @FXML
    private Hyperlink byHand;
    @FXML
    private Hyperlink noToken;
    @FXML
    private Hyperlink copyRequest;
    @FXML
    private Label code;
    @FXML
    private Label copied;

    ProblemArea(Messages messages, ProblemText texts, ColleagueRequest request, Desktop desktop,
            Runnable openByHand, Runnable openNoToken, ProxyEntry proxy, Consumer<Problem> act) {
        this.messages = messages;
        this.texts = texts;
        this.request = request;
        this.desktop = desktop;
        this.openByHand = openByHand;
        this.openNoToken = openNoToken;
        proxyFields = new ProxyFields(proxy, messages, () -> Optional.ofNullable(shown).ifPresent(act));
        view = Fxml.load(this, messages);
        proxyPlace.getChildren().setAll(proxyFields.view());
        show(null);
        messages.language().subscribe((_, _) -> tell());
    }

    Parent view() {
        return view;
    }

    /** What gets the focus when a problem appears, so that it is read out. */
    Node title() {
        return title;
    }

    void show(@Nullable Problem problem) {
        shown = problem;
        Visibility.set(problem != null, view);
        proxyFields.show(problem);
        copied.textProperty().bind(Messages.empty());
        tell();
    }

    private void tell() {
        Problem problem = shown;
        if (problem != null) {
            title.setText(messages.title(problem));
            title.setAccessibleText(texts.spoken(problem));
            changed.setText(messages.changed(problem));
            means.setText(messages.changedMeans(problem));
            mark(problem.changed());
            what.setText(texts.whatHappened(problem));
            todo.setText(messages.whatToDo(problem));
            who.setText(messages.whoCanHelp(problem));
            code.setText(problem.code().id());
            Visibility.set(problem.code().offersByHand(), byHand);
            Visibility.set(problem.code().pointsToOtherProviders(), noToken);
            Visibility.set(problem.code().request().isPresent(), copyRequest);
        }
    }

    private void mark(ChangeState standing) {
        changedMark.setText(switch (standing) {
            case NOTHING, SAVED -> "✓";
            case NOT_KNOWN -> "?";
        });
        changedRow.pseudoClassStateChanged(NOT_KNOWN, standing == ChangeState.NOT_KNOWN);
    }

    @FXML
    private void finishByHand() {
        openByHand.run();
    }

    @FXML
    private void tellOfNoToken() {
        openNoToken.run();
    }

    @FXML
    private void copyDetails() {
        if (shown != null) {
            desktop.copy(texts.details(shown));
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
