package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.done.DoneModel;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.WatchedSync;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTitleTest {
    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final WatchedSync watched = new WatchedSync(renewalState);
    private final SyncModel sync = watched.model();
    private final DoneModel done = new DoneModel(sync, new FakeOrganisation(),
            () -> URI.create("https://login.example/out"),
            renewalState, new Wizard(renewalState, () -> {}).frameFor("done"), new RecordingDesktop(), messages);
    private final ObservableValue<String> title = SessionPages.title(messages, renewalState, sync, false);
    private final ObservableValue<String> practice = SessionPages.title(messages, renewalState, sync, true);

    @Test
    void beforeASaveTheTitleIsTheProgramsName() {
        assertEquals("Keyturn", title.getValue());
        assertEquals("Keyturn, practice", practice.getValue());
    }

    @Test
    void whileTheFirstSyncIsPendingTheTitleSaysSo() {
        renewed(new SyncRestartResult.NotNeeded());
        assertEquals("Waiting for the sync \u2013 Keyturn", title.getValue());
        assertEquals("Waiting for the sync \u2013 Keyturn, practice", practice.getValue());
    }

    @Test
    void onceASyncHasRunTheTitleSaysSo() {
        renewed(new SyncRestartResult.NotNeeded());
        look(SyncJob.Result.SUCCEEDED);
        assertEquals("Sync has run \u2013 Keyturn", title.getValue());
        assertEquals("Sync has run \u2013 Keyturn, practice", practice.getValue());
    }

    @Test
    void withoutAPendingSyncTheTitleSaysThatTheTokenIsSaved() {
        renewed(new SyncRestartResult.ConsentNeeded(watched.microsoft.job));
        assertEquals("Token saved \u2013 Keyturn", title.getValue());
    }

    @Test
    void afterAFailedSyncTheTitleSaysThatTheTokenIsSaved() {
        renewed(new SyncRestartResult.NotNeeded());
        look(SyncJob.Result.FAILED);
        assertEquals("Token saved \u2013 Keyturn", title.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "nl", "ja"})
    void eachStateIsShownInTheCurrentLanguage(String language) {
        messages.setLanguage(Locale.of(language));
        String program = messages.text("title");
        assertEquals(program, title.getValue());
        renewed(new SyncRestartResult.NotNeeded());
        assertEquals(messages.text("title.waiting", program), title.getValue());
        messages.setLanguage(Locale.ENGLISH);
        assertEquals("Waiting for the sync \u2013 Keyturn", title.getValue());
        messages.setLanguage(Locale.of(language));
        look(SyncJob.Result.SUCCEEDED);
        assertEquals(messages.text("title.seen", program), title.getValue());
        assertEquals(messages.text("title.seen", messages.text("title.practice")), practice.getValue());
    }

    private void renewed(SyncRestartResult result) {
        watched.renewed(watched.microsoft.job, result);
        done.onShown();
    }

    private void look(SyncJob.Result result) {
        watched.microsoft.job = WatchedSync.ran(result);
        watched.tasks.runHeld();
    }
}
