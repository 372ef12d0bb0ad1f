package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.keyturn.platform.FileName;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.SyncProof;
import app.keyturn.testkit.Records;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both the last page and the page for finishing by hand save their files through this class. */
class RecordFilesTest {
    private static final RenewalRecord RECORD = Records.with(Records.byKeyturn(new SyncProof.NotYet()));

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;
    private final List<String> suggested = new ArrayList<>();
    private final Map<String, byte[]> opened = new LinkedHashMap<>();
    private boolean opens = true;
    private boolean cancelled;
    /** In place of the suggested name. */
    private Optional<String> typed = Optional.empty();
    private final RecordFiles recordFiles = new RecordFiles(Records::words, Clock.fixed(Records.SAVED_AT, Records.ZONE),
            this::chooseFile, this::openCopy, _ -> Optional.empty());

    @Test
    void theReceiptIsWrittenToTheChosenFileWithItsJsonBesideIt() throws IOException {
        String message = recordFiles.saveReceipt(RECORD).orElseThrow().message().get();
        assertEquals(List.of("keyturn-receipt-2026-11-23.html"), suggested);
        assertTrue(message.contains("keyturn-receipt-2026-11-23.html"), message);
        assertTrue(message.contains("keyturn-receipt-2026-11-23.json"), message);
        assertTrue(Files.exists(folder.resolve("keyturn-receipt-2026-11-23.html")));
        assertTrue(Files.exists(folder.resolve("keyturn-receipt-2026-11-23.json")));
    }

    @Test
    void theReminderIsOpenedAsOneEvent() {
        assertEquals(Records.texts().getString("reminder.opened"), recordFiles.openReminder(RECORD).message().get());
        byte[] file = Objects.requireNonNull(opened.get("keyturn-reminder-2026-11-23.ics"));
        assertEquals(1, CalendarText.read(file).all("VEVENT").size());
        assertEquals(List.of(), suggested);
    }

    @Test
    void ifNothingOpensTheReminderTheUserIsToldToSaveIt() {
        opens = false;
        String message = recordFiles.openReminder(RECORD).message().get();
        assertEquals(Records.texts().getString("reminder.not-opened"), message);
    }

    @ParameterizedTest
    @CsvSource({"ONE_EVENT, keyturn-reminder-2026-11-23.ics, 1", "EVENT_EACH_DAY, keyturn-reminders-2026-11-23.ics, 4"})
    void theReminderIsSavedInBothForms(ReminderForm form, String name, int events) throws IOException {
        String message = recordFiles.saveReminder(RECORD, form).orElseThrow().message().get();
        assertTrue(message.contains(name), message);
        assertEquals(events, CalendarText.read(Files.readAllBytes(folder.resolve(name))).all("VEVENT").size());
    }

    @Test
    void aReminderWrittenAgainReplacesTheSameEvents() throws IOException {
        recordFiles.saveReminder(RECORD, ReminderForm.ONE_EVENT);
        List<String> first = lines("UID:");
        assertEquals(List.of("SEQUENCE:1"), lines("SEQUENCE:").stream().distinct().toList());
        recordFiles.saveReminder(RECORD, ReminderForm.ONE_EVENT);
        assertEquals(first, lines("UID:"));
        assertEquals(List.of("SEQUENCE:2"), lines("SEQUENCE:").stream().distinct().toList());
    }

