package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.settings.TextSize;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Changing the text size by keys and in the settings. */
class TextSizeJourneyIT extends JourneyTest {
    /** JavaFX rounds font sizes. */
    private static final double NEAR = 0.2;

    @Test
    void theKeysChangeTheTextSizeAnnounceItAndKeepIt() {
        user.enterRealMode();
        double usual = size();
        user.shortcut(KeyCode.PLUS);
        assertAnnounced(125);
        assertEquals(usual * 1.25, size(), NEAR);
        user.shortcut(KeyCode.EQUALS);
        user.shortcut(KeyCode.ADD);
        user.shortcut(KeyCode.ADD);
        assertAnnounced(200);
        user.shortcut(KeyCode.ADD);
        assertAnnounced(200);
        assertEquals(usual * 2, size(), NEAR);
        user.shortcut(KeyCode.MINUS);
        user.shortcut(KeyCode.SUBTRACT);
        assertAnnounced(150);
        user.enterRealMode();
        assertEquals(usual * 1.5, size(), NEAR, "another world has it, too");
        user.click("settings");
        user.waitFor("page-settings");
        assertEquals("150", ((ComboBox<?>) user.node("settings-text-size")).getValue());
        user.shortcut(KeyCode.DIGIT0);
        assertAnnounced(TextSize.DEFAULT);
        assertEquals(usual, size(), NEAR);
        assertEquals("100", ((ComboBox<?>) user.node("settings-text-size")).getValue());
    }

    @Test
    void theSettingsChangeTheTextSizeOnceSaved() {
        user.enterRealMode();
        double usual = size();
        user.click("settings");
        user.waitFor("page-settings");
        user.onWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> sizes = (ComboBox<String>) user.node("settings-text-size");
            sizes.setValue("200");
            return true;
        });
        user.click("settings-save");
        user.waitUntil("be twice as large", () -> Math.abs(size() - usual * 2) < NEAR);
    }

    private void assertAnnounced(int percent) {
        user.waitForMessage("status", "frame.text-size", user.messages().percent(percent));
    }

    /** Font size of the page's heading. */
    private double size() {
        return user.onWindow(() -> {
            user.window().scene().getRoot().applyCss();
            return ((Label) user.window().scene().getRoot().lookup(".page-heading")).getFont().getSize();
        });
    }
}
