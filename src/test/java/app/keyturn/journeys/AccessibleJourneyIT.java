package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.visual.AccessibleNames;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a screen reader can announce on every page. */
class AccessibleJourneyIT extends JourneyTest {
    private final List<String> nameless = new ArrayList<>();

    @Test
    void everyControlThatTakesTheFocusHasANameOnEveryPage() {
        user.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        collectNameless("start");
        user.goToApplePage(Portal.SCHOOL);
        collectNameless("apple");
        user.click("open-portal");
        URI apple = user.nextBrowserPage();
        user.generateToken(apple);
        user.click("keep-token");
        user.click("next");
        collectNameless("sign-in");
        user.click("other-tenant");
        collectNameless("sign-in, another organisation");
        user.click("sign-in");
        user.waitFor("sign-in-link");
        collectNameless("sign-in, in the browser");
        user.answerInBrowser(Choice.ADMINISTRATOR);
        user.waitUntil("be signed in", () -> user.isEnabled("next"));
        collectNameless("sign-in, signed in");
        user.click("next");
        user.waitFor("page-token");
        collectNameless("token");
        user.click("show-token");
        collectNameless("token, shown");
        user.click("next");
        user.waitFor("page-save");
        collectNameless("save");
        user.click("test-and-save");
        user.waitFor("problem");
        collectNameless("a problem");
        user.click("by-hand");
        user.waitFor("page-by-hand");
        collectNameless("by hand");
        user.click("back");
        user.click("problem-action");
        user.waitFor("page-token");
        user.inBrowser(() -> {
            user.browser().revokeNewestToken(apple);
            return true;
        });
        user.generateToken(apple);
        user.click("paste-token");
        user.click("next");
        user.click("test-and-save");
        user.waitFor("page-done");
        collectNameless("done");
        assertEquals(List.of(), nameless);
    }

    private void collectNameless(String page) {
        nameless.addAll(user.onWindow(
                () -> AccessibleNames.in(user.window().scene().getRoot())
                        .map(control -> page + ": " + control)
                        .toList()));
    }
}
