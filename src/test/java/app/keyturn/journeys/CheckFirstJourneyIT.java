package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** The check of Microsoft first, then the rest in either order: nothing is lost, and the rail is right. */
class CheckFirstJourneyIT extends JourneyTest {
    private static final List<String> USUAL = List.of("start", "apple", "sign-in", "token", "save", "done");
    private static final List<String> CHECKING = List.of("start", "sign-in", "apple", "token", "save", "done");

    @Test
    void theCheckIsRecommendedFirstAndTheRenewalAfterIt() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.waitForMessage("start-advice", "start.advice.CHECK_FIRST");
        check();
        user.click("back");
        user.waitForMessage("start-advice", "start.advice.CHECKED");
    }

    @Test
    void afterTheCheckTheGuideShowsWhatAppleMustShow() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        user.click("next");
        user.waitForText("checked-address", Portal.SCHOOL.tenantUrl().text());
        assertEquals("Maple Street School", user.read("checked-organisation"));
        assertFalse(user.read("checked-app").isBlank());
        assertFalse(user.read("checked-sync").isBlank());
        assertFalse(user.isInSight("checked-warning"));
        user.expand("colleague-part");
        user.click("colleague-request");
        String letter = user.desktop().paste().orElseThrow();
        assertTrue(letter.contains(user.read("checked-organisation")));
        assertTrue(letter.contains(user.read("checked-app")));
        assertTrue(letter.contains("Cloud Application Administrator"));
    }

    @Test
    void goingBackAndForthAfterTheCheckLosesNothing() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        assertRailShows(CHECKING, "sign-in");
        String account = user.read("account");
        user.click("next");
        assertRailShows(CHECKING, "apple");
        String token = user.generateAndKeepToken();
        user.click("back");
        user.waitForText("account", account);
        user.click("next");
        user.waitForMessage("apple-message", "apple.kept");
        user.click("next");
        user.waitForText("token", token);
        assertRailShows(CHECKING, "token");
        user.confirmAndSave();
        user.waitForSync();
        assertEquals(1, user.world().saveCount());
        assertFalse(Files.exists(folder.resolve("data")), "practice leaves nothing in the expiry book");
    }

    @Test
    void aRenewalAfterTheCheckHasTheUsualOrderAndPassesTheSignInWithOnePress() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        String account = user.read("account");
        user.click("next");
        String token = user.generateAndKeepToken();
        user.click("back");
        user.waitFor("page-sign-in");
        user.click("back");
        user.waitFor("page-start");
        assertRailShows(USUAL, "start");
        user.click("next");
        user.waitFor("page-apple");
        assertRailShows(USUAL, "apple");
        user.click("next");
        user.waitForText("account", account);
        user.waitForMessage("present-token", "signin.present.works");
        assertRailShows(USUAL, "sign-in");
        user.click("next");
        user.waitForText("token", token);
        user.click("back");
        user.waitForText("account", account);
    }

    @Test
    void aCheckAfterTheTokenWasGeneratedKeepsTheToken() {
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        user.goToApplePage(Portal.SCHOOL);
        String token = user.generateAndKeepToken();
        user.click("back");
        check();
        user.click("next");
        user.waitForMessage("apple-message", "apple.kept");
        user.click("next");
        user.waitForText("token", token);
    }

    /** From the start page to the result of the check. */
    private void check() {
        user.click("portal-school");
        user.click("only-check");
        user.waitFor("page-sign-in");
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("know Microsoft’s side", () -> user.isEnabled("next"));
    }

    private void assertRailShows(List<String> order, String front) {
        int now = order.indexOf(front);
        List<String> expected = Stream.iterate(0, place -> place < order.size(), place -> place + 1)
                .map(place -> user.message(
                        place == now ? "frame.rail.now" : place < now ? "frame.rail.done" : "frame.rail.to-come",
                        place + 1, order.size(), user.message("frame.step." + order.get(place))))
                .toList();
        assertEquals(expected, user.onWindow(() -> ((Parent) user.node("rail-steps")).getChildrenUnmodifiable()
                .stream()
                .map(row -> row.getAccessibleText())
                .toList()));
    }
}
