package app.keyturn.wizard;

import app.keyturn.renewal.Action;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** What a page tells the frame. Knows nothing of the scene, so that it can be tested without a window. */
public abstract class PageModel {
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper nextLabel = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper leads = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper noWayBack = new ReadOnlyStringWrapper("");

    /**
     * Makes a model of a page from which one can go on at once, and back.
     *
     * @param nextLabel what the main button reads
     */
    protected PageModel(ObservableValue<String> nextLabel) {
        this.nextLabel.bind(nextLabel);
    }

    /** Lets the person go on only while the condition is true. */
    protected final void readyWhile(ObservableValue<Boolean> condition) {
        ready.bind(condition);
    }

    /** Lets the main button stand out only while the condition is true; else a button on the page does. */
    protected final void leadsWhile(ObservableValue<Boolean> condition) {
        leads.bind(condition);
    }

    /** Closes the way back while there is a reason, in words, why. */
    protected final void noWayBackWhile(ObservableValue<String> reason) {
        noWayBack.bind(reason);
    }

    /** True when the page has what it needs, so that the person can go on. */
    public final ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** True while the main button is the next thing to press, so that it stands out and Enter presses it. */
    public final ReadOnlyBooleanProperty leads() {
        return leads.getReadOnlyProperty();
    }

    /** What the main button reads. */
    public final ReadOnlyStringProperty nextLabel() {
        return nextLabel.getReadOnlyProperty();
    }

    /** Why there is no way back from here, in words; empty if there is one. */
    public final ReadOnlyStringProperty noWayBack() {
        return noWayBack.getReadOnlyProperty();
    }

    /** The actions this page carries out when a problem offers them. */
    public Set<Action> carriesOut() {
        return Set.of();
    }

    /** Carries one of them out; the page is in front by then. */
    public void perform(Action action) {}

    /** The page has come to the front. */
    public void shown() {}

    /** The person went on from this page with the main button. */
    public void passed() {}
}
