package app.keyturn.ui;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** How a message is meant; stylesheets see it as a pseudo-class. */
public enum Tone {
    NONE, GOOD,
    /** Worth knowing, but no obstacle; looks like {@link #DOUBT}. */
    NOTE, DOUBT, BAD;

    private static final PseudoClass GOOD_STYLE = PseudoClass.getPseudoClass("good");
    private static final PseudoClass DOUBT_STYLE = PseudoClass.getPseudoClass("doubt");
    private static final PseudoClass BAD_STYLE = PseudoClass.getPseudoClass("bad");

    /** Gives a node the look of this tone. */
    public void style(Node node) {
        node.pseudoClassStateChanged(GOOD_STYLE, this == GOOD);
        node.pseudoClassStateChanged(DOUBT_STYLE, this == DOUBT || this == NOTE);
        node.pseudoClassStateChanged(BAD_STYLE, this == BAD);
    }
}
