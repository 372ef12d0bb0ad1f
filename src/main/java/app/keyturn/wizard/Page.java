package app.keyturn.wizard;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A page as the frame sees it. */
public interface Page {
    /** The page's name, as in the ids other programs rely on: {@code start} for the root {@code page-start}. */
    String id();

    /** What is shown; always the same node. Its root has the id {@code page-} and {@link #id()}. */
    Parent view();

    /** What the page knows. */
    PageModel model();

    /** A main button of the page's own, in place of <em>next</em>; null for <em>next</em>. */
    default @Nullable Node mainButton() {
        return null;
    }
}
