package app.keyturn.pages.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.testkit.RecordingDesktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LicenceRowIT {
    @TempDir private static Path temporary;

    private final RecordingDesktop desktop = new RecordingDesktop();
    private Path folder;
    private Parent row;

    @Start
    void show(Stage stage) throws Exception {
        folder = Files.createTempDirectory(temporary, "folder");
        row = (Parent) new LicenceRow(new Licences(folder), desktop, Messages.in(Locale.ENGLISH)).view();
        stage.setScene(new Scene(row));
        stage.show();
    }

    @Test
    void theFileOpensInTheSystemsProgram(FxRobot robot) throws Exception {
        press(robot);
        assertEquals(new Licences(folder).text(), Files.readString(Path.of(desktop.opened.getFirst())));
        assertEquals("", desktop.clipboard);
        assertFalse(row.lookup("#licences-not-opened").isVisible());
    }

    @Test
    void aFileThatDoesNotOpenIsCopiedAsText(FxRobot robot) {
        desktop.browser = false;
        press(robot);
        assertEquals(new Licences(folder).text(), desktop.clipboard);
        assertTrue(row.lookup("#licences-not-opened").isVisible());
    }

    @Test
    void aFileThatCannotBeWrittenIsCopiedAsText(FxRobot robot) throws Exception {
        Files.delete(folder);
        press(robot);
        assertEquals(new Licences(folder).text(), desktop.clipboard);
        assertTrue(row.lookup("#licences-not-opened").isVisible());
    }

    private void press(FxRobot robot) {
        robot.interact(((Hyperlink) row.lookup("#open-licences"))::fire);
    }
}
