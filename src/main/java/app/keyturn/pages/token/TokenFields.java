package app.keyturn.pages.token;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomPasswordField;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * The token field, masked or in clear: two controls in one place, of which the visible one has the id. Both paste
 * through the model, because a one-line field drops line breaks silently, and the user must learn what was removed.
 */
final class TokenFields {
    private static final String ID = "token";

    private final CustomPasswordField hidden;
    private final CustomTextField shown;
    private final StackPane view;
    private final TokenModel model;
    private int maxLength;

    /** @param buttons shown inside the field, at its end */
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
        model.pasted().subscribe(text -> maxLength = Math.max(maxLength, text.length()));
        view = new StackPane(hidden, shown);
        // In another language they have another width, which the field does not notice.
        buttons.needsLayoutProperty().subscribe(_ -> field().requestLayout());
        show(false, buttons);
    }

    StackPane view() {
        return view;
    }

    /** The visible field. */
    TextField field() {
        return shown.isVisible() ? shown : hidden;
    }

    /** Focuses the visible field, without JavaFX's selection: the next key would replace the token. */
    void focus() {
        field().requestFocus();
        field().end();
    }

    void show(boolean unmasked, Parent buttons) {
        hidden.setRight(null);
        shown.setRight(null);
        style(hidden, !unmasked);
        style(shown, unmasked);
        if (unmasked) {
            shown.setRight(buttons);
        } else {
            hidden.setRight(buttons);
        }
    }

    /**
     * Empties both fields for good. An emptied JavaFX field keeps its last text in unused memory, and JavaFX itself
     * keeps references to fields that have left the window, so the text is overwritten first.
     */
    void overwrite() {
        for (TextField field : List.of(hidden, shown)) {
            field.textProperty().unbindBidirectional(model.pasted());
            field.setText("0".repeat(maxLength));
            field.clear();
        }
    }

    private static void style(TextField field, boolean visible) {
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.setVisible(visible);
        field.setManaged(visible);
        field.setId(visible ? ID : null);
    }
}
