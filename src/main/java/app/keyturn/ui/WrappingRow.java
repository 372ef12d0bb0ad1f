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
 * An {@link HBox} of controls and words that goes on in another line where one is too narrow: with large text, or in a
 * language of long words. Words that can be broken into lines stay beside the controls as long as a fair part of the
 * line is left for them.
 */
public final class WrappingRow extends HBox {
    /** Of a line, for words that can be broken. */
    private static final double FAIR = 0.3;
    /** Between two lines, of the space between two things in one. */
    private static final double LEADING = 0.7;

    private boolean whole;
    private final LayoutCache<List<Line>> last = new LayoutCache<>();

    /** Makes an empty row. */
    public WrappingRow() {}

    /** True if words get a line of their own rather than being broken beside others. */
    public boolean isWhole() {
        return whole;
    }

    /** Gives words a line of their own rather than breaking them beside others. */
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
        last.forget();
        super.requestLayout();
    }

    private List<Line> lines(double room) {
        return last.to(room, this::broken);
    }

    private List<Line> broken(double room) {
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

    /** With less than this beside others, something does better in a line of its own. */
    private double need(Node child, double room) {
        double wanted = Math.min(room, child.prefWidth(-1));
        boolean breaks = !whole && child.getContentBias() == Orientation.HORIZONTAL
                && !(child instanceof WrappingRow || child instanceof ButtonBase);
        return breaks ? Math.min(wanted, FAIR * room) : wanted;
    }

    /** What is left over goes to words until they need no second line, then to what is to grow. */
    private Line line(List<Node> nodes, double room) {
        double[] widths = nodes.stream().mapToDouble(child -> need(child, room)).toArray();
        double left = room - Math.max(0, nodes.size() - 1) * getSpacing();
        for (double width : widths) {
            left -= width;
        }
        for (int place = 0; place < widths.length && left > 0; place++) {
            double more = Math.min(left, Math.max(0, Math.ceil(nodes.get(place).prefWidth(-1)) - widths[place]));
            widths[place] += more;
            left -= more;
        }
        long growing = nodes.stream().filter(WrappingRow::grows).count();
        double height = 0;
        for (int place = 0; place < widths.length; place++) {
            widths[place] += grows(nodes.get(place)) ? Math.max(0, left) / growing : 0;
            height = Math.max(height, nodes.get(place).prefHeight(widths[place]));
        }
        return new Line(List.copyOf(nodes), widths, height);
    }

    private static boolean grows(Node child) {
        return getHgrow(child) == Priority.ALWAYS;
    }

    /** What stands in one line, and how wide each of it is. */
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
