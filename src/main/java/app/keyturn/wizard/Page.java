package app.keyturn.wizard;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A page as the frame sees it. */
public interface Page {
    /**
     * The page's name, as in control ids that other programs rely on: {@code start} for the root {@code page-start}.
     */
    String id();

    /** The page's root, always the same node. Its id is {@code page-} and {@link #id()}. */
    Parent view();

    PageModel model();

    /** The page's own main button, in place of <em>next</em>; null for <em>next</em>. */
    default @Nullable Node mainButton() {
        return null;
    }
}
