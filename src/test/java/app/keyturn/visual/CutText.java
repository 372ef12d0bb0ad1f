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

/** Words that do not stand there as a whole. */
final class CutText {
    /** Letters may lean over their own box by so much. */
    private static final double SLACK = 1.5;
    /** How wide a blank is, in em, at most. */
    private static final double BLANK = 0.4;

    private CutText() {}

    static Stream<String> in(SceneSnapshot sheet) {
        return Stream.of(sheet.nodes().flatMap(CutText::shortened), sheet.texts().flatMap(text -> cutOff(text, sheet)),
                sheet.texts().flatMap(text -> outside(text, sheet)), sideways(sheet)).flatMap(each -> each);
    }

    /** A label, or the title of something folded, that reads “So muc…”. */
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

    /** A text of which something around it, or the window's edge, leaves a part only. */
    private static Stream<String> cutOff(Text text, SceneSnapshot sheet) {
        if (SceneSnapshot.typedInto(text).isPresent()) {
            return Stream.empty(); // moves along while somebody types
        }
        Bounds whole = sheet.place(text);
        Bounds left = sheet.uncut(text);
        // The blank that a line of a flowing text ends in may lie beyond the edge.
        double blank = text.getParent() instanceof TextFlow ? BLANK * text.getFont().getSize() : 0;
        boolean narrower = whole.getWidth() - left.getWidth() > SLACK + blank;
        boolean lower = whole.getHeight() - left.getHeight() > SLACK;
        boolean listed = SceneSnapshot.around(text, ListView.class).isPresent(); // and can be scrolled to
        return narrower || (lower && !listed) || sheet.isBeyond(text)
                ? Stream.of(SceneSnapshot.name(text) + " is cut off")
                : Stream.empty();
    }

    /** A text that is larger than the label it stands in, so that it runs over what is beside it. */
    private static Stream<String> outside(Text text, SceneSnapshot sheet) {
        if (!(text.getParent() instanceof Labeled label)) {
            return Stream.empty();
        }
        Bounds words = sheet.place(text);
        Bounds room = sheet.place(label);
        boolean inside = words.getMinX() >= room.getMinX() - SLACK && words.getMaxX() <= room.getMaxX() + SLACK
                && words.getMinY() >= room.getMinY() - SLACK && words.getMaxY() <= room.getMaxY() + SLACK;
        return inside ? Stream.empty() : Stream.of(SceneSnapshot.name(text) + " does not fit into its label");
    }

    /** A page that is wider than its place: nobody should have to scroll sideways. */
    private static Stream<String> sideways(SceneSnapshot sheet) {
        return sheet.body()
                .filter(body -> wide(body) > body.getViewportBounds().getWidth() + SLACK)
                .map(body -> "The page is " + Math.round(wide(body)) + " wide in a place of "
                        + Math.round(body.getViewportBounds().getWidth()))
                .stream();
    }

    private static double wide(ScrollPane body) {
        return body.getContent().getLayoutBounds().getWidth();
    }
}
