package app.keyturn.pages.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.testkit.NoDocuments;
import app.keyturn.testkit.RecordingDesktop;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the row says if Keyturn could not record the renewal for itself. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class DocumentExportRowIT {
    private DocumentExportModel model;
    private Parent row;

    @Start
    void open(Stage stage) {
        Messages messages = Messages.in(Locale.ENGLISH);
        model = new DocumentExportModel(new NoDocuments(), new RecordingDesktop(), messages);
        row = new DocumentExportRow(model, messages, new SimpleBooleanProperty(true)).view();
        stage.setScene(new Scene(row, 600, 300));
        stage.show();
    }

    @Test
    void itSaysSoOnceAndTheButtonsStillWork(FxRobot robot) {
        Label label = (Label) row.lookup("#not-recorded");
        assertFalse(label.isVisible());
        robot.interact(() -> model.notRecorded().set("not here"));
        assertTrue(label.isVisible());
        assertEquals("not here", label.getText());
        assertFalse(row.lookup("#save-receipt").isDisabled());
        robot.interact(() -> model.notRecorded().set(""));
        assertFalse(label.isVisible());
    }
}
