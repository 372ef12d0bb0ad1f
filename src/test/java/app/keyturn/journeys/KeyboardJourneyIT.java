package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Languages;
import java.net.URI;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Journeys without a mouse: Tab, Space, Enter, and arrows in menus. */
class KeyboardJourneyIT extends JourneyTest {
    @Test
    void theKeyboardAloneLeadsFromTheFirstPageToTheDonePageAndBack() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        chooseAndKeepAToken();
        signIn();
        confirmTheDate();
        user.press(KeyCode.ENTER);
        user.waitFor("page-done");
        assertEquals("done-title", user.focused());
        user.waitForSync();
        user.tabTo("save-receipt");
        user.press(KeyCode.SPACE);
        user.waitFor("kept");
        user.tabTo("finish");
        user.press(KeyCode.SPACE);
        user.waitFor("page-start");
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void theKeyboardAloneCorrectsAWrongTokenAndFinishes() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        URI apple = chooseAndKeepAToken();
        signIn();
        confirmTheDate();
        user.press(KeyCode.ENTER);
        user.waitForText("problem-code", "TOKEN-REJECTED");
        assertEquals("problem-title", user.focused());
        assertEquals(0, user.world().saveCount());

        user.press(KeyCode.ENTER); // the problem's action
        user.waitFor("page-token");
        user.inBrowser(() -> {
            user.browser().revokeNewestToken(apple);
            return true;
        });
        String whole = user.generateToken(apple);
        user.tabTo("paste-token");
        user.press(KeyCode.SPACE);
        user.waitForText("token", whole);
        user.tabTo("next");
        user.press(KeyCode.SPACE);
        user.waitFor("page-save");
        user.press(KeyCode.ENTER);
        user.waitFor("page-done");
        user.waitForSync();
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void changingTheLanguageByKeyboardMidwayLosesNothing() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        chooseAndKeepAToken();
        signIn();
        String token = user.read("token");
        String output = user.read("token-message");
        choose(Locale.GERMAN);
        assertEquals("language", user.focused());
        assertEquals(token, user.read("token"));
        assertEquals(user.message("token.kept"), user.read("token-message"));
        assertNotEquals(output, user.read("token-message"));

        confirmTheDate();
        choose(Locale.ENGLISH);
        user.tabTo("test-and-save");
        user.press(KeyCode.ENTER);
        user.waitForText("problem-code", "TOKEN-REJECTED");
        choose(Locale.GERMAN);
        user.waitForMessage("problem-title", "problem.TOKEN-REJECTED.title");
        user.waitForMessage("problem-changed", "changed.NOTHING");
        user.press(KeyCode.ESCAPE);
        user.waitForText("problem-code", "TOKEN-REJECTED");
        user.tabTo("problem-action");
        user.press(KeyCode.SPACE);
        user.waitFor("page-token");
        assertEquals(token, user.read("token"));
    }

    @Test
    void aScenarioIsChosenByKeyboard() {
        user.enterRealMode();
        user.tabTo("practice-scenario");
        user.press(KeyCode.SPACE);
        user.press(KeyCode.DOWN);
        user.press(KeyCode.RIGHT); // into the first group of scenarios
        user.press(KeyCode.DOWN);
        user.press(KeyCode.ENTER);
        user.waitForMessage("practice-scenario", "scenario.wrong-token");
        assertEquals("practice-scenario", user.focused());
        user.tabTo("practise");
        user.press(KeyCode.ENTER);
        user.waitFor("practice-band");
        assertEquals(Scenario.WRONG_TOKEN.id(), user.window().scenario());
    }

    /** From the first page past the Apple page; returns Apple's page in the browser. */
    private URI chooseAndKeepAToken() {
        user.tabTo("portal-school");
        user.press(KeyCode.SPACE);
        user.press(KeyCode.ENTER); // Enter presses the main button from anywhere on a page
        user.waitFor("page-apple");
        user.tabTo("open-portal");
        user.press(KeyCode.SPACE);
        URI apple = user.nextBrowserPage();
        user.generateToken(apple);
        user.tabTo("keep-token");
        user.press(KeyCode.SPACE);
        user.waitForMessage("apple-message", "apple.kept");
        user.tabTo("next");
        user.press(KeyCode.SPACE);
        user.waitFor("page-sign-in");
        return apple;
    }

    private void signIn() {
        user.tabTo("sign-in");
        user.press(KeyCode.SPACE);
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitUntil("be signed in", () -> user.isEnabled("next"));
        user.tabTo("next");
        user.press(KeyCode.SPACE);
        user.waitFor("page-token");
    }

    private void confirmTheDate() {
        user.tabTo("confirm-expiry");
        user.press(KeyCode.SPACE);
        user.tabTo("next");
        user.press(KeyCode.SPACE);
        user.waitFor("page-save");
    }

    /** In the language menu, with arrow keys. */
    private void choose(Locale language) {
        user.tabTo("language");
        user.press(KeyCode.SPACE);
        user.press(KeyCode.DOWN);
        for (Locale each : Languages.SUPPORTED) {
            if (each.equals(language)) {
                break;
            }
            user.press(KeyCode.DOWN);
        }
        user.press(KeyCode.ENTER);
        user.waitUntil("be spoken to in " + language, () -> user.messages().locale().equals(language));
    }
}
