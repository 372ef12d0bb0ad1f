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

/** Journeys without a mouse: tabulator, space, Enter, and arrows in a menu. */
class KeyboardJourneyIT extends JourneyTest {
    @Test
    void theKeyboardAloneLeadsFromTheFirstPageToGreenAndBack() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        chooseAndKeepAToken();
        signIn();
        confirmTheDate();
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

    @Test
    void theKeyboardAloneLeadsFromAWrongTokenBackToItAndThenToGreen() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        URI apple = chooseAndKeepAToken();
        signIn();
        confirmTheDate();
        me.press(KeyCode.ENTER);
        me.see("problem-code", "TOKEN-REJECTED");
        assertEquals("problem-title", me.focused());
        assertEquals(0, me.world().puts());

        me.press(KeyCode.ENTER); // the problem's one action
        me.see("page-token");
        me.inBrowser(() -> {
            me.browser().revokeNewestToken(apple);
            return true;
        });
        String whole = me.generate(apple);
        me.tabTo("paste-token");
        me.press(KeyCode.SPACE);
        me.see("token", whole);
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-save");
        me.press(KeyCode.ENTER);
        me.see("page-done");
        me.seeTheSync();
        assertEquals(1, me.world().puts());
    }

    @Test
    void theLanguageIsChangedByKeyboardInTheMiddleAndNothingIsLost() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        chooseAndKeepAToken();
        signIn();
        String token = me.read("token");
        String said = me.read("token-message");
        choose(Locale.GERMAN);
        assertEquals("language", me.focused());
        assertEquals(token, me.read("token"));
        assertEquals(me.message("token.kept"), me.read("token-message"));
        assertNotEquals(said, me.read("token-message"));

        confirmTheDate();
        choose(Locale.ENGLISH);
        me.tabTo("test-and-save");
        me.press(KeyCode.ENTER);
        me.see("problem-code", "TOKEN-REJECTED");
        choose(Locale.GERMAN);
        me.seeMessage("problem-title", "problem.TOKEN-REJECTED.title");
        me.seeMessage("problem-changed", "changed.NOTHING");
        me.press(KeyCode.ESCAPE);
        me.see("problem-code", "TOKEN-REJECTED");
        me.tabTo("problem-action");
        me.press(KeyCode.SPACE);
        me.see("page-token");
        assertEquals(token, me.read("token"));
    }

    @Test
    void aStoryIsChosenAndPractised() {
        me.enterEarnest();
        me.tabTo("practice-scenario");
        me.press(KeyCode.SPACE);
        me.press(KeyCode.DOWN);
        me.press(KeyCode.RIGHT); // into the first group of stories
        me.press(KeyCode.DOWN);
        me.press(KeyCode.ENTER);
        me.seeMessage("practice-scenario", "scenario.wrong-token");
        assertEquals("practice-scenario", me.focused());
        me.tabTo("practise");
        me.press(KeyCode.ENTER);
        me.see("practice-band");
        assertEquals(Scenario.WRONG_TOKEN.id(), me.window().scenario());
    }

    /** From the first page past Apple's; returns Apple's page in the browser. */
    private URI chooseAndKeepAToken() {
        me.tabTo("portal-school");
        me.press(KeyCode.SPACE);
        me.press(KeyCode.ENTER); // from anywhere on a page Enter is its main button
        me.see("page-apple");
        me.tabTo("open-portal");
        me.press(KeyCode.SPACE);
        URI apple = me.nextPage();
        me.generate(apple);
        me.tabTo("keep-token");
        me.press(KeyCode.SPACE);
        me.seeMessage("apple-message", "apple.kept");
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-sign-in");
        return apple;
    }

    private void signIn() {
        me.tabTo("sign-in");
        me.press(KeyCode.SPACE);
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.waitUntil("be signed in", () -> me.isEnabled("next"));
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-token");
    }

    private void confirmTheDate() {
        me.tabTo("confirm-expiry");
        me.press(KeyCode.SPACE);
        me.tabTo("next");
        me.press(KeyCode.SPACE);
        me.see("page-save");
    }

    /** In the menu of languages, by arrows. */
    private void choose(Locale language) {
        me.tabTo("language");
        me.press(KeyCode.SPACE);
        me.press(KeyCode.DOWN);
        for (Locale each : Languages.SUPPORTED) {
            if (each.equals(language)) {
                break;
            }
            me.press(KeyCode.DOWN);
        }
        me.press(KeyCode.ENTER);
        me.waitUntil("be spoken to in " + language, () -> me.messages().locale().equals(language));
    }
}
