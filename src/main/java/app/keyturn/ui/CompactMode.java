package app.keyturn.ui;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** Hides the names in the rail and reduces the spacing of the page while the window is narrow for its text size. */
public final class CompactMode {
    /** At 900 pixels and 125 % text the names still fit; at 150 % the page needs their room. */
    private static final double NARROW_EM = 46;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private CompactMode() {}

    public static void install(Parent view, Labeled ruler) {
        Region window = (Region) view;
        Runnable measure = () -> window.pseudoClassStateChanged(COMPACT,
                window.getWidth() > 0 && window.getWidth() < NARROW_EM * ruler.getFont().getSize());
        window.widthProperty().subscribe(measure);
        ruler.fontProperty().subscribe(measure);
    }
}