    @Test
    void cancellingWritesNoFileAndShowsNoMessage() throws IOException {
        cancelled = true;
        assertEquals(Optional.empty(), recordFiles.saveReminder(RECORD, ReminderForm.ONE_EVENT));
        assertEquals(Optional.empty(), recordFiles.saveReceipt(RECORD));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void anExpiredTokenNeedsNoReminderSoNoFileIsAskedFor() {
        RenewalRecord expired = Records.until(LocalDate.of(2026, 11, 1));
        assertEquals(Optional.of(Records.texts().getString("reminder.too-late")),
                recordFiles.saveReminder(expired, ReminderForm.ONE_EVENT).map(result -> result.message().get()));
        assertEquals(Records.texts().getString("reminder.too-late"),
                recordFiles.openReminder(expired).message().get());
        assertEquals(List.of(), suggested);
        assertEquals(Map.of(), opened);
    }

    static Stream<Arguments> places() {
        return Stream.of(arguments("in-the-way", WriteFault.NO_ACCESS), arguments("missing", WriteFault.GONE),
                arguments("file", WriteFault.GONE));
    }

    /** A folder with such a name stands in the way of the file, the folder is missing, or it is a file. */
    @ParameterizedTest
    @MethodSource("places")
    void aFileThatCannotBeWrittenIsReportedWithItsPlaceAndTheReasonAndCanGoElsewhere(String place, WriteFault reason)
            throws IOException {
        Path unusable = folder.resolve(place);
        if (place.equals("in-the-way")) {
            for (String name : List.of("keyturn-receipt-2026-11-23.html", "keyturn-reminder-2026-11-23.ics")) {
                Files.createDirectories(unusable.resolve(name).resolve("not empty"));
            }
        } else if (place.equals("file")) {
            Files.createFile(unusable);
        }
        Path usable = folder;
        folder = unusable;
        String why = Records.words().text("keep.fault." + reason);
        assertEquals(Optional.of(Records.words().text("receipt.not-saved", unusable, why)),
                recordFiles.saveReceipt(RECORD).map(result -> result.message().get()));
        folder = usable;
        assertTrue(recordFiles.saveReceipt(RECORD).orElseThrow().receipt().isPresent());
    }

    /** As on Windows, whose dialog for files lets some of them pass. */
    @ParameterizedTest
    @ValueSource(strings = {"CON", "NUL.html", "receipt.html ", "receipt.html.", "school: receipt.html", "what?.html"})
    void aNameThatTheSystemDoesNotAllowIsReportedAndCanBeAnother(String name) throws IOException {
        typed = Optional.of(name);
        Optional<String> notAllowed = Optional.of(Records.words().text("keep.name-not-allowed", name));
        assertEquals(notAllowed, recordFiles.saveReceipt(RECORD).map(result -> result.message().get()));
        assertEquals(notAllowed,
                recordFiles.saveReminder(RECORD, ReminderForm.ONE_EVENT).map(result -> result.message().get()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        typed = Optional.of("receipt.html");
        assertTrue(recordFiles.saveReceipt(RECORD).orElseThrow().receipt().isPresent());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatNobodyMayWriteToIsReported() {
        folder = Path.of("/proc");
        assertEquals(Optional.of(Records.words()
                .text("receipt.not-saved", folder, Records.words().text("keep.fault.NO_ACCESS"))),
                recordFiles.saveReceipt(RECORD).map(result -> result.message().get()));
    }

    @Test
    void aReceiptForWorkByHandSaysThatKeyturnCheckedNothing() throws IOException {
        recordFiles.saveReceipt(Records.with(true, Records.MAPLE, new RenewalRecord.ByHand(Optional.empty()),
                Expiry.confirmed(LocalDate.of(2027, 11, 22))));
        String page = Files.readString(folder.resolve("PRACTICE-keyturn-receipt-2026-11-23.html"));
        assertTrue(page.contains("Done by hand, not checked by Keyturn"));
        assertFalse(page.contains("Saved and tested"));
    }

    private List<String> lines(String prefix) throws IOException {
        return Files.readAllLines(folder.resolve("keyturn-reminder-2026-11-23.ics"))
                .stream()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    private boolean openCopy(String name, byte[] content) {
        opened.put(name, content);
        return opens;
    }

    private Optional<Path> chooseFile(String name) {
        suggested.add(name);
        return cancelled
                ? Optional.empty()
                : Optional.of(FileName.toPath(OperatingSystem.WINDOWS, new File(folder.toFile(), typed.orElse(name))));
    }
}
