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
    private final BooleanSupplier works;
    private final Desktop desktop;
    private final Messages messages;
    private final Label where = new Label();
    private final Hyperlink open = new Hyperlink();
    private final VBox view = new VBox(where, open);

    /**
     * Makes the row.
     *
     * @param folder of the log
     * @param works false if the log cannot be written there
     * @param desktop opens the folder
     * @param messages the words
     */
    public LogRow(Path folder, BooleanSupplier works, Desktop desktop, Messages messages) {
        this.folder = folder;
        this.works = works;
        this.desktop = desktop;
        this.messages = messages;
        where.setId("settings-log");
        where.getStyleClass().add("hint");
        where.setWrapText(true);
        open.setId("open-log");
        open.textProperty().bind(messages.live("settings.log.open"));
        open.setOnAction(_ -> open());
        view.getStyleClass().add("field-block");
        // A log may stop working at any time; what is said is said anew whenever the page comes into the window.
        view.sceneProperty().subscribe(this::tell);
    }

    Node view() {
        return view;
    }

    private void tell() {
        where.textProperty()
                .bind(messages.live(works.getAsBoolean() ? "settings.log" : "settings.log.not-written", folder));
    }

    private void open() {
        open.setVisited(false);
        if (!desktop.open(folder)) {
            desktop.copy(folder.toString());
            where.textProperty().bind(messages.live("settings.log.copied", folder));
        }
    }
}
