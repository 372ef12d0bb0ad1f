package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.pages.signin.FoundApps.Proposal;
import app.keyturn.pages.signin.FoundApps.Reason;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.testkit.Apps;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoundAppsTest {
    private final ProvisioningApp school = Apps.of(Portal.SCHOOL, "school");
    private final ProvisioningApp business = Apps.of(Portal.BUSINESS, "business");
    private final ProvisioningApp off = Apps.of(Portal.SCHOOL, "off",
            Apps.job(Schedule.DISABLED, Optional.of(Apps.NOVEMBER)));
    private final ProvisioningApp older = Apps.of(Portal.SCHOOL, "older",
            Apps.job(Schedule.ACTIVE, Optional.of(Apps.OCTOBER)));

    @Test
    void aSingleAppNeedsNoChoice() {
        assertEquals(Optional.of(business), found(business).onlyChoice(Portal.SCHOOL));
    }

    @Test
    void theOnlyAppOfThePortalNeedsNoChoice() {
        assertEquals(Optional.of(school), found(business, school).onlyChoice(Portal.SCHOOL));
        assertEquals(Optional.of(business), found(business, school).onlyChoice(Portal.BUSINESS));
    }

    @Test
    void appsThatCannotBeRenewedForceNoChoice() {
        ProvisioningApp noJob = Apps.of(Portal.SCHOOL, "no-job", new SyncJob[0]);
        assertEquals(Optional.of(school),
                found(Apps.oidc("oidc"), Apps.oauth("oauth"), noJob, school).onlyChoice(Portal.SCHOOL));
    }

    @Test
    void twoAppsOfThePortalNeedAChoice() {
        assertEquals(Optional.empty(), found(school, off).onlyChoice(Portal.SCHOOL));
    }

    @Test
    void anAppOfTheOtherPortalDoesNotReplaceOneWithNothingToRenew() {
        assertEquals(Optional.empty(), found(Apps.oidc("oidc"), business).onlyChoice(Portal.SCHOOL));
        assertEquals(Optional.empty(), found(Apps.oidc("oidc"), business).proposal(Portal.SCHOOL, Optional.empty()));
    }

    @Test
    void theOnlyAppOfThePortalIsPreselected() {
        assertEquals(Optional.of(new Proposal(school, Reason.SITE)),
                found(business, school).proposal(Portal.SCHOOL, Optional.empty()));
    }

    @Test
    void ofTwoAppsTheActiveOneIsPreselected() {
        assertEquals(Optional.of(new Proposal(older, Reason.SWITCHED_ON)),
                found(off, older).proposal(Portal.SCHOOL, Optional.empty()));
    }

    @Test
    void ofTwoActiveAppsTheOneThatSucceededLastIsPreselected() {
        assertEquals(Optional.of(new Proposal(school, Reason.SUCCEEDED_LAST)),
                found(older, school, off).proposal(Portal.SCHOOL, Optional.empty()));
    }

    @Test
    void theAppRenewedLastIsPreselectedBeforeAllOthers() {
        assertEquals(Optional.of(new Proposal(off, Reason.KNOWN)),
                found(older, school, off).proposal(Portal.SCHOOL, Optional.of("off")));
        assertEquals(Optional.of(new Proposal(off, Reason.KNOWN)),
                found(older, school, off).proposal(Portal.SCHOOL, Optional.of("OFF")));
        assertEquals(Optional.of(new Proposal(school, Reason.KNOWN)),
                found(school, business).proposal(Portal.SCHOOL, Optional.of("school")));
    }

    @Test
    void anAppRenewedLastIsIgnoredIfNotFoundOrOfTheOtherPortal() {
        assertEquals(Optional.of(new Proposal(school, Reason.SUCCEEDED_LAST)),
                found(older, school).proposal(Portal.SCHOOL, Optional.of("gone")));
        assertEquals(Optional.of(new Proposal(school, Reason.SITE)),
                found(business, school).proposal(Portal.SCHOOL, Optional.of("business")));
        assertEquals(Optional.empty(),
                found(Apps.oauth("oauth"), business).proposal(Portal.SCHOOL, Optional.of("oauth")));
    }

    @Test
    void withoutADifferenceNoAppIsPreselected() {
        ProvisioningApp same = Apps.of(Portal.SCHOOL, "same");
        assertEquals(Optional.empty(), found(school, same).proposal(Portal.SCHOOL, Optional.empty()));
        assertEquals(Optional.empty(), found(off, Apps.of(Portal.SCHOOL, "off-too",
                Apps.job(Schedule.PAUSED, Optional.empty()))).proposal(Portal.SCHOOL, Optional.empty()));
    }

    @Test
    void anAppFoundAgainIsListedOnce() {
        ProvisioningApp again = Apps.of(Portal.BUSINESS, "school");
        assertEquals(List.of(off, again), found(school, off).plus(SearchResult.of(List.of(again))).apps());
    }

    @Test
    void aSingleAppThatDoesNotFitNeedsAChoiceIfAnotherMayBeTheRightOne() {
        assertEquals(Optional.empty(), incomplete(business).onlyChoice(Portal.SCHOOL));
        assertEquals(Optional.empty(), unread(Apps.oidc("oidc")).onlyChoice(Portal.SCHOOL));
    }

    @Test
    void theOnlyAppOfThePortalIsChosenByTheUsualRuleWhateverElseCannotBeRead() {
        assertEquals(Optional.of(school), unread(business, school).onlyChoice(Portal.SCHOOL));
        assertEquals(Optional.of(school), incomplete(school).onlyChoice(Portal.SCHOOL));
    }

    @Test
    void anUnreadAppThatIsFoundLaterIsNoLongerUnread() {
        FoundApps before = unread(school);
        FoundApps found = before.plus(SearchResult.of(List.of(Apps.of(Portal.SCHOOL, "unread"))));
        assertEquals(List.of(), found.unread());
        assertEquals(2, found.apps().size());
        assertEquals(1, before.plus(SearchResult.of(List.of(business))).unread().size());
        SearchResult nothingToDoWithApple = new SearchResult(List.of(), List.of(), Set.of("unread"),
                new Rest.Nothing());
        assertEquals(List.of(), before.plus(nothingToDoWithApple).unread());
    }

    @Test
    void onlyASearchThroughAllAppsTakesAwayWhatAnEarlierOneHasLeft() {
        assertEquals(new Rest.OtherNames(10), incomplete(school).plus(SearchResult.of(List.of(business))).rest());
        assertEquals(new Rest.Nothing(), incomplete(school).plusAll(SearchResult.of(List.of(business))).rest());
    }

    @Test
    void whatIsReadAgainReplacesTheUnreadAndNothingElse() {
        FoundApps found = unread(school).afterReadingAgain(SearchResult.of(List.of(business)));
        assertEquals(List.of(school, business), found.apps());
        assertTrue(found.isComplete());
        assertEquals(1, unread(school).afterReadingAgain(
                new SearchResult(List.of(), List.of(Apps.unread("unread")), Set.of(), new Rest.Nothing()))
                .unread()
                .size());
    }

    private static FoundApps unread(ProvisioningApp... apps) {
        return FoundApps.of(new SearchResult(List.of(apps), List.of(Apps.unread("unread")), Set.of(),
                new Rest.Nothing()));
    }

    private static FoundApps incomplete(ProvisioningApp... apps) {
        return FoundApps.of(new SearchResult(List.of(apps), List.of(), Set.of(), new Rest.OtherNames(10)));
    }

    private static FoundApps found(ProvisioningApp... apps) {
        return FoundApps.of(SearchResult.of(List.of(apps)));
    }
}
