package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.ui.FxmlView;

/**
 * A page whose nodes are described in an FXML file.
 *
 * @param <M> the type of its model
 */
public abstract class FxmlPage<M extends PageModel> extends FxmlView implements Page {
    /** What the page knows and does. */
    protected final M model;
    private final String id;

    /** Loads the page's FXML file; see {@link Page#id()}. */
    protected FxmlPage(String id, M model, Messages messages) {
        super(messages);
        this.id = id;
        this.model = model;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final M model() {
        return model;
    }
}
