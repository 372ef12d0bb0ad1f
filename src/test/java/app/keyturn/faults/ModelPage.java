package app.keyturn.faults;

import app.keyturn.wizard.Page;
import app.keyturn.wizard.PageModel;
import javafx.scene.Parent;

/** A page that nobody looks at. */
record ModelPage(String id, PageModel model) implements Page {
    @Override
    public Parent view() {
        throw new UnsupportedOperationException("There is no window");
    }
}
