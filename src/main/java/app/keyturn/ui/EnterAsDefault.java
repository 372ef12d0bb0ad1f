package app.keyturn.ui;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/**
 * Lets Enter press the main button where JavaFX would tick a check box or choose a radio button: the space bar does
 * that, and a user who has just done so wants to go on.
 */
public final class EnterAsDefault {
    private static final KeyCodeCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    private EnterAsDefault() {}

    /** Applies to everything in the view, from now on. */
    public static void install(Parent view) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean toggle = pressed.getTarget() instanceof RadioButton || pressed.getTarget() instanceof CheckBox;
            if (toggle && ENTER.match(pressed)) {
                // JavaFX keeps the action of the default button here.
                Optional.ofNullable(view.getScene().getAccelerators().get(ENTER)).ifPresent(Runnable::run);
                pressed.consume();
            }
        });
    }
}
