package app.keyturn.pages.settings;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.ui.Visibility;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A quiet link at the end of the settings to the licences of the libraries. */
public final class LicenceRow {
    private final Licences licences;
    private final Desktop desktop;
    private final Hyperlink open = new Hyperlink();
    private final Label notOpened = new Label();
    private final VBox view = new VBox(open, notOpened);

    public LicenceRow(Licences licences, Desktop desktop, Messages messages) {
        this.licences = licences;
        this.desktop = desktop;
        open.setId("open-licences");
        open.textProperty().bind(messages.live("settings.licences"));
        open.setOnAction(_ -> open());
        notOpened.setId("licences-not-opened");
        notOpened.getStyleClass().add("hint");
        notOpened.setWrapText(true);
        notOpened.textProperty().bind(messages.live("settings.licences.not-opened"));
        Visibility.set(false, notOpened);
        view.getStyleClass().add("field-block");
    }

    Node view() {
        return view;
    }

    private void open() {
        open.setVisited(false);
        boolean opened = opens();
        Visibility.set(!opened, notOpened);
        if (!opened) {
            desktop.copy(licences.text());
        }
    }

    private boolean opens() {
        try {
            return desktop.open(licences.file());
        } catch (IOException notWritten) {
            return false;
        }
    }
}
