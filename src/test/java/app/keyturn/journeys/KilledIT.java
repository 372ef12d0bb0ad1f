package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.journeys.KilledProgram.KillPoint;
import app.keyturn.platform.StaleFiles;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.ReminderSeries;
import app.keyturn.records.SaveNotes;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.Seed;
import app.keyturn.testkit.WindowProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed at each step of a renewal, and while it writes files, and is started again. */
class KilledIT {
    private static final String REPORTED_SAVE = "Keyturn was stopped while it was saving, on .+ for Maple Street School\\. "
            + "Both tokens still work\\. Paste the new one again to finish\\.";
    private static final int WRITERS = 4;
    private static final int MOST_ROUNDS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void afterAKillTheNextStartWorksAndReportsAnUnprovenSave() throws Exception {
        try (ChildProcess program = start(KilledProgram.RENEW)) {
            program.awaitLine(KilledProgram.READY);
        }
        assertEquals(List.of(), tokensBelow(folder));

        List<String> expected = Stream.concat(Arrays.stream(KillPoint.values()).map(KilledIT::expected),
                Stream.of(KilledProgram.DONE)).toList();
        try (ChildProcess program = start(KilledProgram.REPORT)) {
            for (String line : expected) {
                program.awaitLine(line);
            }
        }
        assertEquals(List.of(), tokensBelow(folder));
    }

    @Test
    void afterAKillDuringAWriteTheNextStartReadsACompleteFile() throws Exception {
        Random random = new Random(Seed.of(KilledIT.class));
        List<ReminderSeries> reminders = new ArrayList<>();
        for (int left = WRITERS; left > 0; left--) {
            try (ChildProcess writer = ChildProcess.start(KilledWriter.class, folder.toString())) {
                for (int rounds = random.nextInt(MOST_ROUNDS); rounds >= 0; rounds--) {
                    writer.awaitLine("\\d+");
                }
            }
            ExpiryBook book = ExpiryBook.open(folder);
            assertEquals(Optional.empty(), book.fileIssue());
            assertEquals(1, book.entries().size());
            ExpiryEntry entry = book.entries().getFirst();
            assertTrue(entry.receipt().isPresent());
            assertFalse(entry.tokens().isEmpty());
            reminders.add(entry.reminders());
            assertEquals(List.of(), StoredSettings.load(folder).issues());
            assertTrue(SaveNotes.in(folder).interrupted().getFirst() instanceof SaveNotes.Known);
        }
        assertEquals(1, reminders.stream().map(ReminderSeries::id).distinct().count());
        assertEquals(reminders.stream().map(ReminderSeries::sequence).sorted().toList(),
                reminders.stream().map(ReminderSeries::sequence).toList(), "sequence numbers are unique");
        StaleFiles.delete(folder, Instant.now().plus(Duration.ofHours(2)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(5, files.count(), "the book, the settings, their locks and the note");
        }
    }

    private static String expected(KillPoint killPoint) {
        return killPoint + ": " + switch (killPoint) {
            case SIGN_IN, TEST, RESUME, WATCH -> KilledProgram.NOTHING_REPORTED;
            case SAVE, SAVED, CHECK -> REPORTED_SAVE;
        };
    }

    private ChildProcess start(String program) throws IOException {
        return ChildProcess.of(WindowProcess.start(KilledProgram.class, folder, program));
    }

    private static List<Path> tokensBelow(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).filter(KilledIT::holdsAToken).toList();
        }
    }

    private static boolean holdsAToken(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains("PRACTICE-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
