package app.keyturn.ui;

import javafx.scene.layout.VBox;

/**
 * A {@link VBox} that caches its height for a width until its content changes. JavaFX caches only the height for "any"
 * width, so each of several nested boxes measures all its content again; and breaking text into lines is the slowest
 * part of laying out a page.
 */
public final class CachedVBox extends VBox {
    private final LayoutCache<Double> minHeights = new LayoutCache<>();
    private final LayoutCache<Double> prefHeights = new LayoutCache<>();

    public CachedVBox() {}

    @Override
    public void requestLayout() {
        minHeights.invalidate();
        prefHeights.invalidate();
        super.requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return minHeights.get(width, super::computeMinHeight);
    }

    @Override
    protected double computePrefHeight(double width) {
        return prefHeights.get(width, super::computePrefHeight);
    }
}
