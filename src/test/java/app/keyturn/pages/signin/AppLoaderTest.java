package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.Apps;
import app.keyturn.testkit.FakeFrame;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppLoaderTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final RenewalState renewalState = new RenewalState();
    private final FakeOrganisation organisation = new FakeOrganisation();
    private final FakeTasks tasks = new FakeTasks();
    private final FakeFrame frame = new FakeFrame();
    private final SignInModel model = model();
    private final AppLoader loader = model.loader();
    private final ProvisioningApp school = Apps.of(Portal.SCHOOL, "school");
    private final ProvisioningApp second = Apps.of(Portal.SCHOOL, "second",
            Apps.job(Schedule.DISABLED, Optional.empty()));
    private final ProvisioningApp business = Apps.of(Portal.BUSINESS, "business");

    @BeforeEach
    void aSchool() {
        renewalState.portal().set(Portal.SCHOOL);
    }

    // --- Which app ---------------------------------------------------------------------------------------------------

    @Test
    void theMatchingAppIsChosenAndItsPresentTokenTested() {
        signInTo(business, school);
        assertEquals(school, target().app());
        assertEquals(List.of("school/job"), organisation.tested);
        assertEquals(State.KNOWN, state());
        assertTrue(model.ready().get());
    }

    @Test
    void amongSeveralAppsOneIsPreselectedWithTheReason() {
        signInTo(second, school);
        assertEquals(State.CHOOSING, state());
        assertEquals(school, loader.choice().selected().get());
        assertEquals(messages.text("signin.choose.why.SWITCHED_ON", "App school", "Apple School Manager"),
                loader.choice().reason().get());
        assertFalse(model.ready().get());
        loader.choose(second);
        assertEquals(second, target().app());
    }

    @Test
    void choosingAnotherAppOffersAllAndPreselectsTheCurrentOne() {
        signInTo(business, school);
        loader.anotherApp();
        assertEquals(State.CHOOSING, state());
        assertEquals(school, loader.choice().selected().get());
        assertEquals("", loader.choice().reason().get());
        assertTrue(loader.search().open().get());
        assertNull(renewalState.target().get());
    }

    @Test
    void choosingAnotherAppWithoutOthersOffersASearchAndKeepsTheCurrentOne() {
        signInTo(school);
        loader.anotherApp();
        assertTrue(loader.search().open().get());
        assertEquals(school, target().app());
    }

    @Test
    void anotherPortalNeedsAnotherApp() {
        signInTo(business, school);
        renewalState.portal().set(Portal.BUSINESS);
        assertEquals(business, target().app());
    }

    @Test
    void ofSeveralJobsTheActiveOneIsTested() {
        signInTo(Apps.of(Portal.SCHOOL, "1", Apps.job("off", Schedule.DISABLED, Optional.empty()),
                Apps.job("on", Schedule.ACTIVE, Optional.empty())));
        assertEquals(List.of("1/on"), organisation.tested);
    }

    // --- Nothing to renew --------------------------------------------------------------------------------------------

    @Test
    void aTokenWithoutAJobIsASyncThatWasNeverSetUp() {
        signInTo(Apps.of(Portal.SCHOOL, "1", new SyncJob[0]));
        assertEquals("SYNC-NOT-SET-UP", frame.code());
        assertEquals(messages.text("frame.nothing-changed"), frame.status);
        assertEquals(State.UNREAD, state());
        assertFalse(model.ready().get());
    }

    @Test
    void withoutATokenThereIsNothingToRenewWhetherThereIsAJobOrNot() {
        for (ProvisioningApp app : List.of(Apps.oidc("1"), Apps.oauth("1"))) {
            organisation.apps.clear();
            signInTo(app);
            assertEquals("SYNC-NOT-BY-TOKEN", frame.code());
            assertEquals(List.of(), organisation.tested);
        }
    }

    @Test
    void anAppThatCannotBeRenewedIsNamed() {
        ProvisioningApp oidc = Apps.oidc("1");
        signInTo(oidc);
        assertEquals(oidc, loader.app().get());
    }

    // --- Not found ---------------------------------------------------------------------------------------------------

    @Test
    void ifNothingIsFoundTheSearchIsOfferedAndTheOrganisationIsKnown() {
        signInTo();
        assertEquals("APP-NOT-FOUND", frame.code());
        assertTrue(loader.search().open().get());
        assertEquals("Maple Street School", Objects.requireNonNull(renewalState.signedIn().get()).tenantName());
    }

    @Test
    void theOnlyAppASearchFindsIsChosenAndTheProblemCleared() {
        organisation.hidden.add(school);
        signInTo();
        loader.search().typed().set("school");
        loader.search().find();
        assertEquals(school, target().app());
        assertEquals("", frame.code());
        assertFalse(loader.search().open().get());
        assertEquals("school", loader.search().typed().get());
    }

    @Test
    void amongSeveralAppsOfASearchTheUserChooses() {
        organisation.hidden.addAll(List.of(school, second));
        signInTo();
        loader.search().searchAll();
        assertEquals(State.CHOOSING, state());
        assertEquals(List.of(school, second), loader.choice().found().get().apps());
        assertEquals("", frame.code());
    }

    @Test
    void aSearchThatFindsTheCurrentAppOnlySaysSo() {
        organisation.hidden.add(school);
        signInTo(school);
        loader.anotherApp();
        loader.search().searchAll();
        assertEquals(messages.text("signin.search.known"), loader.search().message().get());
        assertEquals(school, target().app());
    }

    @Test
    void aFailedSearchCanBeRepeated() {
        organisation.hidden.add(school);
        signInTo();
        organisation.failure = ProblemCode.NET_TIMED_OUT;
        loader.search().searchAll();
        assertEquals("NET-TIMED-OUT", frame.code());
        organisation.failure = null;
        model.perform(Action.TRY_AGAIN);
        assertEquals(school, target().app());
    }

    @Test
    void goingOnEndsTheSearch() {
        organisation.hidden.add(business);
        signInTo(school);
        loader.anotherApp();
        tasks.held = true;
        loader.search().searchAll();
        model.onNext();
        tasks.runHeld();
        assertEquals(school, target().app());
    }

    // --- Not everything could be looked at -----------------------------------------------------------------------------

    @Test
    void theRightAppIsChosenAndTheUnreadOneNamed() {
        organisation.unread.add(Apps.unread("x"));
        signInTo(school);
        assertEquals(school, target().app());
        assertEquals(State.KNOWN, state());
        assertEquals("", frame.code());
        assertEquals(List.of(Apps.unread("x")), loader.choice().found().get().unread());
    }

    @Test
    void anAppThatDoesNotFitIsOfferedNotChosenIfAnotherCannotBeRead() {
        organisation.unread.add(Apps.unread("x"));
        signInTo(business);
        assertEquals(State.CHOOSING, state());
        assertTrue(loader.search().open().get());
        loader.choose(business);
        assertEquals(business, target().app());
    }

    @Test
    void ifTheBestCandidatesDoNotContainTheAppTheSearchIsOfferedAndWhatIsLeftIsKnown() {
        organisation.rest = new Rest.OtherNames(150);
        signInTo();
        assertEquals("APP-NOT-FOUND", frame.code());
        assertTrue(loader.search().open().get());
        assertEquals(new Rest.OtherNames(150), loader.choice().found().get().rest());
    }

    @Test
    void readingAgainKeepsTheChosenAppIfNothingNewIsFound() {
        organisation.unread.add(Apps.unread("x"));
        signInTo(school);
        loader.readUnread();
        assertEquals(List.of("x"), organisation.searches);
        assertEquals(State.KNOWN, state());
        assertEquals(school, target().app());
        assertEquals(1, loader.choice().found().get().unread().size());
        assertTrue(model.ready().get());
    }

    @Test
    void readingAgainOffersWhatItFindsBesideTheChosenApp() {
        organisation.unread.add(Apps.unread("second"));
        signInTo(school);
        organisation.hidden.add(second);
        organisation.unread.clear();
        loader.readUnread();
        assertEquals(State.CHOOSING, state());
        assertEquals(school, loader.choice().selected().get());
        assertEquals(List.of(school, second), loader.choice().found().get().apps());
        assertTrue(loader.choice().found().get().isComplete());
    }

    @Test
    void readingAgainChoosesTheRightAppIfNoneFittedBefore() {
        organisation.unread.add(Apps.unread("school"));
        signInTo(business);
        organisation.hidden.add(school);
        organisation.unread.clear();
        loader.readUnread();
        assertEquals(school, target().app());
    }

    @Test
    void readingAgainThatFailsLosesNothing() {
        organisation.unread.add(Apps.unread("x"));
        signInTo(school);
        organisation.failure = ProblemCode.NET_TIMED_OUT;
        loader.readUnread();
        assertEquals("NET-TIMED-OUT", frame.code());
        assertEquals(school, target().app());
        organisation.failure = null;
        organisation.hidden.add(Apps.of(Portal.SCHOOL, "x"));
        model.perform(Action.TRY_AGAIN);
        assertEquals(State.CHOOSING, state());
        assertEquals("", frame.code());
    }

    @Test
    void anInterruptedSearchKeepsWhatItFoundAndSaysWhatIsLeft() {
        signInTo();
        organisation.hidden.add(school);
        organisation.rest = new Rest.Interrupted(812, OptionalInt.of(5000),
                Optional.of(new Problem(ProblemCode.SIGNIN_EXPIRED, Diagnostics.at(Instant.EPOCH))));
        loader.search().searchAll();
        assertEquals(school, target().app());
        assertEquals(organisation.rest, loader.choice().found().get().rest());
        organisation.rest = new Rest.Nothing();
        organisation.hidden.add(second);
        loader.search().goOn();
        assertEquals(State.CHOOSING, state());
        assertTrue(loader.choice().found().get().isComplete());
    }

    @Test
    void anotherOrganisationHasNothingUnreadOfTheFirst() {
        organisation.unread.add(Apps.unread("x"));
        signInTo(school);
        organisation.unread.clear();
        organisation.account = new Account("it@oak.example", "2b5c");
        model.perform(Action.SWITCH_ACCOUNT);
        assertTrue(loader.choice().found().get().isComplete());
    }

    // --- Missing role ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(names = {"ROLE_MISSING", "SERVICE_DOWN", "NET_STRANGE_ANSWER", "NET_TIMED_OUT", "SERVICE_REFUSED"})
    void aTestOfThePresentTokenThatCannotBeMadeStopsNobody(ProblemCode failure) {
        signInTo(school, second);
        organisation.failure = failure;
        loader.choose(school);
        assertEquals("", frame.code());
        assertTrue(renewalState.target().get().baseline().orElseThrow() instanceof Baseline.Unavailable);
    }

    @Test
    void tryingAgainRepeatsWhatFailed() {
        signInTo(school, second);
        organisation.failure = ProblemCode.SIGNIN_EXPIRED;
        loader.choose(second);
        assertEquals("SIGNIN-EXPIRED", frame.code());
        organisation.failure = null;
        model.perform(Action.TRY_AGAIN);
        assertEquals(second, target().app());
    }

    // --- Returning ---------------------------------------------------------------------------------------------------

    @Test
    void signingInAgainWithTheSameAppLeadsBack() {
        signInTo(school);
        model.perform(Action.SIGN_IN_AGAIN);
        assertEquals(school, target().app());
        assertEquals(1, frame.returns);
    }

    @Test
    void aFailedSignInKeepsTheWayBack() {
        signInTo(school);
        organisation.failure = ProblemCode.NET_TIMED_OUT;
        model.perform(Action.SIGN_IN_AGAIN);
        assertEquals(0, frame.returns);
        organisation.failure = null;
        model.perform(Action.TRY_AGAIN);
        assertEquals(1, frame.returns);
    }

    @Test
    void anotherAppStaysOnThePage() {
        signInTo(school, second);
        loader.choose(school);
        model.perform(Action.CHOOSE_APP);
        loader.choose(second);
        assertEquals(second, target().app());
        assertEquals(0, frame.returns);
    }

    @Test
    void anotherOrganisationStaysOnThePage() {
        signInTo(school);
        organisation.account = new Account("it@oak.example", "2b5c");
        model.perform(Action.SWITCH_ACCOUNT);
        assertNotNull(renewalState.target().get());
        assertEquals(0, frame.returns);
    }

    @Test
    void theFirstSignInStaysOnThePage() {
        signInTo(school);
        assertEquals(0, frame.returns);
    }

    private void signInTo(ProvisioningApp... apps) {
        organisation.apps.addAll(List.of(apps));
        model.signIn();
    }

    private State state() {
        return model.signInState().state().get();
    }

    private Target target() {
        return Objects.requireNonNull(renewalState.target().get());
    }

    private SignInModel model() {
        Clock clock = Clock.systemUTC();
        return new SignInModel(
                new AppLookup(organisation, organisation,
                        new Renewal(organisation, Limits.STANDARD, Timer.on(clock)), clock),
                renewalState, frame, tasks, new RecordingDesktop(), messages);
    }
}
