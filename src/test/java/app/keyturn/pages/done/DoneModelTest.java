package app.keyturn.pages.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.CompletedRenewals;
import app.keyturn.testkit.FakeFrame;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.UnwatchedSync;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoneModelTest {
    private static final Diagnostics DETAILS = Diagnostics.at(Instant.EPOCH);

    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private final FakeTasks tasks = FakeTasks.holding();
    private final FakeFrame frame = new FakeFrame();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final SyncModel sync = sync();
    private final DoneModel model = new DoneModel(sync, new FakeOrganisation(),
            () -> URI.create("https://login.example/out"),
            renewalState,
            wizard, desktop, messages);

    @Test
    void theHelpForTheClipboardHistoryIsForThisSystem() {
        desktop.kind = Desktop.Kind.WINDOWS;
        assertTrue(model.clipboardHistory().contains("Windows key and V"));
        desktop.kind = Desktop.Kind.MAC;
        assertTrue(model.clipboardHistory().contains("Mac"));
        desktop.kind = Desktop.Kind.OTHER;
        assertFalse(model.clipboardHistory().matches(".*(Windows|Mac).*"));
    }

    @Test
    void aRunningSyncIsWatched() {
        renewed(new SyncRestartResult.NotNeeded(), Consents.NOTHING);
        assertEquals("waiting", sync.stateKey());
        assertEquals(1, tasks.started);
    }

    @Test
    void aPausedSyncIsNotWatched() {
        renewed(new SyncRestartResult.ConsentNeeded(job()), Consents.NOTHING);
        assertEquals("not-running", sync.stateKey());
        assertEquals(0, tasks.started);
    }

    @Test
    void aSyncLeftAloneIsNotWatched() {
        renewed(leftAlone(ProblemCode.SYNC_TOO_MANY_DELETES), Consents.NOTHING);
        assertEquals("not-running", sync.stateKey());
        assertFalse(sync.canCheckAgain());
        assertEquals(0, tasks.started);
    }

    @Test
    void checkingAgainAfterAStartThatMayHaveArrivedOnlyWatches() {
        renewed(leftAlone(ProblemCode.SYNC_START_UNKNOWN), Consents.NOTHING);
        assertEquals("not-known", sync.stateKey());
        assertTrue(sync.canCheckAgain());
        sync.checkAgain();
        assertTrue(sync.watching().get());
        assertEquals(leftAlone(ProblemCode.SYNC_START_UNKNOWN), sync.restartResult().get());
    }

    @Test
    void aFailedWatchIsReportedAndCanBeRepeated() {
        renewed(new SyncRestartResult.Started(), Consents.NOTHING);
        Problem lost = new Problem(ProblemCode.NET_UNREACHABLE, ChangeState.SAVED, DETAILS);
        tasks.failLast(lost);
        assertEquals(lost, sync.watchProblem().get());
        assertEquals("unwatched", sync.stateKey());
        sync.watchAgain();
        assertEquals("waiting", sync.stateKey());
        assertEquals(2, tasks.started);
    }

    @Test
    void checkingAgainAfterTheSignInHasExpiredOffersAnotherSignIn() {
        Problem over = new Problem(ProblemCode.SIGNIN_EXPIRED, ChangeState.SAVED, DETAILS);
        renewed(new SyncRestartResult.Started(), Consents.NOTHING);
        tasks.failLast(over);
        assertNull(frame.problem);
        sync.watchAgain();
        tasks.failLast(over);
        assertEquals(over, frame.problem);
        sync.watchAgain();
        assertNull(frame.problem);
    }

    @Test
    void checkingAgainAfterAStartThatNeedsAnotherRoleOffersAnotherSignIn() {
        Problem role = new Problem(ProblemCode.ROLE_MISSING, ChangeState.SAVED, DETAILS);
        renewed(new SyncRestartResult.LeftAlone(role), Consents.NOTHING);
        assertNull(frame.problem);
        sync.checkAgain();
        tasks.succeedLast(new SyncRestartResult.LeftAlone(role));
        assertEquals(role, frame.problem);
    }

    @Test
    void anAddressChangedWithConsentIsReported() {
        renewed(new SyncRestartResult.NotNeeded(), Consents.NOTHING);
        assertTrue(model.whatChanged().endsWith(messages.text("done.changed")));
        renewed(new SyncRestartResult.NotNeeded(),
                new Consents(Set.of(), Optional.of(Portal.SCHOOL.tenantUrl()), Set.of()));
        assertTrue(model.whatChanged().contains("https://federation.apple.com/feeds/school/scim"));
    }

    @Test
    void theChangesNameTheAppAndWhatStayed() {
        renewed(new SyncRestartResult.NotNeeded(), Consents.NOTHING);
        assertEquals("In the app “Apple” the token was replaced. Everything else in the app was left as it was.",
                model.whatChanged());
    }

    @Test
    void theBrowserIsSignedOutAtMicrosoft() {
        model.signOutInBrowser();
        assertEquals(List.of(URI.create("https://login.example/out")), desktop.opened);
        assertEquals("", model.browserMessage().get());
    }

    @Test
    void withoutABrowserTheAddressForSigningOutIsCopied() {
        desktop.browser = false;
        model.signOutInBrowser();
        assertEquals("https://login.example/out", desktop.clipboard);
        assertEquals(messages.text("done.no-browser"), model.browserMessage().get());
    }

    private void renewed(SyncRestartResult result, Consents consents) {
        ProvisioningApp app = new ProvisioningApp("app", "Apple", new Connection(List.of()), List.of(job()));
        renewalState.complete(CompletedRenewals.of(app, job(), result, consents));
        model.onShown();
    }

    private static SyncRestartResult leftAlone(ProblemCode reason) {
        return new SyncRestartResult.LeftAlone(new Problem(reason, DETAILS));
    }

    private static SyncJob job() {
        return new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private SyncModel sync() {
        return UnwatchedSync.of(renewalState, frame, tasks, Clock.systemUTC());
    }
}
