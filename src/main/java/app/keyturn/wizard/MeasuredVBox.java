package app.keyturn.wizard;

import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A {@link VBox} that remembers how high it is at a width, until something in it changes. JavaFX keeps that for no width
 * but "any": of boxes in boxes each asks all that is in it again, for itself and for each box around it, and to break words
 * into lines is what takes longest while a page is laid out.
 */
public final class MeasuredVBox extends VBox {
    private @Nullable Measured least;
    private @Nullable Measured wanted;

    /** Makes an empty one. */
    public MeasuredVBox() {}

    private record Measured(double width, double height) {}

    @Override
    public void requestLayout() {
        least = null;
        wanted = null;
        super.requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        Measured known = least;
        if (known == null || known.width != width) {
            known = new Measured(width, super.computeMinHeight(width));
            least = known;
        }
        return known.height;
    }

    @Override
    protected double computePrefHeight(double width) {
        Measured known = wanted;
        if (known == null || known.width != width) {
            known = new Measured(width, super.computePrefHeight(width));
            wanted = known;
        }
        return known.height;
    }
}
