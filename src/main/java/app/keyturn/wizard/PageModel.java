package app.keyturn.wizard;

import app.keyturn.renewal.Action;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** What a page tells the frame. Knows nothing of the scene, so that it can be tested without a window. */
public interface PageModel {
    /** True when the page has what it needs, so that the person can go on. */
    ReadOnlyBooleanProperty ready();

    /** What the main button reads. */
    ReadOnlyStringProperty nextLabel();

    /** Why there is no way back from here, in words; empty if there is one. */
    ReadOnlyStringProperty noWayBack();

    /** The actions this page carries out when a problem offers them. */
    default Set<Action> carriesOut() {
        return Set.of();
    }

    /** Carries one of them out; the page is in front by then. */
    default void carryOut(Action action) {}

    /** The page has come to the front. */
    default void shown() {}

    /** The person went on from this page with the main button. */
    default void passed() {}
}
