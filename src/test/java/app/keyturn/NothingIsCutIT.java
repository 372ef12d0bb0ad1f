package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.PracticeSettings;
import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.Reach;
import app.keyturn.renewal.ServiceProblem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page, in a window as it opens and in a low one: no word is cut short. It leaves pictures of them all. */
class NothingIsCutIT extends JourneyTest {
    /** No sync comes in between while a page is looked at. */
    private static final Duration TO_THE_NEXT_SYNC = Duration.ofMinutes(20);

    private final CutWords cut = new CutWords();

    @Override
    PracticeSettings practice(PracticeSettings usual) {
        return usual.withCycles(TO_THE_NEXT_SYNC, Duration.ofSeconds(1));
    }

    @AfterEach
    void everyWordWasThere() {
        assertEquals(List.of(), cut.found());
    }

    @Test
    void inEarnestUpToTheSignIn() throws IOException {
        me.enterEarnest();
        look("start-earnest-empty");
        me.click("only-check");
        look("start-earnest-choose-first");
        note("Maple Street School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        note("Oak Company", Portal.BUSINESS, "2222", LocalDate.of(2998, 1, 1));
        me.enterEarnest();
        me.click("portal-school");
        look("start-earnest-known");
        me.unfold("oidc-part");
        look("start-earnest-concerns-me");
        me.click("next");
        me.see("page-apple");
        look("apple-earnest");
        me.unfold("other-screen");
        look("apple-earnest-other-screens");
        me.unfold("other-screen");
        me.unfold("have-token-part");
        look("apple-earnest-have-token");
        me.unfold("have-token-part");
        me.unfold("colleague-part");
        look("apple-earnest-colleague");
        me.unfold("colleague-part");
        me.click("open-portal");
        look("apple-earnest-opened");
        me.desktop().copy("https://example.com");
        me.click("keep-token");
        look("apple-earnest-refused");
        me.desktop().copy("short");
        me.click("keep-token");
        look("apple-earnest-doubt");
        me.desktop().copy("0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh");
        me.click("keep-token");
        look("apple-earnest-kept");
        me.click("next");
        me.see("page-sign-in");
        look("sign-in-earnest");
        me.click("other-tenant");
        look("sign-in-earnest-other-organisation");
        me.click("settings");
        me.see("page-settings");
        look("settings");
        me.click("settings-save");
        look("settings-saved");
        scrollDown();
        look("settings-log");
    }

    @Test
    void whereTheNetworkIsInTheWay() {
        Optional<Problem> nothing = Optional.empty();
        Optional<Problem> noName = fault(ServiceProblem.Reason.NET_NO_NAME);
        Optional<Problem> asks = fault(ServiceProblem.Reason.NET_PROXY_PASSWORD);
        Optional<Problem> inspected = Optional.of(new ServiceProblem(ServiceProblem.Reason.NET_INSPECTED,
                Optional.of("Maple Street School web filter 2026"), Changed.NOTHING, Details.at(Instant.EPOCH)));
        Optional<Problem> clock = Optional.of(
                ServiceProblem.clockWrong(Duration.ofHours(2), Changed.NOTHING, Details.at(Instant.EPOCH)));
        network("no-name", noName, noName);
        network("clock", clock, clock);
        network("two", inspected, noName);
        network("strange", nothing, fault(ServiceProblem.Reason.NET_STRANGE_ANSWER));
        network("proxy", asks, asks);
        me.holdTheNetwork();
        me.network(new Reach.Open());
        me.click("network-again");
        look("start-network-looking");
        me.letTheNetwork();
        me.seeMessage("network-title", "start.network.open");
        look("start-network-open");
    }

    @Test
    void inPracticeFromStartToGreen() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        look("start-practice");
        open(true);
        look("start-practice-stories");
        open(false);
        me.begin(Portal.SCHOOL);
        look("apple-practice");
        me.generateAndKeep();
        look("apple-practice-kept");
        me.click("next");
        look("sign-in-practice");
        me.click("sign-in");
        look("sign-in-practice-browser");
        me.answerInBrowser(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        look("sign-in-practice-known");
        me.click("next");
        me.see("page-token");
        look("token-kept");
        me.click("show-token");
        me.click("confirm-expiry");
        look("token-shown");
        me.desktop().copy("PRACTICE-short");
        me.click("paste-token");
        look("token-doubt");
        me.desktop().copy("https://federation.apple.com/feeds/school/scim");
        me.click("paste-token");
        look("token-refused");
        me.fill("token", "");
        look("token-empty");
        me.fill("token", "");
        me.click("back");
        me.click("back");
        me.click("open-portal");
        URI apple = me.nextPage();
        me.inBrowser(() -> {
            me.browser().revokeNewestToken(apple);
            return true;
        });
        me.generate(apple);
        me.click("keep-token");
        me.click("next");
        me.click("next");
        me.click("next");
        me.see("page-save");
        look("save-before");
        me.click("test-and-save");
        me.see("page-done");
        look("done-waiting");
        me.click("save-reminder");
        assertEquals("kept", me.focused());
        look("done-reminder");
        clock.leap(TO_THE_NEXT_SYNC);
        me.seeTheSync();
        me.click("save-receipt");
        look("done-receipt");
        scrollDown();
        look("done-afterwards");
    }

    @Test
    void afterTheCheck() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.click("portal-school");
        me.click("only-check");
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        look("sign-in-checked");
        me.click("next");
        me.see("page-apple");
        look("apple-checked");
        me.generateAndKeep();
        look("apple-checked-kept");
        me.click("back");
        me.click("back");
        look("start-checked");
    }

