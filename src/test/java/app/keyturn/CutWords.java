package app.keyturn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Words that do not stand there as a whole, in a window as it opens and in a low one. */
final class CutWords {
    private static final List<Integer> HEIGHTS = List.of(640, 500);

    private final List<String> found = new ArrayList<>();

    /** What was found so far, with where. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Looks at the page in front, and at what has popped up over it, and takes pictures of both. */
    void look(Traveller me, String name) {
        for (int height : HEIGHTS) {
            me.height(height);
            for (Node node : me.onWindow(() -> Window.getWindows()
                    .stream()
                    .flatMap(each -> all(each.getScene().getRoot()))
                    .toList())) {
                if (node instanceof Labeled label && Hands.inSight(node)) {
                    found.addAll(me.onWindow(() -> cutShort(label).map(
                            word -> name + " at " + height + ": “" + label.getText() + "” reads “" + word + "”")
                            .toList()));
                }
            }
            me.picture(name + "-" + height);
        }
        me.height(HEIGHTS.getFirst());
    }

    private static Stream<String> cutShort(Labeled label) {
        return label.getText() == null || label.getText().isEmpty() || label.getFont().getSize() < 1
                ? Stream.empty()
                : label.getChildrenUnmodifiable()
                        .stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText())
                        .filter(shown -> !shown.replace("\n", "").equals(label.getText().replace("\n", "")))
                        .filter(shown -> !label.isMnemonicParsing());
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(CutWords::all))
                : Stream.of(node);
    }
}
