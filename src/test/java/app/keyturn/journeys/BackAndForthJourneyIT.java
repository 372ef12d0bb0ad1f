package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.Test;

/** The order of the pages, and the way back. */
class BackAndForthJourneyIT extends JourneyTest {
    private static final LocalDate AS_APPLE_SHOWS = LocalDate.of(2037, 1, 31);

    @Test
    void goingBackFromEveryPageLosesNothingUntilTheTokenIsSaved() {
        me.enterPractice(Portal.BUSINESS, Scenario.HEALTHY);
        assertFalse(me.isInSight("back"));
        String token = me.beginAndKeepAToken(Portal.BUSINESS);
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("be signed in", () -> me.isEnabled("next"));
        String account = me.read("account");
        me.click("next");
        me.see("page-token");
        me.onWindow(() -> {
            ((DatePicker) me.found("expiry")).setValue(AS_APPLE_SHOWS);
            return true;
        });
        me.click("confirm-expiry");
        me.click("next");
        me.see("page-save");

        List<String> before = new ArrayList<>(List.of("start", "apple", "sign-in", "token"));
        for (String page : before.reversed()) {
            me.click("back");
            me.see("page-" + page);
        }
        assertTrue(me.onWindow(() -> ((RadioButton) me.found("portal-business")).isSelected()));
        for (String page : List.of("apple", "sign-in")) {
            me.click("next");
            me.see("page-" + page);
        }
        assertEquals(account, me.read("account"));
        me.click("next");
        me.see("token", token);
        assertEquals(AS_APPLE_SHOWS, me.onWindow(() -> ((DatePicker) me.found("expiry")).getValue()));
        assertTrue(me.onWindow(() -> ((CheckBox) me.found("confirm-expiry")).isSelected()));
        me.click("next");
        me.click("test-and-save");

        me.see("page-done");
        assertFalse(me.isEnabled("back"));
        me.seeMessage("no-way-back", "done.no-way-back");
        assertTrue(me.read("done-until").contains("2037"));
        assertEquals(1, me.world().puts());
    }

    @Test
    void whoLooksAtMicrosoftsSideFirstIsLedToAppleAfterwards() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("only-check");
        me.seeMessage("start-proposal", "start.choose-first");
        me.click("portal-school");
        me.click("only-check");
        me.see("page-sign-in");
        me.signInAs(Choice.ADMINISTRATOR);
        me.seeMessage("present-token", "signin.present.works");
        assertEquals(0, me.world().puts());
        assertEquals(0, me.world().starts());
        me.click("next");
        me.see("page-apple");
        String token = me.generateAndKeep();
        me.click("next");
        me.see("token", token);
        me.confirmAndSave();
        me.seeTheSync();
        assertEquals(1, me.world().puts());
        assertEquals(Collections.emptyList(), me.world().violations());
    }
}
