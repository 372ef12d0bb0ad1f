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
 * What stands in a window, or in what has popped up over one, at this moment: what can be seen of it, and what can be
 * scrolled to. Places are in pixels of the window. To be used on the JavaFX thread.
 */
final class SceneSnapshot {
    private static final double SMALLEST_LETTER = 1;
    private static final double SLACK = 1.5;

    private final Parent root;
    private final @Nullable ScrollPane body;
    private final List<Node> nodes = new ArrayList<>();

    /**
     * Looks at everything under a root.
     *
     * @param root has been laid out
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

    /** What is in sight or can be scrolled to, parents first. */
    Stream<Node> nodes() {
        return nodes.stream();
    }

    /** The pieces of text among them that hold letters. */
    Stream<Text> texts() {
        return nodes()
                .flatMap(node -> node instanceof Text text ? Stream.of(text) : Stream.empty())
                .filter(text -> !text.getText().isBlank() && text.getFont().getSize() >= SMALLEST_LETTER);
    }

    /** The scrolled part of the window; empty in a popup. */
    Optional<ScrollPane> body() {
        return Optional.ofNullable(body);
    }

    /** True if it moves when the page is scrolled. */
    boolean scrolls(Node node) {
        return body != null && isWithin(Objects.requireNonNull(body).getContent(), node);
    }

    /** Where a node is. */
    Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** What is left of its place when everything around it that cuts has cut; the page itself does so sideways only. */
    Bounds uncut(Node node) {
        Bounds left = place(node);
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around.getClip() != null) {
                boolean page = around.getParent() != null && around.getParent().equals(body);
                left = intersection(left, around.localToScene(around.getClip().getBoundsInParent()), page);
            }
        }
        return left;
    }

    /** True if a part of it is where the window is not; what scrolls may be above or below. Never in a popup. */
    boolean isBeyond(Node node) {
        Bounds place = place(node);
        boolean sideways = place.getMinX() < -SLACK || place.getMaxX() > width() + SLACK;
        boolean upOrDown = place.getMinY() < -SLACK || place.getMaxY() > height() + SLACK;
        return body != null && (sideways || (upOrDown && !scrolls(node)));
    }

    private static Bounds intersection(Bounds one, Bounds other, boolean sidewaysOnly) {
        double minX = Math.max(one.getMinX(), other.getMinX());
        double maxX = Math.min(one.getMaxX(), other.getMaxX());
        double minY = sidewaysOnly ? one.getMinY() : Math.max(one.getMinY(), other.getMinY());
        double maxY = sidewaysOnly ? one.getMaxY() : Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(minX, minY, Math.max(0, maxX - minX), Math.max(0, maxY - minY));
    }

    /** True if one node is around the other, or the same. */
    static boolean isWithin(Node around, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest node of a type around a node. */
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

    /** How a node is named in a finding: by its words or its kind, and by the nearest id. */
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
