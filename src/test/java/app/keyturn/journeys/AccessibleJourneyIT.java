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

/** Whoever hears the window instead of seeing it. */
class AccessibleJourneyIT extends JourneyTest {
    private final List<String> nameless = new ArrayList<>();

    @Test
    void everyControlThatTakesTheFocusHasANameOnEveryPage() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        listen("start");
        me.begin(Portal.SCHOOL);
        listen("apple");
        me.click("open-portal");
        URI apple = me.nextPage();
        me.generate(apple);
        me.click("keep-token");
        me.click("next");
        listen("sign-in");
        me.click("other-tenant");
        listen("sign-in, another organisation");
        me.click("sign-in");
        me.see("sign-in-link");
        listen("sign-in, in the browser");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.waitUntil("be signed in", () -> me.isEnabled("next"));
        listen("sign-in, signed in");
        me.click("next");
        me.see("page-token");
        listen("token");
        me.click("show-token");
        listen("token, shown");
        me.click("next");
        me.see("page-save");
        listen("save");
        me.click("test-and-save");
        me.see("problem");
        listen("a problem");
        me.click("by-hand");
        me.see("page-by-hand");
        listen("by hand");
        me.click("back");
        me.click("problem-action");
        me.see("page-token");
        me.inBrowser(() -> {
            me.browser().revokeNewestToken(apple);
            return true;
        });
        me.generate(apple);
        me.click("paste-token");
        me.click("next");
        me.click("test-and-save");
        me.see("page-done");
        listen("done");
        assertEquals(List.of(), nameless);
    }

    private void listen(String page) {
        nameless.addAll(me.onWindow(
                () -> AccessibleNames.in(me.window().scene().getRoot())
                        .map(control -> page + ": " + control)
                        .toList()));
    }
}
