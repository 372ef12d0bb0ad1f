package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Portal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands around a problem, and the way out by hand. */
class ProblemJourneyIT extends JourneyTest {
    @Test
    void aProblemHasAllItsPartsAndFinishingByHandLosesNothing() {
        me.enterPractice(Portal.SCHOOL, Scenario.WRONG_TOKEN);
        String token = me.beginAndKeepAToken(Portal.SCHOOL);
        me.signInAndGoOn();
        me.click("confirm-expiry");
        me.click("next");
        me.click("test-and-save");
        List.of("problem", "problem-title", "problem-code", "problem-changed", "problem-action", "problem-details",
                "by-hand").forEach(me::see);
        assertEquals("problem-title", me.focused());
        for (String step : List.of("step-save", "step-check", "step-resume")) {
            assertTrue(me.read(step).endsWith(me.message("save.spoken.WAITING")), me.read(step));
        }
        assertTrue(me.read("step-test").endsWith(me.message("save.spoken.FAILED")), me.read("step-test"));

        me.click("problem-details");
        String details = me.desktop().paste().orElse("");
        assertTrue(details.contains("TOKEN-REJECTED") && details.contains("Keyturn 1.2.3"), details);
        assertFalse(details.contains(token));

        me.click("by-hand");
        me.see("page-by-hand");
        assertFalse(me.isInSight("problem"));
        me.click("copy-address");
        assertEquals(Optional.of(Portal.SCHOOL.tenantUrl().text()), me.desktop().paste());
        me.click("copy-token");
        assertEquals(Optional.of(token), me.desktop().paste());
        assertFalse(me.isInSight("open-app-page"), "in practice there is no page in Microsoft's portal");

        me.click("back");
        me.see("page-save");
        me.see("problem-code", "TOKEN-REJECTED");
        assertTrue(me.isInSight("rail-signed-in"));
        me.click("back");
        me.see("token", token);
        assertEquals(0, me.world().puts());
    }
}
