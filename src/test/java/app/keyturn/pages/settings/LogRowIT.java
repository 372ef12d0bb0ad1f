package app.keyturn.pages.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.testkit.RecordingDesktop;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LogRowIT {
    private static final Path FOLDER = Path.of("log").toAbsolutePath();

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private Parent row;

    @Start
    void show(Stage stage) {
        row = (Parent) new LogRow(FOLDER, writable::get, desktop, messages).view();
        stage.setScene(new Scene(row));
        stage.show();
    }

    @Test
    void theRowShowsAndOpensTheFolder(FxRobot robot) {
        assertEquals(messages.text("settings.log", FOLDER), words());
        press(robot);
        assertEquals(List.of(FOLDER.toUri()), desktop.opened);
        assertEquals("", desktop.clipboard);
    }

    @Test
    void theAddressOfAFolderThatDoesNotOpenIsCopied(FxRobot robot) {
        desktop.browser = false;
        press(robot);
        assertEquals(FOLDER.toString(), desktop.clipboard);
        assertEquals(messages.text("settings.log.copied", FOLDER), words());
    }

    @Test
    void aLogThatFailsIsReportedWhenThePageIsShownNext(FxRobot robot) {
        writable.set(false);
        robot.interact(() -> row.getScene().setRoot(new StackPane(row)));
        assertEquals(messages.text("settings.log.not-written", FOLDER), words());
    }

    private String words() {
        return ((Label) row.lookup("#settings-log")).getText();
    }

    private void press(FxRobot robot) {
        robot.interact(((Hyperlink) row.lookup("#open-log"))::fire);
    }
}
