package app.keyturn.ui;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Two nodes side by side if they fit, else one below the other. They fit if the first at its minimum width and the
 * second at its preferred width leave room for the spacing between them.
 */
public final class AdaptivePair extends VBox {
    /** Used by FXML, which adds the two nodes. */
    public AdaptivePair() {
        getStyleClass().add("beside");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width - getInsets().getLeft() - getInsets().getRight();
        if (width < 0 || !hasRoom(inside)) {
            return super.computePrefHeight(width);
        }
        double higher = Math.max(first().prefHeight(widthOfFirst(inside)), second().prefHeight(widthOfSecond()));
        return getInsets().getTop() + higher + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double inside = getWidth() - insets.getLeft() - insets.getRight();
        if (!hasRoom(inside)) {
            super.layoutChildren();
            return;
        }
        double forFirst = widthOfFirst(inside);
        double forSecond = widthOfSecond();
        first().resizeRelocate(insets.getLeft(), insets.getTop(), forFirst, first().prefHeight(forFirst));
        second().resizeRelocate(insets.getLeft() + forFirst + getSpacing(), insets.getTop(), forSecond,
                second().prefHeight(forSecond));
    }

    private boolean hasRoom(double inside) {
        return getManagedChildren().size() == 2
                && first().minWidth(-1) + getSpacing() + widthOfSecond() <= inside;
    }

    private double widthOfFirst(double inside) {
        return inside - getSpacing() - widthOfSecond();
    }

    private double widthOfSecond() {
        return snapSizeX(second().prefWidth(-1));
    }

    private Node first() {
        return getManagedChildren().getFirst();
    }

    private Node second() {
        return getManagedChildren().getLast();
    }
}
