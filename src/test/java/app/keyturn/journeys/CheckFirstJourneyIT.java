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

/** Microsoft's side first, and then in whichever order: nothing is lost, and the rail tells the truth. */
class CheckFirstJourneyIT extends JourneyTest {
    private static final List<String> USUAL = List.of("start", "apple", "sign-in", "token", "save", "done");
    private static final List<String> CHECKING = List.of("start", "sign-in", "apple", "token", "save", "done");

    @Test
    void theCheckIsRecommendedTheFirstTimeAndBeginAfterIt() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.seeMessage("start-advice", "start.advice.CHECK_FIRST");
        check();
        me.click("back");
        me.seeMessage("start-advice", "start.advice.CHECKED");
    }

    @Test
    void afterTheCheckTheGuideKnowsWhatAppleMustShow() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        me.click("next");
        me.see("checked-address", Portal.SCHOOL.tenantUrl().text());
        assertEquals("Maple Street School", me.read("checked-organisation"));
        assertFalse(me.read("checked-app").isBlank());
        assertFalse(me.read("checked-sync").isBlank());
        assertFalse(me.isInSight("checked-warning"));
        me.unfold("colleague-part");
        me.click("colleague-request");
        String letter = me.desktop().paste().orElseThrow();
        assertTrue(letter.contains(me.read("checked-organisation")));
        assertTrue(letter.contains(me.read("checked-app")));
        assertTrue(letter.contains("Cloud Application Administrator"));
    }

    @Test
    void backAndForthInTheOrderOfTheCheckNothingIsLost() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        assertRail(CHECKING, "sign-in");
        String account = me.read("account");
        me.click("next");
        assertRail(CHECKING, "apple");
        String token = me.generateAndKeep();
        me.click("back");
        me.see("account", account);
        me.click("next");
        me.seeMessage("apple-message", "apple.kept");
        me.click("next");
        me.see("token", token);
        assertRail(CHECKING, "token");
        me.confirmAndSave();
        me.seeTheSync();
        assertEquals(1, me.world().puts());
        assertFalse(Files.exists(folder.resolve("data")), "practice leaves nothing in the expiry book");
    }

    @Test
    void beginAfterTheCheckTakesTheUsualOrderAndPassesTheSignInWithOnePress() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        check();
        String account = me.read("account");
        me.click("next");
        String token = me.generateAndKeep();
        me.click("back");
        me.see("page-sign-in");
        me.click("back");
        me.see("page-start");
        assertRail(USUAL, "start");
        me.click("next");
        me.see("page-apple");
        assertRail(USUAL, "apple");
        me.click("next");
        me.see("account", account);
        me.seeMessage("present-token", "signin.present.works");
        assertRail(USUAL, "sign-in");
        me.click("next");
        me.see("token", token);
        me.click("back");
        me.see("account", account);
    }

    @Test
    void theCheckAfterTheTokenIsMadeKeepsTheToken() {
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        me.begin(Portal.SCHOOL);
        String token = me.generateAndKeep();
        me.click("back");
        check();
        me.click("next");
        me.seeMessage("apple-message", "apple.kept");
        me.click("next");
        me.see("token", token);
    }

    /** From the start page to what was found. */
    private void check() {
        me.click("portal-school");
        me.click("only-check");
        me.see("page-sign-in");
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("know Microsoft’s side", () -> me.isEnabled("next"));
    }

    private void assertRail(List<String> order, String front) {
        int now = order.indexOf(front);
        List<String> expected = Stream.iterate(0, place -> place < order.size(), place -> place + 1)
                .map(place -> me.message(
                        place == now ? "frame.rail.now" : place < now ? "frame.rail.done" : "frame.rail.to-come",
                        place + 1, order.size(), me.message("frame.step." + order.get(place))))
                .toList();
        assertEquals(expected, me.onWindow(() -> ((Parent) me.found("rail-steps")).getChildrenUnmodifiable()
                .stream()
                .map(row -> row.getAccessibleText())
                .toList()));
    }
}
