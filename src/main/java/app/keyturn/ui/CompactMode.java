package app.keyturn.ui;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** Takes the names out of the rail, and air out of the page, while the window is narrow for the size of its text. */
public final class CompactMode {
    /** 900 pixels at 125 % text still have the names; at 150 % the page needs their room. */
    private static final double NARROW_EM = 46;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private CompactMode() {}

    public static void keep(Parent view, Labeled ruler) {
        Region window = (Region) view;
        Runnable measure = () -> window.pseudoClassStateChanged(COMPACT,
                window.getWidth() > 0 && window.getWidth() < NARROW_EM * ruler.getFont().getSize());
        window.widthProperty().subscribe(measure);
        ruler.fontProperty().subscribe(measure);
    }
}
