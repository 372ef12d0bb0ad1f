package app.keyturn.pages.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.ReminderForm;
import app.keyturn.records.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.Renewals;
import app.keyturn.ui.Tone;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentExportModelTest {
    private static final String TENANT = "11112222-bbbb-3333-cccc-4444dddd5555";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final RenewalRecord RENEWAL = Renewals.of(TENANT, TOKEN, Renewals.FIRST);
    private static final RenewalRecord MAPLE = new RenewalRecord(false, "1.2.3", RENEWAL.portal(),
            RENEWAL.signedIn().map(who -> new RenewalRecord.SignedIn(who.account(), "Maple School")), RENEWAL.app(),
            RENEWAL.savedAt(), RENEWAL.zone(), RENEWAL.work(), RENEWAL.expiry(), RENEWAL.oldToken());

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private Optional<String> file = Optional.empty();
    private RenewalRecord record = MAPLE;
    private final RecordFiles recordFiles = new RecordFiles(() -> new Texts(messages.bundle(), messages.formatLocale()),
            Clock.fixed(Renewals.FIRST, ZoneOffset.UTC), _ -> file.map(folder::resolve),
            desktop::openCopy, _ -> Optional.empty());
    private final DocumentExportModel model = new DocumentExportModel(new FileExport(), desktop, messages);

    @Test
    void thereIsNoMessageBeforeAButtonIsPressed() {
        assertEquals("", model.message().text().get());
        assertEquals(Optional.empty(), model.receipt().get());
    }

    @Test
    void theResultIsShownInTheCurrentLanguage() {
        file = Optional.of("mine.ics");
        model.saveReminder();
        assertEquals(messages.text("reminder.saved", "mine.ics"), model.message().text().get());
        messages.setLanguage(Locale.GERMAN);
        assertEquals(messages.text("reminder.saved", "mine.ics"), model.message().text().get());
    }

    @Test
    void theReminderIsOpenedAndTheUserIsToldToConfirmIt() {
        model.openReminder();
        assertEquals(1, desktop.copies.size());
        assertEquals(messages.text("reminder.opened"), model.message().text().get());
        assertEquals(Tone.GOOD, model.message().tone().get());
    }

    @Test
    void ifNothingOpensTheReminderTheMessageLeadsToSaving() {
        desktop.opensFiles = false;
        model.openReminder();
        assertEquals(messages.text("reminder.not-opened"), model.message().text().get());
        assertEquals(Tone.BAD, model.message().tone().get());
        file = Optional.of("mine.ics");
        model.saveReminder();
        assertEquals(messages.text("reminder.saved", "mine.ics"), model.message().text().get());
    }

    @Test
    void allDatesAreSavedAsOneFile() {
        file = Optional.of("mine.ics");
        model.saveEachDay();
        assertEquals(messages.text("reminder.saved", "mine.ics"), model.message().text().get());
    }

    @Test
    void cancellingShowsNoMessage() {
        model.saveReminder();
        model.saveEachDay();
        model.saveReceipt();
        assertEquals("", model.message().text().get());
        assertEquals(Optional.empty(), model.receipt().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt.html", "receipt.htm", "RECEIPT.HTML", "receipt.exe.html"})
    void anHtmlReceiptCanBeOpened(String name) {
        file = Optional.of(name);
        model.saveReceipt();
        assertEquals(Optional.of(folder.resolve(name)), model.receipt().get());
        model.openReceipt();
        assertEquals(List.of(folder.resolve(name).toUri()), desktop.opened);
        assertTrue(model.message().text().get().contains(name),
                "it was opened, so that it is still said where it lies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt", "receipt.exe", "receipt.html.bat", "html", "receipt.xhtml.hta", "receipt.html "})
    void aFileThatMayBeAProgramCannotBeOpened(String name) {
        file = Optional.of(name);
        model.saveReceipt();
        assertEquals(Optional.empty(), model.receipt().get());
        model.openReceipt();
        assertEquals(List.of(), desktop.opened);
        assertFalse(model.message().text().get().isEmpty());
    }

    @Test
    void aReceiptThatIsNoHtmlReplacesTheOneToOpen() {
        file = Optional.of("receipt.html");
        model.saveReceipt();
        file = Optional.of("receipt.exe");
        model.saveReceipt();
        assertEquals(Optional.empty(), model.receipt().get());
    }

    @Test
    void cancellingTheSecondReceiptKeepsTheFirst() {
        file = Optional.of("receipt.html");
        model.saveReceipt();
        file = Optional.empty();
        model.saveReceipt();
        assertEquals(Optional.of(folder.resolve("receipt.html")), model.receipt().get());
    }

    @Test
    void aFailureToOpenIsReported() {
        desktop.browser = false;
        file = Optional.of("receipt.html");
        model.saveReceipt();
        model.openReceipt();
        assertEquals("The receipt could not be opened. It lies where you saved it.", model.message().text().get());
    }

    @Test
    void theDatesAreCopiedOnePerLine() {
        model.copyDates();
        assertEquals("""
                September 23, 2027: Renew the Apple token of Maple School: it runs out on November 22, 2027
                October 23, 2027: Still to do? Renew the Apple token of Maple School: it runs out on November 22, 2027
                November 15, 2027: One week left: renew the Apple token of Maple School before November 22, 2027
                November 22, 2027: Last day: the Apple token of Maple School runs out today, November 22, 2027""",
                desktop.clipboard);
        assertFalse(desktop.secret);
        assertEquals("The dates are copied. Paste them wherever you keep your plans.", model.message().text().get());
    }

    @Test
    void onlyDatesAndTheNameAreCopied() {
        model.copyDates();
        assertFalse(desktop.clipboard.contains(TENANT));
        assertFalse(desktop.clipboard.contains(TOKEN));
        assertFalse(desktop.clipboard.contains("it@maple.example"));
    }

    @Test
    void whenItIsTooLateNothingIsCopiedAndTheUserIsTold() {
        record = Renewals.of(TENANT, TOKEN, Renewals.FIRST, Expiry.confirmed(LocalDate.of(2026, 11, 21)));
        desktop.clipboard = "mine";
        model.copyDates();
        assertEquals("mine", desktop.clipboard);
        assertEquals(messages.text("reminder.too-late"), model.message().text().get());
        for (Runnable button : List.<Runnable>of(model::openReminder, model::saveReminder, model::saveEachDay)) {
            model.forget();
            button.run();
            assertEquals(messages.text("reminder.too-late"), model.message().text().get());
        }
        assertEquals(Map.of(), desktop.copies);
    }

    /** Writes real files. */
    private final class FileExport implements DocumentExport {
        @Override
        public ExportResult openReminder() {
            return result(recordFiles.openReminder(record));
        }

        @Override
        public Optional<ExportResult> saveReminder() {
            return recordFiles.saveReminder(record, ReminderForm.ONE_EVENT).map(FileExport::result);
        }

        @Override
        public Optional<ExportResult> saveEachDay() {
            return recordFiles.saveReminder(record, ReminderForm.EVENT_EACH_DAY).map(FileExport::result);
        }

        @Override
        public Optional<String> dates() {
            return recordFiles.reminderDates(record);
        }

        @Override
        public Optional<ExportResult> saveReceipt() {
            return recordFiles.saveReceipt(record).map(FileExport::result);
        }

        private static ExportResult result(RecordFiles.Result file) {
            return new ExportResult(file.done(), file.message(), file.receipt());
        }
    }
}
