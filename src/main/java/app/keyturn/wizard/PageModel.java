package app.keyturn.wizard;

import app.keyturn.renewal.Action;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** The state of a page as the frame needs it. Uses no node, so that it can be tested without a window. */
public abstract class PageModel {
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper nextLabel = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper mainButtonPrimary = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper backBlockedReason = new ReadOnlyStringWrapper("");

    /**
     * The page starts out ready, and with a way back.
     *
     * @param nextLabel the label of the main button
     */
    protected PageModel(ObservableValue<String> nextLabel) {
        this.nextLabel.bind(nextLabel);
    }

    /** The user can go on only while the condition is true. */
    protected final void readyWhile(ObservableValue<Boolean> condition) {
        ready.bind(condition);
    }

    /** The main button is primary only while the condition is true; else a button on the page is. */
    protected final void mainButtonPrimaryWhile(ObservableValue<Boolean> condition) {
        mainButtonPrimary.bind(condition);
    }

    /** There is no way back while there is a reason, shown to the user. */
    protected final void blockBackWhile(ObservableValue<String> reason) {
        backBlockedReason.bind(reason);
    }

    /** True if the page has everything it needs, so that the user can go on. */
    public final ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** True while the main button is the next thing to press: it is primary, and Enter presses it. */
    public final ReadOnlyBooleanProperty mainButtonPrimary() {
        return mainButtonPrimary.getReadOnlyProperty();
    }

    /** The label of the main button. */
    public final ReadOnlyStringProperty nextLabel() {
        return nextLabel.getReadOnlyProperty();
    }

    /** Why there is no way back from here; empty if there is one. */
    public final ReadOnlyStringProperty backBlockedReason() {
        return backBlockedReason.getReadOnlyProperty();
    }

    /** The actions of problems that this page can perform. */
    public Set<Action> performs() {
        return Set.of();
    }

    /** Performs one of them; the page is in front by then. */
    public void perform(Action action) {}

    /** Called when the page comes to the front. */
    public void onShown() {}

    /** Called when the user goes on from this page with the main button. */
    public void onNext() {}
}
