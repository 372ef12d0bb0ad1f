package app.keyturn.wizard;

import app.keyturn.renewal.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A page with nothing but a heading. */
final class FakePage implements Page, PageModel {
    final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    final SimpleStringProperty noWayBack = new SimpleStringProperty("");
    final List<Action> carriedOut = new ArrayList<>();
    private final SimpleStringProperty nextLabel = new SimpleStringProperty("Continue");
    private final String id;
    private final Set<Action> able;
    private final VBox view;

    FakePage(String id, Action... able) {
        this.id = id;
        this.able = Set.of(able);
        Label heading = new Label(id);
        heading.getStyleClass().add("page-heading");
        VBox head = new VBox(heading);
        head.getStyleClass().add("page-head");
        head.setId("head-" + id);
        view = new VBox(head);
        view.setId("page-" + id);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public PageModel model() {
        return this;
    }

    @Override
    public ReadOnlyBooleanProperty ready() {
        return ready;
    }

    @Override
    public ReadOnlyStringProperty nextLabel() {
        return nextLabel;
    }

    @Override
    public ReadOnlyStringProperty noWayBack() {
        return noWayBack;
    }

    @Override
    public Set<Action> carriesOut() {
        return able;
    }

    @Override
    public void carryOut(Action action) {
        carriedOut.add(action);
    }
}
