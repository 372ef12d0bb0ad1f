package app.keyturn.pages.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.keyturn.i18n.Messages;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.update.NewerVersion;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewerVersionModelTest {
    private static final URI PAGE = URI.create("https://releases.example/keyturn");

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final FakeTasks tasks = new FakeTasks();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Wizard wizard = new Wizard(new RenewalState(), () -> {});
    private boolean wanted = true;
    private Optional<String> newer = Optional.of("1.2.0");
    private final NewerVersionModel model = model(Optional.of(new NewerVersion(() -> newer, PAGE)));

    @Test
    void aNewerVersionIsShownAndNotCheckedAgain() {
        model.onShown();
        assertEquals("1.2.0", model.visible().get());
        model.onShown();
        assertEquals(1, tasks.started);
    }

    @Test
    void withoutANewerVersionNothingIsShown() {
        newer = Optional.empty();
        model.onShown();
        assertNull(model.visible().get());
    }

    @Test
    void aRunningCheckIsNotStartedTwice() {
        tasks.held = true;
        model.onShown();
        model.onShown();
        model.settingsChanged();
        assertEquals(1, tasks.started);
    }

    @Test
    void withoutACheckNothingIsStarted() {
        NewerVersionModel none = model(Optional.empty());
        none.onShown();
        none.settingsChanged();
        none.open();
        assertEquals(0, tasks.started);
        assertEquals(List.of(), desktop.opened);
    }

    @Test
    void nothingIsCheckedWhileSwitchedOff() {
        wanted = false;
        model.onShown();
        model.settingsChanged();
        assertEquals(0, tasks.started);
    }

    @Test
    void switchingOffHidesTheVersionUntilSwitchedOnAgain() {
        model.onShown();
        wanted = false;
        model.settingsChanged();
        assertNull(model.visible().get());
        wanted = true;
        model.settingsChanged();
        assertEquals("1.2.0", model.visible().get());
    }

    @Test
    void switchingOffCancelsARunningCheck() {
        tasks.held = true;
        model.onShown();
        wanted = false;
        model.settingsChanged();
        assertEquals(1, tasks.cancelled);
        tasks.runHeld();
        assertNull(model.visible().get());
    }

    @Test
    void otherSettingsChangeNothing() {
        model.onShown();
        model.settingsChanged();
        assertEquals("1.2.0", model.visible().get());
        assertEquals(1, tasks.started);
    }

    @Test
    void thePageOfTheBuildIsOpened() {
        model.open();
        assertEquals(List.of(PAGE), desktop.opened);
        assertEquals("", desktop.clipboard);
        assertEquals("", wizard.status().get());
    }

    @Test
    void withoutABrowserItsAddressIsCopied() {
        desktop.browser = false;
        model.open();
        assertEquals(PAGE.toString(), desktop.clipboard);
        assertEquals(messages.text("start.newer.no-browser"), wizard.status().get());
    }

    private NewerVersionModel model(Optional<NewerVersion> version) {
        return new NewerVersionModel(version, () -> wanted, tasks, desktop, wizard, messages);
    }
}
