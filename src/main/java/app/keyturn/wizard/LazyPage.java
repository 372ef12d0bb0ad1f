package app.keyturn.wizard;

import app.keyturn.ui.Lazy;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A page that is built when it is first shown, so that the first page does not wait for the others. */
public final class LazyPage implements Page {
    private final String id;
    private final PageModel model;
    private final Lazy<Page> page;

    /**
     * Creates the page.
     *
     * @param model other pages may need it before the page is built
     * @param builder called once, on the JavaFX thread
     */
    public LazyPage(String id, PageModel model, Supplier<Page> builder) {
        this.id = id;
        this.model = model;
        page = new Lazy<>(builder);
    }

    /**
     * Builds the page in advance, while the window is idle.
     *
     * @param likelySoon once true, the page will probably be shown soon
     */
    public LazyPage buildWhen(ObservableValue<Boolean> likelySoon, Tasks tasks) {
        likelySoon.subscribe(now -> {
            if (now) {
                tasks.runLater(page::get);
            }
        });
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Parent view() {
        return page.get().view();
    }

    @Override
    public PageModel model() {
        return model;
    }

    @Override
    public @Nullable Node mainButton() {
        return page.get().mainButton();
    }
}
