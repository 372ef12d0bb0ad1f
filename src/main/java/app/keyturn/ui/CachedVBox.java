package app.keyturn.ui;

import javafx.scene.layout.VBox;

/**
 * A {@link VBox} that remembers how high it is at a width, until something in it changes. JavaFX keeps that for no width
 * but "any": of boxes in boxes each asks all that is in it again, for itself and for each box around it, and to break words
 * into lines is what takes longest while a page is laid out.
 */
public final class CachedVBox extends VBox {
    private final LayoutCache<Double> least = new LayoutCache<>();
    private final LayoutCache<Double> wanted = new LayoutCache<>();

    /** Makes an empty one. */
    public CachedVBox() {}

    @Override
    public void requestLayout() {
        least.forget();
        wanted.forget();
        super.requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return least.to(width, super::computeMinHeight);
    }

    @Override
    protected double computePrefHeight(double width) {
        return wanted.to(width, super::computePrefHeight);
    }
}
