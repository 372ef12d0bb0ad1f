package app.keyturn.pages.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.SignInProblem;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProblem;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.Outcomes;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.UnwatchedSync;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Tasks;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoneModelTest {
    private static final Diagnostics DETAILS = Diagnostics.at(Instant.EPOCH);

    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    /** The tasks started; none of them runs, so nothing is ever sent. */
    private final List<Consumer<? super Problem>> started = new ArrayList<>();
    /** The callbacks for their results. */
    private final List<Consumer<Object>> callbacks = new ArrayList<>();
    /** The problem shown; null if there is none. */
    @Nullable
    private Problem shown;
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final SyncModel sync = sync();
    private final DoneModel model = new DoneModel(sync, new SignedOut(), () -> URI.create("https://login.example/out"),
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
        assertEquals(1, started.size());
    }

    @Test
    void aPausedSyncIsNotWatched() {
        renewed(new SyncRestartResult.AskFirst(job()), Consents.NOTHING);
        assertEquals("not-running", sync.stateKey());
        assertEquals(0, started.size());
    }

    @Test
    void aSyncLeftAloneIsNotWatched() {
        renewed(leftAlone(SyncProblem.Reason.SYNC_TOO_MANY_DELETES), Consents.NOTHING);
        assertEquals("not-running", sync.stateKey());
        assertFalse(sync.canCheckAgain());
        assertEquals(0, started.size());
    }

    @Test
    void checkingAgainAfterAStartThatMayHaveArrivedOnlyWatches() {
        renewed(leftAlone(SyncProblem.Reason.SYNC_START_UNKNOWN), Consents.NOTHING);
        assertEquals("not-known", sync.stateKey());
        assertTrue(sync.canCheckAgain());
        sync.checkAgain();
        assertTrue(sync.watching().get());
        assertEquals(leftAlone(SyncProblem.Reason.SYNC_START_UNKNOWN), sync.restartResult().get());
    }

    @Test
    void aFailedWatchIsReportedAndCanBeRepeated() {
        renewed(new SyncRestartResult.Started(), Consents.NOTHING);
        Problem lost = new ServiceProblem(ServiceProblem.Reason.NET_UNREACHABLE, ChangeState.SAVED, DETAILS);
        started.getFirst().accept(lost);
        assertEquals(lost, sync.watchProblem().get());
        assertEquals("unwatched", sync.stateKey());
        sync.watchAgain();
        assertEquals("waiting", sync.stateKey());
        assertEquals(2, started.size());
    }

    @Test
    void checkingAgainAfterTheSignInHasExpiredOffersAnotherSignIn() {
        Problem over = new SignInProblem(SignInProblem.Reason.SIGNIN_EXPIRED, ChangeState.SAVED, DETAILS);
        renewed(new SyncRestartResult.Started(), Consents.NOTHING);
        started.getLast().accept(over);
        assertNull(shown);
        sync.watchAgain();
        started.getLast().accept(over);
        assertEquals(over, shown);
        sync.watchAgain();
        assertNull(shown);
    }

    @Test
    void checkingAgainAfterAStartThatNeedsAnotherRoleOffersAnotherSignIn() {
        Problem role = new ServiceProblem(ServiceProblem.Reason.ROLE_MISSING, ChangeState.SAVED, DETAILS);
        renewed(new SyncRestartResult.LeftAlone(role), Consents.NOTHING);
        assertNull(shown);
        sync.checkAgain();
        callbacks.getLast().accept(new SyncRestartResult.LeftAlone(role));
        assertEquals(role, shown);
    }

    @Test
    void anAddressChangedWithConsentIsReported() {
        renewed(new SyncRestartResult.NotNeeded(), Consents.NOTHING);
        assertTrue(model.whatChanged().endsWith(messages.text("done.changed")));
        renewed(new SyncRestartResult.NotNeeded(), new Consents(Set.of(), Optional.of(Portal.SCHOOL.tenantUrl())));
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
        renewalState.result()
                .set(new RenewalState.Result(
                        new RenewalPlan(app, job(), Portal.SCHOOL, Optional.empty(), consents, ChangeState.NOTHING),
                        Outcomes.renewed(result), Outcomes.FINGERPRINT, Instant.EPOCH));
        model.shown();
    }

    private static SyncRestartResult leftAlone(SyncProblem.Reason reason) {
        return new SyncRestartResult.LeftAlone(new SyncProblem(reason, DETAILS));
    }

    private static SyncJob job() {
        return new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private SyncModel sync() {
        return UnwatchedSync.of(renewalState, new RecordingFrame(), new RecordingTasks(), Clock.systemUTC());
    }

    private static final class SignedOut implements SignIn {
        @Override
        public Account signIn(Optional<String> tenant, Consumer<URI> showPage) {
            throw new UnsupportedOperationException("Nobody signs in here");
        }

        @Override
        public void signOut() {}
    }

    /** Records the problem shown. */
    private final class RecordingFrame implements Frame {
        @Override
        public void show(Problem problem) {
            shown = problem;
        }

        @Override
        public void clearProblem() {
            shown = null;
        }

        @Override
        public void announce(ObservableValue<String> words) {
            // the journeys check the status line
        }

        @Override
        public void next() {
            throw new UnsupportedOperationException("This is the last page");
        }

        @Override
        public void returnFromDetour() {
            throw new UnsupportedOperationException("Nothing leads here");
        }

        @Override
        public void startOver() {
            throw new UnsupportedOperationException("Nobody is done yet");
        }
    }

    /** Records the tasks started, and their callbacks. */
    private final class RecordingTasks implements Tasks {
        @Override
        @SuppressWarnings("unchecked") // each test knows the result type of the task it answers
        public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            started.add(failed);
            callbacks.add(result -> done.accept((T) result));
            return () -> {};
        }

        @Override
        public void onWindow(Runnable action) {
            action.run();
        }
    }
}
