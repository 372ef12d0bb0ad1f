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

/** The list of organisations renewed before. No test signs in, so nothing reaches Microsoft. */
class KnownOrganisationsJourneyIT extends JourneyTest {
    @Test
    void aRenewalOfAKnownOrganisationStartsWithOnePress() throws IOException {
        note("Maple School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        note("Oak Company", Portal.BUSINESS, "2222", LocalDate.of(2998, 1, 1));
        user.enterRealMode();
        user.waitForMessage("start-advice", "start.advice.BEGIN");
        user.waitForText("known-renew", user.message("start.known.renew", "Oak Company"));
        assertEquals(List.of("Oak Company", "Maple School"),
                user.book().entries().stream().map(ExpiryEntry::tenantName).toList());
        user.click("known-renew");
        user.waitFor("page-apple");
        user.waitForText("open-portal", user.message("apple.open.BUSINESS"));
        user.click("next");
        user.waitFor("page-sign-in");
        user.waitForText("other-tenant-name", "2222");
    }

    @Test
    void anEmptyListTakesNoSpaceAndPracticeShowsNone() throws IOException {
        user.enterRealMode();
        assertFalse(user.isInSight("known-organisations"));
        note("Maple School", Portal.SCHOOL, "1111", LocalDate.of(2999, 1, 1));
        user.enterPractice(Portal.SCHOOL, Scenario.HEALTHY);
        assertFalse(user.isInSight("known-organisations"));
        user.enterRealMode();
        user.waitFor("known-list");
        assertEquals(1, user.book().entries().size());
    }

    private void note(String name, Portal portal, String tenantId, LocalDate expires) throws IOException {
        user.book()
                .restore(ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires)));
    }
}
