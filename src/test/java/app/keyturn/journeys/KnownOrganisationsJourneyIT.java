package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.ExpiryEntries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has renewed before. Nothing here reaches the real world: nobody signs in. */
class KnownOrganisationsJourneyIT extends JourneyTest {
    @Test
    void oneOfThemIsBegunWithByOnePress() throws IOException {
        note("Maple School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        note("Oak Company", Portal.BUSINESS, "2222", LocalDate.of(2998, 1, 1));
        me.enterEarnest();
        me.seeMessage("start-advice", "start.advice.BEGIN");
        me.see("known-renew", me.message("start.known.renew", "Oak Company"));
        assertEquals(List.of("Oak Company", "Maple School"),
                me.book().entries().stream().map(ExpiryEntry::tenantName).toList());
        me.click("known-renew");
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
        me.see("known-list");
        assertEquals(1, me.book().entries().size());
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        me.book()
                .restore(ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires)));
    }
}
