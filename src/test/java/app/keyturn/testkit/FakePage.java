package app.keyturn.testkit;

import app.keyturn.renewal.Action;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A page with nothing but a heading. */
public final class FakePage implements Page {
    final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    public final SimpleStringProperty noWayBack = new SimpleStringProperty("");
    public final List<Action> performed = new ArrayList<>();
    private final String id;
    private final PageModel model;
    private final VBox view;

    /**
     * Makes it.
     *
     * @param id its name
     * @param able what it carries out
     */
    public FakePage(String id, Action... able) {
        this.id = id;
        this.model = new Model(Set.of(able));
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
        return model;
    }

    /** Does what the test sets. */
    private final class Model extends PageModel {
        private final Set<Action> able;

        Model(Set<Action> able) {
            super(new SimpleStringProperty("Next page"));
            this.able = able;
            readyWhile(ready);
            noWayBackWhile(noWayBack);
        }

        @Override
        public Set<Action> performs() {
            return able;
        }

        @Override
        public void perform(Action action) {
            performed.add(action);
        }
    }
}
