package app.keyturn.wizard;

import app.keyturn.renewal.Problem;
import javafx.beans.value.ObservableValue;

/** The frame for one page: calls from a page that is not in front do not affect the page in front. */
record PageFrame(Wizard wizard, String pageId) implements Frame {
    @Override
    public void show(Problem problem) {
        wizard.setProblem(pageId, problem);
    }

    @Override
    public void clearProblem() {
        wizard.setProblem(pageId, null);
    }

    @Override
    public void announce(ObservableValue<String> text) {
        if (wizard.isInFront(pageId)) {
            wizard.announce(text);
        }
    }

    @Override
    public void next() {
        if (wizard.isInFront(pageId)) {
            wizard.next();
        }
    }

    @Override
    public void returnFromDetour() {
        if (wizard.isInFront(pageId)) {
            wizard.returnFromDetour();
        }
    }

    @Override
    public void startOver() {
        wizard.startOver();
    }
}
