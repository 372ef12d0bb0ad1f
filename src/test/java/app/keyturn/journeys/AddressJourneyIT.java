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

/** The address that accounts are sent to is never changed silently. */
class AddressJourneyIT extends JourneyTest {
    @ParameterizedTest
    @EnumSource(value = Scenario.class, names = {"OTHER_PORTAL", "NO_ADDRESS"})
    void anAddressOfAnotherPortalIsChangedOnlyAfterConsent(Scenario scenario) {
        user.enterPractice(Portal.SCHOOL, scenario);
        Map<String, String> before = user.world().storedPairs();
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitFor("address-warning");
        user.inspectBriefly("sign-in-" + scenario.id());
        user.click("next");
        user.confirmAndSubmit();
        user.waitFor("question-text");
        user.inspectBriefly("save-question-" + scenario.id());
        assertEquals(before, user.world().storedPairs());

        user.click("agree");
        user.waitFor("page-done");
        Map<String, String> after = new HashMap<>(withToken(before, token));
        after.put("BaseAddress", Portal.SCHOOL.tenantUrl().text());
        assertEquals(after, user.world().storedPairs());
        assertEquals(1, user.world().saveCount());
    }

    @Test
    void flagsInTheAddressNeedNoConsentAndAreKept() {
        user.enterPractice(Portal.SCHOOL, Scenario.ADDRESS_WITH_FLAGS);
        Map<String, String> before = user.world().storedPairs();
        assertTrue(before.getOrDefault("BaseAddress", "").contains("?"));
        String token = user.goToSignInWithToken(Portal.SCHOOL);
        user.signInAs(Choice.ADMINISTRATOR);
        user.waitUntil("go on", () -> user.isEnabled("next"));
        assertFalse(user.isInSight("address-warning"));
        user.click("next");
        user.confirmAndSave();
        assertEquals(withToken(before, token), user.world().storedPairs());
    }
}
