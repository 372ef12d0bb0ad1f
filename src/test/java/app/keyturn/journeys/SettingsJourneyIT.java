package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.Environment;
import app.keyturn.StartupData;
import app.keyturn.Window;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.RecordingDesktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Settings in the real window, outside practice mode, stored in the test's folder. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SettingsJourneyIT {
    @TempDir private static Path home;
    private Path folder;
    private Window window;
    private Stage stage;

    @Start
    void open(Stage shown) throws Exception {
        stage = shown;
        folder = Files.createTempDirectory(home, "settings").resolve("keyturn");
        window = window(folder);
        window.leavePractice();
        stage.setScene(window.scene());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void theAppearanceAppliesAtOnceAndTheRestAtTheNextSignIn(FxRobot robot) {
        press(robot, "settings");
        type(robot, "settings-tenant", "Maple.example");
        robot.interact(() -> appearance().setValue("dark"));
        press(robot, "settings-save");
        assertEquals("Saved.", message());
        assertEquals(ColorScheme.DARK, window.scene().getPreferences().getColorScheme());
        assertEquals(Optional.of("maple.example"), StoredSettings.load(folder).effective().organisation());
        press(robot, "back");
        press(robot, "portal-school");
        press(robot, "only-check");
        press(robot, "next");
        assertEquals("maple.example", ((TextField) find("other-tenant-name")).getText());
    }

    @Test
    void theOwnAppIsNamedBeforeTheSignIn(FxRobot robot) {
        press(robot, "settings");
        type(robot, "settings-client-id", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
        press(robot, "settings-save");
        press(robot, "back");
        press(robot, "portal-school");
        press(robot, "only-check");
        press(robot, "next");
        assertTrue(((Labeled) find("sign-in-approve")).getText().contains("own app"));
    }

    @Test
    void anInvalidEntryIsReportedUnderItsFieldWhichGetsTheFocus(FxRobot robot) {
        press(robot, "settings");
        type(robot, "settings-tenant", "it@maple.example");
        press(robot, "settings-save");
        assertTrue(message().contains("behind the @"));
        assertEquals(find("settings-tenant"), window.scene().getFocusOwner());
        assertEquals(find("settings-tenant").getParent(), find("settings-message").getParent());
        assertFalse(Files.exists(folder));
    }

    @Test
    void aRejectedSettingsFileIsReportedAtTheStartUntilItIsRewritten(FxRobot robot) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.properties"), "client-id=nonsense\n");
        robot.interact(() -> {
            window.close();
            window = window(folder);
            window.leavePractice();
            stage.setScene(window.scene());
        });
        String output = Messages.in(Locale.ENGLISH).text("settings.file.see");
        assertEquals(output, ((Labeled) find("status")).getText());
        press(robot, "settings");
        assertTrue(message().contains("not a client ID"));
        press(robot, "settings-save");
        assertEquals("", ((Labeled) find("status")).getText());
        assertEquals("Saved.", message());
    }

    @Test
    void withoutAReleaseFeedTheUpdateSettingIsNotOffered(FxRobot robot) {
        press(robot, "settings");
        assertNotNull(find("settings-text-size"));
        assertNull(window.scene().lookup("#settings-newer-version"));
    }

    @Test
    void practiceSaysWhichSettingsAreNotUsed(FxRobot robot) {
        press(robot, "settings");
        assertFalse(find("settings-practice").isVisible());
        type(robot, "settings-tenant", "maple.example");
        press(robot, "settings-save");
        robot.interact(() -> window.enterPractice(Portal.SCHOOL, window.scenario()));
        press(robot, "settings");
        assertTrue(find("settings-practice").isVisible());
        press(robot, "back");
        press(robot, "portal-school");
        press(robot, "only-check");
        press(robot, "next");
        assertEquals("", ((TextField) find("other-tenant-name")).getText());
    }

    private static Window window(Path folder) {
        return new Window(Environment.real(new RecordingDesktop(), StartupData.unwritten(folder, Locale.ENGLISH)));
    }

    private String message() {
        return ((Labeled) find("settings-message")).getText();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> appearance() {
        return (ComboBox<String>) find("settings-appearance");
    }

    private void type(FxRobot robot, String id, String text) {
        robot.interact(() -> ((TextField) find(id)).setText(text));
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(id)).fire());
    }

    private Node find(String id) {
        Node node = window.scene().lookup("#" + id);
        assertNotNull(node, id);
        return node;
    }
}
