package app.keyturn.wizard;

import app.keyturn.ui.Lazy;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A page that is built when somebody comes to it, so that the first page need not wait for the others. */
public final class LazyPage implements Page {
    private final String id;
    private final PageModel model;
    private final Lazy<Page> page;

    /**
     * Makes it, unbuilt.
     *
     * @param id the page's name
     * @param model what the page knows; the other pages may need it before the page is built
     * @param builder builds it, once, on the JavaFX thread
     */
    public LazyPage(String id, PageModel model, Supplier<Page> builder) {
        this.id = id;
        this.model = model;
        page = new Lazy<>(builder);
    }

    /**
     * Builds it beforehand, while the window has nothing else to do.
     *
     * @param likely once true, somebody will probably come to it soon
     * @param tasks build it on the JavaFX thread when that is free
     */
    public LazyPage buildWhen(ObservableValue<Boolean> likely, Tasks tasks) {
        likely.subscribe(now -> {
            if (now) {
                tasks.onWindow(page::get);
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
