package app.keyturn.pages.common;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.DocumentExport.ExportResult;
import app.keyturn.ui.Tone;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Reminder and receipt: the result of the last button, and the receipt to open. */
public final class DocumentExportModel {
    private final DocumentExport export;
    private final Desktop desktop;
    private final Messages messages;
    private final Notice message = new Notice();
    private final ReadOnlyObjectWrapper<Optional<Path>> receipt = new ReadOnlyObjectWrapper<>(this, "receipt",
            Optional.empty());

    private final StringProperty notRecorded = new SimpleStringProperty(this, "notRecorded", "");

    public DocumentExportModel(DocumentExport export, Desktop desktop, Messages messages) {
        this.export = export;
        this.desktop = desktop;
        this.messages = messages;
    }

    /** Forgets the result of the last button and the receipt, since they were about another renewal. */
    public void forget() {
        message.clear();
        receipt.set(Optional.empty());
    }

    /** Says that Keyturn could not record this renewal for itself; empty while it could. */
    public StringProperty notRecorded() {
        return notRecorded;
    }

    /** The result of the last button; empty before. */
    public Notice message() {
        return message;
    }

    /** The last receipt written, to be opened; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> receipt() {
        return receipt.getReadOnlyProperty();
    }

    public void openReminder() {
        show(export.openReminder());
    }

    public void saveReminder() {
        export.saveReminder().ifPresent(this::show);
    }

    /** Saves a reminder with an event for each of the dates. */
    public void saveEachDay() {
        export.saveEachDay().ifPresent(this::show);
    }

    /** Copies the dates, for users without a calendar program. */
    public void copyDates() {
        export.dates().ifPresentOrElse(days -> {
            desktop.copy(days);
            show(Tone.GOOD, "keep.dates.copied");
        }, () -> show(Tone.BAD, "reminder.too-late"));
    }

    public void saveReceipt() {
        export.saveReceipt().ifPresent(result -> {
            receipt.set(result.page().filter(DocumentExportModel::isPage));
            show(result);
        });
    }

    public void openReceipt() {
        receipt.get()
                .filter(page -> !desktop.open(page))
                .ifPresent(_ -> show(Tone.BAD, "keep.receipt.not-opened"));
    }

    /** With another extension, chosen by the user, opening the file might run a program. */
    private static boolean isPage(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    private void show(ExportResult result) {
        message.show(result.done() ? Tone.GOOD : Tone.BAD, messages.live(result.text()));
    }

    private void show(Tone tone, String key) {
        message.show(tone, messages.live(key));
    }
}
