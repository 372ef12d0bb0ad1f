package app.keyturn.pages.start;

import app.keyturn.wizard.Messages;
import app.keyturn.wizard.Shown;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A practice story in the list to choose from; the first of a group has the group's name above it. */
final class StoryCell extends ListCell<String> {
    private final Messages messages;
    private final List<String> ordered;
    private final Label group = new Label();
    private final Label story = new Label();
    private final VBox both = new VBox(group, story);

    StoryCell(Messages messages, List<String> ordered) {
        this.messages = messages;
        this.ordered = ordered;
        group.getStyleClass().add("story-group");
    }

    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        if (empty || id == null) {
            setGraphic(null);
            return;
        }
        String heading = Stories.heading(id, ordered).map(key -> messages.text(key)).orElse("");
        group.setText(heading);
        Shown.set(!heading.isEmpty(), group);
        story.setText(messages.text("scenario." + id));
        setGraphic(both);
        setAccessibleText(story.getText());
    }
}
