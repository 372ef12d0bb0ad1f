package app.keyturn.ui;

import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The shortcuts that browsers use for the text size: the system's shortcut key with plus, minus or zero, anywhere on
 * the keyboard.
 */
public final class TextSizeKeys {
    private static final Set<KeyCode> LARGER = Set.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
    private static final Set<KeyCode> SMALLER = Set.of(KeyCode.MINUS, KeyCode.SUBTRACT);
    private static final Set<KeyCode> USUAL = Set.of(KeyCode.DIGIT0, KeyCode.NUMPAD0);

    private TextSizeKeys() {}

    /** What the shortcuts do. */
    public interface Sizes {
        void larger();

        void smaller();

        void usual();
    }

    /** Listens wherever the focus is. */
    public static void listen(Scene scene, Sizes sizes) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            // With Alt it types a character on some keyboards.
            if (pressed.isShortcutDown() && !pressed.isAltDown() && act(pressed.getCode(), sizes)) {
                pressed.consume();
            }
        });
    }

    private static boolean act(KeyCode code, Sizes sizes) {
        if (LARGER.contains(code)) {
            sizes.larger();
        } else if (SMALLER.contains(code)) {
            sizes.smaller();
        } else if (USUAL.contains(code)) {
            sizes.usual();
        } else {
            return false;
        }
        return true;
    }
}
