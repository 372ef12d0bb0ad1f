package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Portal;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The main journey without a mouse: tabulator, space and Enter. */
class KeyboardJourneyIT extends JourneyTest {
    @Test
    void theKeyboardAloneLeadsFromTheFirstPageToGreenAndBack() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.tabTo("portal-school");
        me.press(KeyCode.SPACE);
        me.press(KeyCode.ENTER); // from anywhere on a page Enter is its main button
        me.see("page-apple");

        me.tabTo("open-portal");
        me.press(KeyCode.SPACE);
        me.generate(me.nextPage());
        me.tabTo("keep-token");
        me.press(KeyCode.SPACE);
        me.seeMessage("apple-message", "apple.kept");
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-sign-in");

        me.tabTo("sign-in");
        me.press(KeyCode.SPACE);
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.waitUntil("be signed in", () -> me.isEnabled("next"));
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-token");

        me.tabTo("confirm-expiry");
        me.press(KeyCode.SPACE);
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-save");

        me.press(KeyCode.ENTER);
        me.see("page-done");
        assertEquals("done-title", me.focused());
        me.seeTheSync();
        me.tabTo("save-receipt");
        me.press(KeyCode.SPACE);
        me.see("kept");
        me.tabTo("finish");
        me.press(KeyCode.SPACE);
        me.see("page-start");
        assertEquals(1, me.world().puts());
    }
}
