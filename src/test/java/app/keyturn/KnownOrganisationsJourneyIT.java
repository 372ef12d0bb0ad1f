package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.aftercare.Entries;
import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Whoever has renewed before. Nothing here reaches the real world: nobody signs in. */
class KnownOrganisationsJourneyIT extends JourneyTest {
    @Test
    void oneOfThemIsBegunWithByOnePress() throws IOException {
        note("Maple School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        note("Oak Company", Portal.BUSINESS, "2222", LocalDate.of(2998, 1, 1));
        me.enterEarnest();
        me.seeMessage("start-advice", "start.advice.BEGIN");
        assertTrue(me.read("known-1").startsWith("Oak Company, Apple Business: expires on "));
        assertTrue(me.read("known-2").startsWith("Maple School, Apple School Manager: "));
        assertFalse(me.isInSight("known-more"));
        me.click("known-1");
        me.see("page-apple");
        me.see("open-portal", me.message("apple.open.BUSINESS"));
        me.click("next");
        me.see("page-sign-in");
        me.see("other-tenant-name", "2222");
    }

    @Test
    void nothingKnownTakesNoRoomAndPracticeKnowsNobody() throws IOException {
        me.enterEarnest();
        assertFalse(me.isInSight("known-organisations"));
        note("Maple School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        me.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        assertFalse(me.isInSight("known-organisations"));
        me.enterEarnest();
        me.see("known-1");
        assertEquals(1, me.book().entries().size());
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        me.book()
                .putBack(Entries.of(portal, name, tenantId, Expiry.confirmed(expires)));
    }
}
