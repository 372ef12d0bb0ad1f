package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Languages;
import app.keyturn.wizard.LanguageChoice;
import java.net.URI;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;

/** Changing the language: at once, without losing anything, and kept for the next start. */
class LanguageJourneyIT extends JourneyTest {
    @Test
    void theMenuOffersEachLanguageByItsOwnName() {
        user.enterRealMode();
        assertEquals(Languages.SUPPORTED.stream().map(LanguageChoice::name).toList(),
                user.menuItems("language").stream().map(MenuItem::getText).toList());
    }

    @Test
    void theChoiceIsKeptForTheNextStartAndTheNextSession() {
        user.enterRealMode();
        choose(Locale.GERMAN);
        assertEquals("Deutsch", user.read("language"));
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.waitForMessage("next", "start.begin");
        assertEquals("Deutsch", user.read("language"));
        user.enterRealMode();
        user.click("settings");
        user.waitFor("page-settings");
        assertEquals("de", ((ComboBox<?>) user.node("settings-language")).getValue());
        choose(Locale.ENGLISH);
        assertEquals("en", ((ComboBox<?>) user.node("settings-language")).getValue());
    }

    @Test
    void aPendingSignInContinuesAfterALanguageChange() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToSignInWithToken(Portal.SCHOOL);
        user.click("sign-in");
        URI page = user.nextBrowserPage();
        String link = user.read("sign-in-link");
        choose(Locale.GERMAN);
        assertEquals(link, user.read("sign-in-link"));
        user.waitForMessage("status", "signin.status.browser");
        user.inBrowser(() -> user.browser().signIn(page, Choice.ADMINISTRATOR));
        user.click("next");
        user.waitFor("page-token");
        choose(Locale.ENGLISH);
        user.confirmAndSave();
        choose(Locale.GERMAN);
        user.waitForSync();
        user.waitForMessage("done-title", "done.heading");
    }

    private void choose(Locale language) {
        user.chooseMenuItem("language", "language-" + language.toLanguageTag());
        assertEquals(language, user.messages().locale());
    }
}
