package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The address accounts are sent to is never rewritten silently. */
class AddressJourneyIT extends JourneyTest {
    @ParameterizedTest
    @EnumSource(value = Scenario.class, names = {"OTHER_PORTAL", "NO_ADDRESS"})
    void anAddressThatIsNotThePortalsIsChangedOnlyOnceAPersonHasAgreed(Scenario story) {
        me.enterPractice(Portal.SCHOOL, story);
        Map<String, String> before = me.world().storedPairs();
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.see("address-warning");
        me.lookBriefly("sign-in-" + story.id());
        me.click("next");
        me.confirmAndTry();
        me.see("question-text");
        me.lookBriefly("save-question-" + story.id());
        assertEquals(before, me.world().storedPairs());

        me.click("agree");
        me.see("page-done");
        Map<String, String> after = new HashMap<>(StoredPairsView.withToken(before, token));
        after.put("BaseAddress", Portal.SCHOOL.tenantUrl().text());
        assertEquals(after, me.world().storedPairs());
        assertEquals(1, me.world().puts());
    }

    @Test
    void flagsBehindTheAddressAreNoReasonToAskAndAreKept() {
        me.enterPractice(Portal.SCHOOL, Scenario.ADDRESS_WITH_FLAGS);
        Map<String, String> before = me.world().storedPairs();
        assertTrue(before.getOrDefault("BaseAddress", "").contains("?"));
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAs(Choice.ADMINISTRATOR);
        me.waitUntil("go on", () -> me.isEnabled("next"));
        assertFalse(me.isInSight("address-warning"));
        me.click("next");
        me.confirmAndSave();
        assertEquals(StoredPairsView.withToken(before, token), me.world().storedPairs());
    }
}
