package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.testkit.Apps;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page says about the organisation, the address, the jobs and the present token. */
class PageTextTest {
    private static final CredentialTest PASSED = new CredentialTest.Passed(Instant.EPOCH, Optional.empty());

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final AddressText addresses = new AddressText(messages);
    private final TargetText targets = new TargetText(messages, new SyncText(messages, ZoneOffset.UTC));
    private final TenantText tenants = new TenantText(messages);
    private final Account account = new Account("it@maple.example", "1a431e7d");

    @Test
    void anOrganisationIsCalledByItsName() {
        assertEquals("Maple Street School", tenants.name(new SignedIn(account, "Maple Street School")));
    }

    @Test
    void whereTheNameMayNotBeReadTheDomainStandsWithTheTenantId() {
        assertEquals("maple.example (tenant ID 1a431e7d)", tenants.name(new SignedIn(account, account.domain())));
    }

    @Test
    void whereNothingWasFoundItIsSaidWhereWasLookedAndAsWhom() {
        String where = tenants.searched(new SignedIn(account, "Maple Street School"));
        assertTrue(where.contains("Maple Street School"));
        assertTrue(where.contains("it@maple.example"));
    }

    @Test
    void theChosenSitesAddressIsNoReasonForAWarning() {
        assertEquals(Optional.empty(), addresses.warning(Apps.of(Portal.SCHOOL, "1"), Portal.SCHOOL));
        assertEquals("Apple School Manager’s address.", addresses.site(Apps.of(Portal.SCHOOL, "1")));
    }

    @Test
    void flagsBehindTheAddressAreNamedAndAreNoReasonForAWarning() {
        ProvisioningApp flags = Apps.at(Portal.SCHOOL.tenantUrl().text() + "?aadOptscim062020", "1");
        assertEquals(Optional.empty(), addresses.warning(flags, Portal.SCHOOL));
        assertTrue(addresses.site(flags).endsWith(messages.text("signin.address.flags")));
    }

    @Test
    void theOtherSitesAddressNamesBothSites() {
        String warning = addresses.warning(Apps.of(Portal.BUSINESS, "1"), Portal.SCHOOL).orElseThrow();
        assertEquals(messages.text("signin.address.other", "Apple School Manager", "Apple Business"), warning);
        assertEquals(messages.text("signin.address.other", "Apple Business", "Apple School Manager"),
                addresses.warning(Apps.of(Portal.SCHOOL, "1"), Portal.BUSINESS).orElseThrow());
    }

    @Test
    void aMissingAddressAndOneElsewhereAreNamed() {
        assertEquals(messages.text("signin.address.none"), addresses.site(Apps.withoutAddress("1")));
        assertEquals(messages.text("signin.address.missing", "Apple School Manager", "Apple Business"),
                addresses.warning(Apps.withoutAddress("1"), Portal.SCHOOL).orElseThrow());
        ProvisioningApp elsewhere = Apps.at("https://scim.example/v2?x", "1");
        assertEquals(messages.text("signin.address.elsewhere"), addresses.site(elsewhere));
        assertEquals(messages.text("signin.address.foreign", "Apple School Manager", "Apple Business"),
                addresses.warning(elsewhere, Portal.SCHOOL).orElseThrow());
    }

    @Test
    void aPassedTestAndARefusedTokenBothShowThatTheAccountMayRenew() {
        Target passed = target(PASSED);
        assertEquals(messages.text("signin.present.works"), targets.present(passed));
        assertTrue(targets.allowed(passed));
        Target refused = target(failed(ProblemCode.TOKEN_REJECTED));
        assertEquals(messages.text("signin.present.rejected"), targets.present(refused));
        assertTrue(targets.allowed(refused));
    }

    @Test
    void aTestThatCouldNotBeMadeShowsNothingAboutTheAccount() {
        for (ProblemCode reason : List.of(ProblemCode.TOKEN_NOT_CHECKED,
                ProblemCode.TOKEN_TEST_FAILED)) {
            Target unknown = target(failed(reason));
            assertEquals(messages.text("signin.present.unchecked"), targets.present(unknown));
            assertFalse(targets.allowed(unknown));
        }
    }

    @Test
    void ofSeveralJobsTheOneThatIsOnIsTestedAndSaysWhy() {
        SyncJob off = Apps.job("off", Schedule.DISABLED, Optional.empty());
        SyncJob on = Apps.job("on", Schedule.ACTIVE, Optional.empty());
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1", off, on);
        List<String> rows = targets.jobs(new Target(app, app.job().orElseThrow(), Optional.empty()));
        assertEquals(List.of(messages.text("sync.DISABLED"),
                messages.text("sync.ACTIVE") + " " + messages.text("signin.jobs.tested")), rows);
    }

    @Test
    void whereNoJobIsOnTheFirstIsTestedAndSaysWhy() {
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1", Apps.job("a", Schedule.PAUSED, Optional.empty()),
                Apps.job("b", Schedule.PAUSED, Optional.empty()));
        List<String> rows = targets.jobs(new Target(app, app.job().orElseThrow(), Optional.empty()));
        assertTrue(rows.getFirst().endsWith(messages.text("signin.jobs.tested.first")));
        assertEquals(messages.text("sync.PAUSED"), rows.getLast());
    }

    private static Target target(CredentialTest test) {
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1");
        return new Target(app, app.job().orElseThrow(), Optional.of(new Baseline(test, Instant.EPOCH)));
    }

    private static CredentialTest failed(ProblemCode reason) {
        return new CredentialTest.Failed(new Problem(reason, Diagnostics.at(Instant.EPOCH)));
    }
}
