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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page says about the organisation, the address, the jobs and the present token. */
class SignInTextTest {
    private static final CredentialTest PASSED = new CredentialTest.Passed(Instant.EPOCH, Optional.empty());

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final SignInText text = new SignInText(messages, new SyncText(messages, Clock.systemUTC()));
    private final Account account = new Account("it@maple.example", "1a431e7d");

    @Test
    void anOrganisationIsShownByItsName() {
        assertEquals("Maple Street School", text.organisation(new SignedIn(account, "Maple Street School")));
    }

    @Test
    void withoutANameTheDomainIsShownWithTheTenantId() {
        assertEquals("maple.example (tenant ID 1a431e7d)", text.organisation(new SignedIn(account, account.domain())));
    }

    @Test
    void aSearchWithoutResultNamesOrganisationAndAccount() {
        String where = text.searchedWhere(new SignedIn(account, "Maple Street School"));
        assertTrue(where.contains("Maple Street School"));
        assertTrue(where.contains("it@maple.example"));
    }

    @Test
    void theChosenPortalsAddressNeedsNoWarning() {
        assertEquals(Optional.empty(), text.addressWarning(Apps.of(Portal.SCHOOL, "1"), Portal.SCHOOL));
        assertEquals("Apple School Manager’s address.", text.address(Apps.of(Portal.SCHOOL, "1")));
    }

    @Test
    void flagsAfterTheAddressAreMentionedWithoutAWarning() {
        ProvisioningApp flags = Apps.at(Portal.SCHOOL.tenantUrl().text() + "?aadOptscim062020", "1");
        assertEquals(Optional.empty(), text.addressWarning(flags, Portal.SCHOOL));
        assertTrue(text.address(flags).endsWith(messages.text("signin.address.flags")));
    }

    @Test
    void theOtherPortalsAddressNamesBothPortals() {
        String warning = text.addressWarning(Apps.of(Portal.BUSINESS, "1"), Portal.SCHOOL).orElseThrow();
        assertEquals(messages.text("signin.address.other", "Apple School Manager", "Apple Business"), warning);
        assertEquals(messages.text("signin.address.other", "Apple Business", "Apple School Manager"),
                text.addressWarning(Apps.of(Portal.SCHOOL, "1"), Portal.BUSINESS).orElseThrow());
    }

    @Test
    void missingAndForeignAddressesAreReported() {
        assertEquals(messages.text("signin.address.none"), text.address(Apps.withoutAddress("1")));
        assertEquals(messages.text("signin.address.missing", "Apple School Manager", "Apple Business"),
                text.addressWarning(Apps.withoutAddress("1"), Portal.SCHOOL).orElseThrow());
        ProvisioningApp elsewhere = Apps.at("https://scim.example/v2?x", "1");
        assertEquals(messages.text("signin.address.elsewhere"), text.address(elsewhere));
        assertEquals(messages.text("signin.address.foreign", "Apple School Manager", "Apple Business"),
                text.addressWarning(elsewhere, Portal.SCHOOL).orElseThrow());
    }

    @Test
    void aPassedTestAndARejectedTokenProveThatTheAccountMayRenew() {
        Target passed = target(PASSED);
        assertEquals(messages.text("signin.present.works"), text.presentToken(passed));
        assertTrue(text.mayRenew(passed));
        Target refused = target(failed(ProblemCode.TOKEN_REJECTED));
        assertEquals(messages.text("signin.present.rejected"), text.presentToken(refused));
        assertTrue(text.mayRenew(refused));
    }

    @Test
    void aFailedTestProvesNothingAboutTheAccount() {
        for (ProblemCode reason : List.of(ProblemCode.TOKEN_NOT_CHECKED,
                ProblemCode.TOKEN_TEST_FAILED)) {
            Target unknown = target(failed(reason));
            assertEquals(messages.text("signin.present.unchecked"), text.presentToken(unknown));
            assertFalse(text.mayRenew(unknown));
        }
    }

    @Test
    void ofSeveralJobsTheActiveOneIsTestedAndSaysWhy() {
        SyncJob off = Apps.job("off", Schedule.DISABLED, Optional.empty());
        SyncJob on = Apps.job("on", Schedule.ACTIVE, Optional.empty());
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1", off, on);
        List<String> rows = text.jobs(new Target(app, app.job().orElseThrow(), Optional.empty()));
        assertEquals(List.of(messages.text("sync.DISABLED"),
                messages.text("sync.ACTIVE") + " " + messages.text("signin.jobs.tested")), rows);
    }

    @Test
    void withoutAnActiveJobTheFirstIsTestedAndSaysWhy() {
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1", Apps.job("a", Schedule.PAUSED, Optional.empty()),
                Apps.job("b", Schedule.PAUSED, Optional.empty()));
        List<String> rows = text.jobs(new Target(app, app.job().orElseThrow(), Optional.empty()));
        assertTrue(rows.getFirst().endsWith(messages.text("signin.jobs.tested.first")));
        assertEquals(messages.text("sync.PAUSED"), rows.getLast());
    }

    @Test
    void theErrorNumberIsFoundInCopiedText() {
        String blocked = text.errorHelp("50105", false);
        assertEquals(messages.text("aadsts.50105"), blocked);
        assertEquals(blocked, text.errorHelp("Error AADSTS50105: 2 of 3, 2026-11-22", false));
        assertEquals("", text.errorHelp("12", false));
        assertEquals("", text.errorHelp("123456789012", false));
    }

    @Test
    void theHelpNamesTheAppThatSignsIn() {
        assertTrue(text.errorHelp("50105", false).contains("Microsoft Graph Command Line Tools"));
        assertEquals(messages.text("aadsts.50105.own"), text.errorHelp("50105", true));
        assertFalse(text.errorHelp("50105", true).contains("Command Line"));
    }

    @Test
    void anOwnAppHasTheGeneralHelpIfItHasNoneOfItsOwn() {
        assertEquals(text.errorHelp("53003", false), text.errorHelp("53003", true));
    }

    @Test
    void aRequestIsOfferedWhereAColleagueCanHelp() {
        assertEquals(Optional.of(ProblemCode.Request.CUSTOMER), text.errorRequest("AADSTS90099: Words"));
        assertEquals(Optional.of(ProblemCode.Request.RULE), text.errorRequest("Error code: 53003"));
        assertEquals(Optional.empty(), text.errorRequest("AADSTS50126"));
        assertEquals(Optional.empty(), text.errorRequest("AADSTS99999"));
        assertEquals(Optional.empty(), text.errorRequest(""));
    }

    @Test
    void anUnknownErrorNumberIsRepeatedForTheSupport() {
        assertTrue(text.errorHelp("1234567", false).contains("AADSTS1234567"));
    }

    private static Target target(CredentialTest test) {
        ProvisioningApp app = Apps.of(Portal.SCHOOL, "1");
        return new Target(app, app.job().orElseThrow(), Optional.of(new Baseline.Tested(test, Instant.EPOCH)));
    }

    private static CredentialTest failed(ProblemCode reason) {
        return new CredentialTest.Failed(new Problem(reason, Diagnostics.at(Instant.EPOCH)));
    }
}
