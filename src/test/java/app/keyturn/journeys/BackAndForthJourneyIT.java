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

/** The order of the pages, and going back. */
class BackAndForthJourneyIT extends JourneyTest {
    private static final LocalDate AS_APPLE_SHOWS = LocalDate.of(2037, 1, 31);

    @Test
    void goingBackFromEveryPageLosesNothingUntilTheTokenIsSaved() {
        user.enterPractice(Portal.BUSINESS, Scenario.HEALTHY);
        assertFalse(user.isInSight("back"));
        String token = user.goToSignInWithToken(Portal.BUSINESS);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("be signed in", () -> user.isEnabled("next"));
        String account = user.read("account");
        user.click("next");
        user.waitFor("page-token");
        user.onWindow(() -> {
            ((DatePicker) user.node("expiry")).setValue(AS_APPLE_SHOWS);
            return true;
        });
        user.click("confirm-expiry");
        user.click("next");
        user.waitFor("page-save");

        List<String> before = new ArrayList<>(List.of("start", "apple", "sign-in", "token"));
        for (String page : before.reversed()) {
            user.click("back");
            user.waitFor("page-" + page);
        }
        assertTrue(user.onWindow(() -> ((RadioButton) user.node("portal-business")).isSelected()));
        for (String page : List.of("apple", "sign-in")) {
            user.click("next");
            user.waitFor("page-" + page);
        }
        assertEquals(account, user.read("account"));
        user.click("next");
        user.waitForText("token", token);
        assertEquals(AS_APPLE_SHOWS, user.onWindow(() -> ((DatePicker) user.node("expiry")).getValue()));
        assertTrue(user.onWindow(() -> ((CheckBox) user.node("confirm-expiry")).isSelected()));
        user.click("next");
        user.click("test-and-save");

        user.waitFor("page-done");
        assertFalse(user.isEnabled("back"));
        user.waitForMessage("no-way-back", "done.no-way-back");
        assertTrue(user.read("done-until").contains("2037"));
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void afterACheckOfMicrosoftFirstApplesPageFollows() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.click("only-check");
        user.waitForMessage("start-proposal", "start.choose-first");
        user.click("portal-school");
        user.click("only-check");
        user.waitFor("page-sign-in");
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitForMessage("present-token", "signin.present.works");
        assertEquals(0, user.world().saveCount());
        assertEquals(0, user.world().startCount());
        user.click("next");
        user.waitFor("page-apple");
        String token = user.generateAndKeepToken();
        user.click("next");
        user.waitForText("token", token);
        user.confirmAndSave();
        user.waitForSync();
        assertEquals(1, user.world().saveCount());
        assertEquals(Collections.emptyList(), user.world().violations());
    }
}
