package app.keyturn.testkit;

import app.keyturn.renewal.Action;
import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page with nothing but a heading, which is not built before a window shows it. */
public final class FakePage implements Page {
    public final SimpleStringProperty noWayBack = new SimpleStringProperty("");
    /** The actions that were performed, in order. */
    public final List<Action> performed = new ArrayList<>();
    private final String id;
    private final PageModel model;
    private @Nullable VBox view;

    /**
     * A page from which one can always go on.
     *
     * @param able the actions that it carries out
     */
    public FakePage(String id, Action... able) {
        this.id = id;
        this.model = new Model(Set.of(able));
    }

    /** A page with the model of a real one. */
    public FakePage(String id, PageModel model) {
        this.id = id;
        this.model = model;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Parent view() {
        if (view == null) {
            Label heading = new Label(id);
            heading.getStyleClass().add("page-heading");
            VBox head = new VBox(heading);
            head.getStyleClass().add("page-head");
            head.setId("head-" + id);
            view = new VBox(head);
            view.setId("page-" + id);
        }
        return view;
    }

    @Override
    public PageModel model() {
        return model;
    }

    private final class Model extends PageModel {
        private final Set<Action> able;

        Model(Set<Action> able) {
            super(new SimpleStringProperty("Next page"));
            this.able = able;
            blockBackWhile(noWayBack);
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
