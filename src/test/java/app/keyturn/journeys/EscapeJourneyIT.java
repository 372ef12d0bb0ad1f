package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Escape never loses work: entries stay, and pending work continues. */
class EscapeJourneyIT extends JourneyTest {
    @Test
    void escapeKeepsWhatWasEnteredOnEachPage() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        user.goToApplePage(Portal.SCHOOL);
        user.focus("tick-1");
        user.press(KeyCode.SPACE);
        escape("tick-1", "page-apple");
        assertTrue(((CheckBox) user.node("tick-1")).isSelected());
        String token = user.generateAndKeepToken();
        escape("next", "page-apple");
        user.click("next");
        user.waitFor("page-sign-in");
        user.click("other-tenant");
        user.fill("other-tenant-name", "maple.example");
        escape("other-tenant-name", "page-sign-in");
        assertEquals("maple.example", user.read("other-tenant-name"));
        user.fill("other-tenant-name", "");

        user.click("sign-in");
        user.waitFor("sign-in-link");
        escape("sign-in-link", "page-sign-in");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.click("next");
        user.waitFor("page-token");
        escape("token", "page-token");
        escape("expiry", "page-token");
        assertEquals(token, user.read("token"));

        user.confirmAndSubmit();
        user.waitForText("problem-code", "TOKEN-REJECTED");
        escape("problem-action", "page-save");
        user.waitForText("problem-code", "TOKEN-REJECTED");
        user.click("settings");
        user.waitFor("page-settings");
        user.fill("settings-client-id", "half typed");
        escape("settings-client-id", "page-settings");
        assertEquals("half typed", user.read("settings-client-id"));
    }

    private void escape(String where, String page) {
        user.focus(where);
        user.press(KeyCode.ESCAPE);
        user.waitFor(page);
    }
}
