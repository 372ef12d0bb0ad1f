package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.Apps;
import app.keyturn.testkit.FakeFrame;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInModelTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final RenewalState renewalState = new RenewalState();
    private final FakeOrganisation organisation = new FakeOrganisation();
    private final FakeTasks tasks = new FakeTasks();
    private final FakeFrame frame = new FakeFrame();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final SignInModel model = model();

    @BeforeEach
    void aSchoolWithOneApp() {
        renewalState.portal().set(Portal.SCHOOL);
        organisation.apps.add(Apps.of(Portal.SCHOOL, "1"));
    }

    @Test
    void anImpossibleDomainIsReportedAtTheFieldAndNothingIsSent() {
        model.tenant().set("maple example/x");
        model.signIn();
        assertEquals(0, tasks.started);
        assertEquals(State.SIGNED_OUT, state());
        assertEquals(messages.text("signin.other-tenant.impossible"), model.otherTenant().message().get());
        model.tenant().set(" maple.example ");
        assertEquals("", model.otherTenant().message().get());
        model.signIn();
        assertEquals(List.of(Optional.of("maple.example")), organisation.tenants);
    }

    @Test
    void withoutAnOrganisationTheAccountsOwnIsUsed() {
        model.signIn();
        assertEquals(List.of(Optional.empty()), organisation.tenants);
        assertEquals(State.KNOWN, state());
    }

    @Test
    void theOrganisationIsCalledByTheNameMicrosoftGives() {
        model.signIn();
        assertEquals(new SignedIn(organisation.account, "Maple Street School"), renewalState.signedIn().get());
    }

    @Test
    void cancellingInTheBrowserSignsNobodyIn() {
        tasks.held = true;
        model.signIn();
        assertEquals(State.IN_BROWSER, state());
        model.cancel();
        tasks.runHeld();
        assertNull(renewalState.signedIn().get());
        assertNull(renewalState.target().get());
        assertEquals(State.SIGNED_OUT, state());
        assertEquals(1, tasks.cancelled);
        assertEquals(List.of(), organisation.tenants);
    }

    @Test
    void cancellingTheReadingKeepsTheSignInAndCanBeRepeated() {
        organisation.apps.add(Apps.of(Portal.SCHOOL, "2"));
        model.signIn();
        tasks.held = true;
        model.loader().choose(organisation.apps.getFirst());
        assertEquals(State.READING, state());
        assertEquals(messages.text("signin.trying"), model.signInState().doing().get());
        model.cancel();
        assertEquals(State.STOPPED, state());
        assertEquals(organisation.account.userName(), signedIn().account().userName());
        tasks.runHeld();
        assertNull(renewalState.target().get());
        model.loader().repeat();
        tasks.runHeld();
        assertEquals(State.KNOWN, state());
    }

    @Test
    void aDeclinedSignInIsAProblem() {
        organisation.failure = ProblemCode.NET_UNREACHABLE;
        model.signIn();
        assertEquals(State.SIGNED_OUT, state());
        assertEquals("NET-UNREACHABLE", frame.code());
    }

    @Test
    void aProposedOrganisationEndsTheSignInInTheBrowser() {
        tasks.held = true;
        model.signIn();
        model.propose("another.example", "aaaa");
        tasks.runHeld();
        assertEquals(State.SIGNED_OUT, state());
        assertNull(renewalState.signedIn().get());
        assertEquals("another.example", model.tenant().get());
    }

    @Test
    void thePageOfACancelledSignInIsNotOpened() {
        tasks.held = true;
        model.signIn();
        organisation.beforeBrowser = () -> {
            organisation.beforeBrowser = () -> {};
            model.signIn();
        };
        tasks.runHeld();
        assertEquals(1, desktop.opened.size());
        assertEquals(State.KNOWN, state());
    }

    @Test
    void aBrowserThatInsistsOnHttpsIsReportedWhileTheSignInGoesOn() {
        organisation.httpsOnly = true;
        organisation.failure = null;
        List<Boolean> seen = new ArrayList<>();
        model.browser().https().subscribe(tried -> seen.add(tried));
        model.signIn();

        assertEquals(List.of(false, true, false), seen);
        assertEquals(State.KNOWN, state());
    }

    @Test
    void theLinkIsOpenedShownAndCopied() {
        desktop.browser = false;
        BrowserLink link = new BrowserLink(desktop, frame, messages);
        link.show(URI.create("https://login.example/authorize"));
        assertEquals(true, link.failed().get());
        assertEquals("https://login.example/authorize", link.text().get());
        link.copy();
        assertEquals("https://login.example/authorize", desktop.clipboard);
        link.open();
        assertEquals(2, desktop.opened.size());
        link.forget();
        link.open();
        assertEquals(2, desktop.opened.size());
    }

    private State state() {
        return model.signInState().state().get();
    }

    private SignedIn signedIn() {
        return Optional.ofNullable(renewalState.signedIn().get()).orElseThrow();
    }

    private SignInModel model() {
        Clock clock = Clock.systemUTC();
        return new SignInModel(
                new AppLookup(organisation, organisation,
                        new Renewal(organisation, Limits.STANDARD, Timer.on(clock)), clock),
                renewalState, frame, tasks, desktop, messages);
    }
}
