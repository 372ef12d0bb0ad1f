package app.keyturn.ui;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/**
 * Makes Enter the main button where JavaFX would have it tick a box or choose a radio button: the space bar does that,
 * and a person who has just done so wants to go on.
 */
public final class EnterAsDefault {
    private static final KeyCodeCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    private EnterAsDefault() {}

    /** Does so from now on everywhere in the view. */
    public static void from(Parent view) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean toggle = pressed.getTarget() instanceof RadioButton || pressed.getTarget() instanceof CheckBox;
            if (toggle && ENTER.match(pressed)) {
                // Where JavaFX keeps what a default button does.
                Optional.ofNullable(view.getScene().getAccelerators().get(ENTER)).ifPresent(Runnable::run);
                pressed.consume();
            }
        });
    }
}
