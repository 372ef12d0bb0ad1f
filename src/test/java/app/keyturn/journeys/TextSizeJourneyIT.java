package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.settings.TextSize;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Text in another size, by keys and by the settings. */
class TextSizeJourneyIT extends JourneyTest {
    /** JavaFX rounds the sizes of letters. */
    private static final double NEAR = 0.2;

    @Test
    void theKeysMakeEverythingLargerAndSmallerSayItAndKeepIt() {
        me.enterEarnest();
        double usual = size();
        me.shortcut(KeyCode.PLUS);
        said(125);
        assertEquals(usual * 1.25, size(), NEAR);
        me.shortcut(KeyCode.EQUALS);
        me.shortcut(KeyCode.ADD);
        me.shortcut(KeyCode.ADD);
        said(200);
        me.shortcut(KeyCode.ADD);
        said(200);
        assertEquals(usual * 2, size(), NEAR);
        me.shortcut(KeyCode.MINUS);
        me.shortcut(KeyCode.SUBTRACT);
        said(150);
        me.enterEarnest();
        assertEquals(usual * 1.5, size(), NEAR, "another world has it, too");
        me.click("settings");
        me.see("page-settings");
        assertEquals("150", ((ComboBox<?>) me.found("settings-text-size")).getValue());
        me.shortcut(KeyCode.DIGIT0);
        said(TextSize.DEFAULT);
        assertEquals(usual, size(), NEAR);
        assertEquals("100", ((ComboBox<?>) me.found("settings-text-size")).getValue());
    }

    @Test
    void theSettingsMakeItLargerAsSoonAsTheyAreSaved() {
        me.enterEarnest();
        double usual = size();
        me.click("settings");
        me.see("page-settings");
        me.onWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> sizes = (ComboBox<String>) me.found("settings-text-size");
            sizes.setValue("200");
            return true;
        });
        me.click("settings-save");
        me.waitUntil("be twice as large", () -> Math.abs(size() - usual * 2) < NEAR);
    }

    private void said(int percent) {
        me.seeMessage("status", "frame.text-size", me.messages().percent(percent));
    }

    /** Of the words of the page's heading. */
    private double size() {
        return me.onWindow(() -> {
            me.window().scene().getRoot().applyCss();
            return ((Label) me.window().scene().getRoot().lookup(".page-heading")).getFont().getSize();
        });
    }
}
