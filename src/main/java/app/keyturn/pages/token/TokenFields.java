package app.keyturn.pages.token;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomPasswordField;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * The token's field, hidden or shown: two controls in one place, of which the one in sight has the id. Both paste
 * through the model, because a one-line field drops line breaks unseen, and what was dropped has to be said.
 */
final class TokenFields {
    private static final String ID = "token";

    private final CustomPasswordField hidden;
    private final CustomTextField shown;
    private final StackPane view;
    private final TokenModel model;
    private int longest;

    /**
     * Makes both.
     *
     * @param buttons stand inside the field, at its end
     */
    TokenFields(TokenModel model, Parent buttons) {
        this.model = model;
        hidden = new CustomPasswordField() {
            @Override
            public void paste() {
                model.paste();
            }
        };
        shown = new CustomTextField() {
            @Override
            public void paste() {
                model.paste();
            }
        };
        hidden.textProperty().bindBidirectional(model.pasted());
        shown.textProperty().bindBidirectional(model.pasted());
        hidden.getStyleClass().add("secret");
        shown.getStyleClass().add("secret");
        model.pasted().subscribe(text -> longest = Math.max(longest, text.length()));
        view = new StackPane(hidden, shown);
        // In another language they are as wide as its words, which the field does not notice.
        buttons.needsLayoutProperty().subscribe(_ -> field().requestLayout());
        show(false, buttons);
    }

    StackPane view() {
        return view;
    }

    /** The one in sight. */
    TextField field() {
        return shown.isVisible() ? shown : hidden;
    }

    void show(boolean inClear, Parent buttons) {
        hidden.setRight(null);
        shown.setRight(null);
        style(hidden, !inClear);
        style(shown, inClear);
        if (inClear) {
            shown.setRight(buttons);
        } else {
            hidden.setRight(buttons);
        }
    }

    /**
     * Empties both fields for good. An emptied JavaFX field still has its last text in its unused memory, and JavaFX
     * itself holds on to fields that have left the window; so it is written over first.
     */
    void overwrite() {
        for (TextField field : List.of(hidden, shown)) {
            field.textProperty().unbindBidirectional(model.pasted());
            field.setText("0".repeat(longest));
            field.clear();
        }
    }

    private static void style(TextField field, boolean inSight) {
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.setVisible(inSight);
        field.setManaged(inSight);
        field.setId(inSight ? ID : null);
    }
}
