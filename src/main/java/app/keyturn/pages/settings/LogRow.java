package app.keyturn.pages.settings;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The last row of the settings: where the log is, or that there is none. */
public final class LogRow {
    private final Path folder;
    private final BooleanSupplier writable;
    private final Desktop desktop;
    private final Messages messages;
    private final Label place = new Label();
    private final Hyperlink open = new Hyperlink();
    private final VBox view = new VBox(place, open);

    /**
     * Creates the row.
     *
     * @param writable false if the log cannot be written there
     */
    public LogRow(Path folder, BooleanSupplier writable, Desktop desktop, Messages messages) {
        this.folder = folder;
        this.writable = writable;
        this.desktop = desktop;
        this.messages = messages;
        place.setId("settings-log");
        place.getStyleClass().add("hint");
        place.setWrapText(true);
        open.setId("open-log");
        open.textProperty().bind(messages.live("settings.log.open"));
        open.setOnAction(_ -> open());
        view.getStyleClass().add("field-block");
        // A log may fail at any time, so the text is updated whenever the page is shown.
        view.sceneProperty().subscribe(this::showPlace);
    }

    Node view() {
        return view;
    }

    private void showPlace() {
        place.textProperty()
                .bind(messages.live(writable.getAsBoolean() ? "settings.log" : "settings.log.not-written", folder));
    }

    private void open() {
        open.setVisited(false);
        if (!desktop.open(folder)) {
            desktop.copy(folder.toString());
            place.textProperty().bind(messages.live("settings.log.copied", folder));
        }
    }
}
