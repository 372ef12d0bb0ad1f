package app.keyturn.wizard;

import app.keyturn.renewal.Problem;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A problem, in place of the page's heading: what happened, whether anything was changed, and ways on. */
final class ProblemArea {
    private final Messages messages;
    private final ProblemTexts texts;
    private final Desktop desktop;
    private final Runnable openByHand;
    private final Parent view;
    private @Nullable Problem shown;

    @FXML
    private Label title;
    @FXML
    private Label changed;
    @FXML
    private Label means;
    @FXML
    private Label what;
    @FXML
    private Hyperlink byHand;
    @FXML
    private Hyperlink copyRequest;
    @FXML
    private Label code;
    @FXML
    private Label copied;

    ProblemArea(Messages messages, ProblemTexts texts, Desktop desktop, Runnable openByHand) {
        this.messages = messages;
        this.texts = texts;
        this.desktop = desktop;
        this.openByHand = openByHand;
        view = Fxml.load(this, messages);
        show(null);
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
        Shown.set(problem != null, view);
        copied.setText("");
        if (problem != null) {
            title.setText(messages.title(problem));
            title.setAccessibleText(texts.spoken(problem));
            changed.setText(messages.changed(problem));
            means.setText(messages.changedMeans(problem));
            what.setText(messages.whatHappened(problem));
            code.setText(problem.code());
            Shown.set(ProblemTexts.handsCanHelp(problem), byHand);
            Shown.set(ProblemTexts.aColleagueCanHelp(problem), copyRequest);
        }
    }

    @FXML
    private void finishByHand() {
        openByHand.run();
    }

    @FXML
    private void copyDetails() {
        if (shown != null) {
            desktop.copy(texts.details(shown));
            copied.setText(messages.text("frame.copied"));
        }
    }

    @FXML
    private void copyRequest() {
        desktop.copy(texts.request());
        copied.setText(messages.text("frame.copied"));
    }
}
