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

/** Reminder and receipt: what came of the last button, and the receipt to be opened. */
public final class DocumentExportModel {
    private final DocumentExport keeping;
    private final Desktop desktop;
    private final Messages messages;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Optional<Path>> receipt = new ReadOnlyObjectWrapper<>(this, "receipt",
            Optional.empty());

    /**
     * Makes the model.
     *
     * @param keeping writes
     * @param desktop copies the days, and opens the receipt
     * @param messages the words
     */
    public DocumentExportModel(DocumentExport keeping, Desktop desktop, Messages messages) {
        this.keeping = keeping;
        this.desktop = desktop;
        this.messages = messages;
    }

    /** What came of the last button, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The receipt that was written last, to be opened; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> receipt() {
        return receipt.getReadOnlyProperty();
    }

    /** Asks where, and writes the calendar file. */
    public void saveReminder() {
        keeping.saveReminder().map(DocumentExport.Kept::words).ifPresent(this::say);
    }

    /** Puts the days on the clipboard, for people without a calendar program. */
    public void copyDates() {
        keeping.dates().ifPresentOrElse(days -> {
            desktop.copy(days);
            say(() -> messages.text("keep.dates.copied"));
        }, () -> say(() -> messages.text("reminder.too-late")));
    }

    /** Asks where, and writes the receipt. */
    public void saveReceipt() {
        keeping.saveReceipt().ifPresent(kept -> {
            receipt.set(kept.page().filter(DocumentExportModel::isPage));
            say(kept.words());
        });
    }

    /** Opens the receipt that was written last. */
    public void openReceipt() {
        receipt.get()
                .filter(page -> !desktop.open(page))
                .ifPresent(_ -> say(
                        () -> messages.text("keep.receipt.not-opened")));
    }

    /** Another ending, typed by the person, may be one of a program that would be run. */
    private static boolean isPage(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    private void say(Supplier<String> words) {
        message.bind(messages.live(words));
    }
}