    @Test
    void whatGoesWrong() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.see("problem-code", "TOKEN-REJECTED");
        look("save-problem");
        me.click("by-hand");
        look("by-hand");
        me.click("copy-token");
        me.click("by-hand-done");
        look("by-hand-done");
        me.click("by-hand-receipt");
        assertEquals("by-hand-kept", me.focused());
        look("by-hand-kept");
    }

    @Test
    void byHandForTheSyncAlone() {
        me.enterPractice(Portal.SCHOOL, Scenario.QUARANTINE_DELETES);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndSave();
        me.see("sync-left-alone-title");
        look("done-left-alone");
        me.click("sync-by-hand");
        look("by-hand-sync");
    }

    @Test
    void mayNot() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_PERMISSION);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.USER_WITHOUT_ROLE);
        me.see("problem-code", "ROLE-MISSING");
        look("sign-in-may-not");
    }

    @Test
    void whereThereIsAQuestion() {
        me.enterPractice(Portal.SCHOOL, Scenario.OTHER_PORTAL);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndTry();
        me.see("question-text");
        look("save-question");
        assertFalse(me.isEnabled("test-and-save"), "the answer is what is waited for");
    }

    @Test
    void whereNoAppIsFound() {
        me.enterPractice(Portal.SCHOOL, Scenario.NO_APP);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.see("problem-code", "APP-NOT-FOUND");
        look("sign-in-no-app");
        Bounds field = me.onWindow(() -> {
            Node node = me.found("find-app");
            return node.localToScene(node.getLayoutBounds());
        });
        Bounds footer = me.onWindow(() -> {
            Node node = me.found("next").getParent();
            return node.localToScene(node.getLayoutBounds());
        });
        assertTrue(field.getMaxY() < footer.getMinY(), "the field is in sight without scrolling");
    }

    @Test
    void whereSyncIsPaused() {
        me.enterPractice(Portal.SCHOOL, Scenario.PAUSED);
        me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.confirmAndSave();
        me.see("sync-paused");
        me.seeMessage("done-title", "done.heading.saved");
        look("done-paused");
    }

    private void network(String name, Optional<Problem> signIn, Optional<Problem> graph) {
        me.network(new Reach.Barred(signIn, graph));
        me.enterEarnest();
        me.see("network-title");
        look("start-network-" + name);
    }

    private static Optional<Problem> fault(ServiceProblem.Reason reason) {
        return Optional.of(new ServiceProblem(reason, Changed.NOTHING, Details.at(Instant.EPOCH)));
    }

    private void open(boolean wanted) {
        me.onWindow(() -> {
            ComboBox<?> stories = (ComboBox<?>) me.found("practice-scenario");
            if (wanted) {
                stories.show();
            } else {
                stories.hide();
            }
            return true;
        });
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        me.book()
                .note(new ExpiryEntry(portal, name, tenantId, "Accounts to Apple", "aaaa", "it@maple.example",
                        Instant.EPOCH, Expiry.confirmed(expires)));
    }

    /** To the end of the page, whatever the window's height. */
    private void scrollDown() {
        me.onWindow(() -> {
            ((ScrollPane) me.window().scene().getRoot().lookup(".scroll-pane")).setVvalue(1);
            return true;
        });
    }

    /** Looks at the page in front, and at what has popped up over it. */
    private void look(String name) {
        cut.look(me, name);
    }
}
