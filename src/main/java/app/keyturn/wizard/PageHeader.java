package app.keyturn.wizard;

import app.keyturn.ui.Visibility;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The heading block of a page, found by its style classes. */
final class PageHeader {
    private PageHeader() {}

    static void show(boolean shown, Page page) {
        Node head = page.view().lookup(".page-head");
        if (head != null) {
            Visibility.set(shown, head);
        }
    }

    /** The heading itself, made ready to take the focus and be read out; null if the page has none. */
    static @Nullable Node heading(Page page) {
        Node heading = page.view().lookup(".page-heading");
        if (heading != null) {
            heading.setFocusTraversable(true);
            heading.setAccessibleRole(AccessibleRole.TEXT);
        }
        return heading;
    }
}
