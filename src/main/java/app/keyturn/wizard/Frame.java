package app.keyturn.wizard;

import app.keyturn.renewal.Problem;
import javafx.beans.value.ObservableValue;

/** The frame's services to a page. */
public interface Frame {
    /** Shows a problem in place of the heading of the page it belongs to, whenever that page is in front. */
    void show(Problem problem);

    /** Removes the problem, because its cause is gone or the user tries again. */
    void clearProblem();

    /** Sets the status line; screen readers read it when it has the focus. */
    void announce(ObservableValue<String> text);

    /** Goes to the next page, if the page in front is ready. */
    void next();

    /**
     * Returns to the page that a problem's action led away from, once the problem is solved. Does nothing if no action
     * led here, or if that page is no longer in front.
     */
    void returnFromDetour();

    /** Ends this renewal and begins another on the first page; nothing is kept. */
    void startOver();
}
