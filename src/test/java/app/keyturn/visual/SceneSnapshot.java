package app.keyturn.visual;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a window or a popup that are visible now or can be scrolled to. Bounds are in pixels of the window. To
 * be used on the JavaFX thread.
 */
final class SceneSnapshot {
    private static final double SMALLEST_LETTER = 1;
    private static final double SLACK = 1.5;

    private final Parent root;
    private final @Nullable ScrollPane body;
    private final List<Node> nodes = new ArrayList<>();

    /**
     * Collects the nodes under a root.
     *
     * @param root already laid out
     */
    SceneSnapshot(Parent root) {
        this.root = root;
        body = (ScrollPane) root.lookup(".body");
        collect(root);
    }

    private void collect(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    Parent root() {
        return root;
    }

    double width() {
        return root.getLayoutBounds().getWidth();
    }

    double height() {
        return root.getLayoutBounds().getHeight();
    }

    /** Nodes that are visible or can be scrolled to, parents first. */
    Stream<Node> nodes() {
        return nodes.stream();
    }

    /** The non-blank texts among them. */
    Stream<Text> texts() {
        return nodes()
                .flatMap(node -> node instanceof Text text ? Stream.of(text) : Stream.empty())
                .filter(text -> !text.getText().isBlank() && text.getFont().getSize() >= SMALLEST_LETTER);
    }

    /** The scrolling part of the window; empty in a popup. */
    Optional<ScrollPane> body() {
        return Optional.ofNullable(body);
    }

    /** True if a node scrolls with the page. */
    boolean scrolls(Node node) {
        return body != null && isWithin(Objects.requireNonNull(body).getContent(), node);
    }

    /** The bounds of a node. */
    Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** The bounds after clipping by all parents; the scrolling page clips sideways only. */
    Bounds visibleBounds(Node node) {
        Bounds left = bounds(node);
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around.getClip() != null) {
                boolean page = around.getParent() != null && around.getParent().equals(body);
                left = intersection(left, around.localToScene(around.getClip().getBoundsInParent()), page);
            }
        }
        return left;
    }

    /** True if a part lies outside the window; scrolling nodes may be above or below. Never in a popup. */
    boolean isBeyond(Node node) {
        Bounds bounds = bounds(node);
        boolean sideways = bounds.getMinX() < -SLACK || bounds.getMaxX() > width() + SLACK;
        boolean upOrDown = bounds.getMinY() < -SLACK || bounds.getMaxY() > height() + SLACK;
        return body != null && (sideways || (upOrDown && !scrolls(node)));
    }

    private static Bounds intersection(Bounds one, Bounds other, boolean sidewaysOnly) {
        double minX = Math.max(one.getMinX(), other.getMinX());
        double maxX = Math.min(one.getMaxX(), other.getMaxX());
        double minY = sidewaysOnly ? one.getMinY() : Math.max(one.getMinY(), other.getMinY());
        double maxY = sidewaysOnly ? one.getMaxY() : Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(minX, minY, Math.max(0, maxX - minX), Math.max(0, maxY - minY));
    }

    /** True if one node contains the other or is the same. */
    static boolean isWithin(Node around, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest parent of a type. */
    static <T extends Node> Optional<T> around(Node node, Class<T> type) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }

    /** The field that a text is typed in; empty for a prompt and for all other texts. */
    static Optional<TextInputControl> typedInto(Text text) {
        return around(text, TextInputControl.class).filter(field -> !field.getText().isEmpty());
    }

    /** A node's name in findings: its text or class, and the nearest ID. */
    static String name(Node node) {
        String words = switch (node) {
            case Text text -> "“" + text.getText() + "”";
            case Labeled labeled when labeled.getText() != null -> "“" + labeled.getText() + "”";
            case TextFlow flow -> "“" + flow.getAccessibleText() + "”";
            default -> node.getClass().getSimpleName();
        };
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null) {
                return words + " in " + at.getId();
            }
        }
        return words;
    }
}
