package app.keyturn.visual;

import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that is not shown completely. */
final class CutText {
    /** Letters may extend beyond their box by this much. */
    private static final double SLACK = 1.5;
    /** Largest width of a space, in em. */
    private static final double BLANK = 0.4;

    private CutText() {}

    static Stream<String> in(SceneSnapshot snapshot) {
        return Stream
                .of(snapshot.nodes().flatMap(CutText::shortened),
                        snapshot.texts().flatMap(text -> cutOff(text, snapshot)),
                        snapshot.texts().flatMap(text -> outside(text, snapshot)), sideways(snapshot))
                .flatMap(each -> each);
    }

    /** A label or a pane's title that is shortened with an ellipsis. */
    private static Stream<String> shortened(Node node) {
        if (!(node instanceof Labeled label) || label.getText() == null || label.isMnemonicParsing()) {
            return Stream.empty();
        }
        Parent words = label instanceof TitledPane && label.lookup(".title") instanceof Parent title ? title : label;
        return words.getChildrenUnmodifiable()
                .stream()
                .flatMap(child -> child instanceof Text text && text.isVisible() ? Stream.of(text) : Stream.empty())
                .filter(text -> text.getFont().getSize() >= 1)
                .map(Text::getText)
                .filter(shown -> !shown.replace("\n", "").equals(label.getText().replace("\n", "")))
                .map(shown -> SceneSnapshot.name(label) + " reads “" + shown + "”");
    }

    /** Text cut off by a parent or by the window's edge. */
    private static Stream<String> cutOff(Text text, SceneSnapshot snapshot) {
        if (SceneSnapshot.typedInto(text).isPresent()) {
            return Stream.empty(); // scrolls while the user types
        }
        Bounds whole = snapshot.bounds(text);
        Bounds left = snapshot.visibleBounds(text);
        // The trailing space of a TextFlow line may lie beyond the edge.
        double blank = text.getParent() instanceof TextFlow ? BLANK * text.getFont().getSize() : 0;
        boolean narrower = whole.getWidth() - left.getWidth() > SLACK + blank;
        boolean lower = whole.getHeight() - left.getHeight() > SLACK;
        boolean listed = SceneSnapshot.around(text, ListView.class).isPresent(); // and can be scrolled to
        return narrower || (lower && !listed) || snapshot.isBeyond(text)
                ? Stream.of(SceneSnapshot.name(text) + " is cut off")
                : Stream.empty();
    }

    /** Text larger than its label, which overlaps what is beside it. */
    private static Stream<String> outside(Text text, SceneSnapshot snapshot) {
        if (!(text.getParent() instanceof Labeled label)) {
            return Stream.empty();
        }
        Bounds words = snapshot.bounds(text);
        Bounds room = snapshot.bounds(label);
        boolean inside = words.getMinX() >= room.getMinX() - SLACK && words.getMaxX() <= room.getMaxX() + SLACK
                && words.getMinY() >= room.getMinY() - SLACK && words.getMaxY() <= room.getMaxY() + SLACK;
        return inside ? Stream.empty() : Stream.of(SceneSnapshot.name(text) + " does not fit into its label");
    }

    /** A page wider than its viewport: it must never scroll sideways. */
    private static Stream<String> sideways(SceneSnapshot snapshot) {
        return snapshot.body()
                .filter(body -> wide(body) > body.getViewportBounds().getWidth() + SLACK)
                .map(body -> "The page is " + Math.round(wide(body)) + " wide in a place of "
                        + Math.round(body.getViewportBounds().getWidth()))
                .stream();
    }

    private static double wide(ScrollPane body) {
        return body.getContent().getLayoutBounds().getWidth();
    }
}
