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

/** The switch of the language: at once, with nothing lost, and kept for the next time. */
class LanguageJourneyIT extends JourneyTest {
    @Test
    void theMenuOffersEachLanguageByItsOwnName() {
        me.enterEarnest();
        assertEquals(Languages.SUPPORTED.stream().map(LanguageChoice::name).toList(),
                me.offered("language").stream().map(MenuItem::getText).toList());
    }

    @Test
    void theChoiceIsKeptForTheNextTimeAndTheNextWorld() {
        me.enterEarnest();
        choose(Locale.GERMAN);
        assertEquals("Deutsch", me.read("language"));
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.seeMessage("next", "start.begin");
        assertEquals("Deutsch", me.read("language"));
        me.enterEarnest();
        me.click("settings");
        me.see("page-settings");
        assertEquals("de", ((ComboBox<?>) me.found("settings-language")).getValue());
        choose(Locale.ENGLISH);
        assertEquals("en", ((ComboBox<?>) me.found("settings-language")).getValue());
    }

    @Test
    void aSignInThatIsWaitedForInTheBrowserGoesOn() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.click("sign-in");
        URI page = me.nextPage();
        String link = me.read("sign-in-link");
        choose(Locale.GERMAN);
        assertEquals(link, me.read("sign-in-link"));
        me.seeMessage("status", "signin.status.browser");
        me.inBrowser(() -> me.browser().signIn(page, Choice.ADMINISTRATOR));
        me.click("next");
        me.see("page-token");
        choose(Locale.ENGLISH);
        me.confirmAndSave();
        choose(Locale.GERMAN);
        me.seeTheSync();
        me.seeMessage("done-title", "done.heading");
    }

    private void choose(Locale language) {
        me.choose("language", "language-" + language.toLanguageTag());
        assertEquals(language, me.messages().locale());
    }
}
