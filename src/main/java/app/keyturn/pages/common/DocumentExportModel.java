package app.keyturn.pages.common;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Reminder and receipt: the result of the last button, and the receipt to open. */
public final class DocumentExportModel {
    private final DocumentExport export;
    private final Desktop desktop;
    private final Messages messages;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
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
        message.bind(Messages.empty());
        receipt.set(Optional.empty());
    }

    /** Says that Keyturn could not record this renewal for itself; empty while it could. */
    public StringProperty notRecorded() {
        return notRecorded;
    }

    /** The result of the last button; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The last receipt written, to be opened; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> receipt() {
        return receipt.getReadOnlyProperty();
    }

    public void openReminder() {
        show(export.openReminder().text());
    }

    public void saveReminder() {
        export.saveReminder().map(DocumentExport.ExportResult::text).ifPresent(this::show);
    }

    /** Saves a reminder with an event for each of the dates. */
    public void saveEachDay() {
        export.saveEachDay().map(DocumentExport.ExportResult::text).ifPresent(this::show);
    }

    /** Copies the dates, for users without a calendar program. */
    public void copyDates() {
        export.dates().ifPresentOrElse(days -> {
            desktop.copy(days);
            show(() -> messages.text("keep.dates.copied"));
        }, () -> show(() -> messages.text("reminder.too-late")));
    }

    public void saveReceipt() {
        export.saveReceipt().ifPresent(result -> {
            receipt.set(result.page().filter(DocumentExportModel::isPage));
            show(result.text());
        });
    }

    public void openReceipt() {
        receipt.get()
                .filter(page -> !desktop.open(page))
                .ifPresent(_ -> show(
                        () -> messages.text("keep.receipt.not-opened")));
    }

    /** With another extension, chosen by the user, opening the file might run a program. */
    private static boolean isPage(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    private void show(Supplier<String> text) {
        message.bind(messages.live(text));
    }
}
