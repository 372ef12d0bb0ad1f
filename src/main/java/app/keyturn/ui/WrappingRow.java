package app.keyturn.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * An {@link HBox} of controls and text that wraps onto another line if one is too narrow: with large text, or in a
 * language of long words. Text that can be wrapped stays beside the controls as long as a fair part of the line is left
 * for it.
 */
public final class WrappingRow extends HBox {
    /** The part of a line that wrappable text needs at least. */
    private static final double MIN_TEXT_SHARE = 0.3;
    /** The gap between two lines, in proportion to the spacing within a line. */
    private static final double LEADING = 0.7;

    private boolean whole;
    private final LayoutCache<List<Line>> cache = new LayoutCache<>();

    public WrappingRow() {}

    /** True if text moves to its own line rather than being wrapped beside other nodes. */
    public boolean isWhole() {
        return whole;
    }

    /** See {@link #isWhole()}; set by FXML. */
    public void setWhole(boolean wanted) {
        whole = wanted;
        requestLayout();
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0);
        return widest + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = (width < 0 ? prefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        List<Line> lines = lines(room);
        double heights = lines.stream().mapToDouble(Line::height).sum();
        return insets.getTop() + heights + Math.max(0, lines.size() - 1) * leading() + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        List<Line> lines = lines(room);
        double y = insets.getTop();
        if (lines.size() == 1 && getAlignment().getVpos() == VPos.CENTER) {
            y += Math.max(0, getHeight() - insets.getTop() - insets.getBottom() - lines.getFirst().height()) / 2;
        }
        for (Line line : lines) {
            double x = insets.getLeft()
                    + (getAlignment().getHpos() == HPos.RIGHT ? room - line.width(getSpacing()) : 0);
            for (int place = 0; place < line.nodes().size(); place++) {
                double width = line.widths()[place];
                layoutInArea(line.nodes().get(place), snapPositionX(x), snapPositionY(y), snapSizeX(width),
                        snapSizeY(line.height()), 0, Insets.EMPTY, true, isFillHeight(), HPos.LEFT,
                        getAlignment().getVpos());
                x += width + getSpacing();
            }
            y += line.height() + leading();
        }
    }

    private double leading() {
        return LEADING * getSpacing();
    }

    @Override
    public void requestLayout() {
        cache.invalidate();
        super.requestLayout();
    }

    private List<Line> lines(double room) {
        return cache.get(room, this::breakLines);
    }

    private List<Line> breakLines(double room) {
        List<Line> lines = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        double used = 0;
        for (Node child : getManagedChildren()) {
            double need = need(child, room);
            if (!nodes.isEmpty() && used + getSpacing() + need > room + 0.5) {
                lines.add(line(nodes, room));
                nodes = new ArrayList<>();
                used = 0;
            }
            used += need + (nodes.isEmpty() ? 0 : getSpacing());
            nodes.add(child);
        }
        lines.add(line(nodes, room));
        return List.copyOf(lines);
    }

    /** The width a node needs to share a line with others. */
    private double need(Node child, double room) {
        double wanted = Math.min(room, child.prefWidth(-1));
        boolean breaks = !whole && child.getContentBias() == Orientation.HORIZONTAL
                && !(child instanceof WrappingRow || child instanceof ButtonBase);
        return breaks ? Math.min(wanted, MIN_TEXT_SHARE * room) : wanted;
    }

    /** Extra width goes to text until it fits on one line, then to the nodes that grow. */
    private Line line(List<Node> nodes, double room) {
        double[] widths = nodes.stream().mapToDouble(child -> need(child, room)).toArray();
        double remaining = room - Math.max(0, nodes.size() - 1) * getSpacing();
        for (double width : widths) {
            remaining -= width;
        }
        for (int place = 0; place < widths.length && remaining > 0; place++) {
            double more = Math.min(remaining, Math.max(0, Math.ceil(nodes.get(place).prefWidth(-1)) - widths[place]));
            widths[place] += more;
            remaining -= more;
        }
        long growing = nodes.stream().filter(WrappingRow::grows).count();
        double height = 0;
        for (int place = 0; place < widths.length; place++) {
            widths[place] += grows(nodes.get(place)) ? Math.max(0, remaining) / growing : 0;
            height = Math.max(height, nodes.get(place).prefHeight(widths[place]));
        }
        return new Line(List.copyOf(nodes), widths, height);
    }

    private static boolean grows(Node child) {
        return getHgrow(child) == Priority.ALWAYS;
    }

    /** The nodes of one line, and their widths. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(List<Node> nodes, double[] widths, double height) {
        double width(double spacing) {
            double sum = Math.max(0, nodes.size() - 1) * spacing;
            for (double width : widths) {
                sum += width;
            }
            return sum;
        }
    }
}
