package app.keyturn.wizard;

import app.keyturn.renewal.Problem;
import javafx.beans.value.ObservableValue;

/** What a page may ask of the frame. */
public interface Frame {
    /** Shows a problem on the page it came from, in place of its heading, whenever that page is in front. */
    void show(Problem problem);

    /** Takes the problem away, because its cause is gone or is being tried again. */
    void clearProblem();

    /** Says in one line how things stand, in the language of the moment; read out by screen readers when focused. */
    void announce(ObservableValue<String> words);

    /** Goes on to the next page, if the page in front is ready. */
    void next();

    /**
     * Returns to the page that a problem's action led away from, once what it was about is done. Does nothing if no
     * action led here, or if that page is not the page in front any more.
     */
    void returnFromDetour();

    /** Ends this renewal and begins a new one at the first page, with nothing kept. */
    void startOver();
}
