package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Escape never loses work: what was entered stays, and what is waited for goes on. */
class EscapeJourneyIT extends JourneyTest {
    @Test
    void whatWasEnteredStaysOnEachPage() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        me.begin(Portal.SCHOOL);
        me.focus("tick-1");
        me.press(KeyCode.SPACE);
        escape("tick-1", "page-apple");
        assertTrue(((CheckBox) me.found("tick-1")).isSelected());
        String token = me.generateAndKeep();
        escape("next", "page-apple");
        me.click("next");
        me.see("page-sign-in");
        me.click("other-tenant");
        me.fill("other-tenant-name", "maple.example");
        escape("other-tenant-name", "page-sign-in");
        assertEquals("maple.example", me.read("other-tenant-name"));
        me.fill("other-tenant-name", "");

        me.click("sign-in");
        me.see("sign-in-link");
        escape("sign-in-link", "page-sign-in");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.click("next");
        me.see("page-token");
        escape("token", "page-token");
        escape("expiry", "page-token");
        assertEquals(token, me.read("token"));

        me.confirmAndTry();
        me.see("problem-code", "TOKEN-REJECTED");
        escape("problem-action", "page-save");
        me.see("problem-code", "TOKEN-REJECTED");
        me.click("settings");
        me.see("page-settings");
        me.fill("settings-client-id", "half typed");
        escape("settings-client-id", "page-settings");
        assertEquals("half typed", me.read("settings-client-id"));
    }

    private void escape(String where, String page) {
        me.focus(where);
        me.press(KeyCode.ESCAPE);
        me.see(page);
    }
}
