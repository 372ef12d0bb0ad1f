package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.records.ExpiryBook.FileIssue;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.ChildProcess;
import app.keyturn.testkit.Renewals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book cannot be written: its content stays, and the issue is reported. */
class ExpiryBookNotWrittenTest {
    private static final RenewalRecord MAPLE = Renewals.of("maple", "token", Renewals.FIRST);
    private static final RenewalRecord OAK = Renewals.of("oak", "token", Renewals.FIRST);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void whenTheDiskIsFullTheOldFileStays() throws IOException {
        assumeTrue(ChildProcess.canLimitFileSize(), "no POSIX shell to limit file sizes");
        int added;
        try (ChildProcess process = ChildProcess.startOnSmallDisk(BookWritingProcess.class, folder.toString(),
                "school ",
                "100")) {
            process.awaitLine(BookWritingProcess.READY);
            process.sendLine();
            String[] result = process.awaitLine("\\d+ " + FileIssue.NOT_WRITTEN).split(" ", -1);
            added = Integer.parseInt(result[0]);
        }
        assertTrue(added > 2 && added < 100, () -> String.valueOf(added));
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.empty(), book.fileIssue());
        assertEquals(added, book.entries().size());
        assertEquals(Set.of("expiry-book.json", ".keyturn-expiry-book.lock"), files());
        book.put(OAK);
        assertEquals(added + 1, book.entries().size(), "when there is space again");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNotChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        ExpiryBook book = ExpiryBook.open(file);
        assertEquals(Optional.empty(), book.fileIssue());
        assertNotWritten(book);
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aFolderWithoutWriteAccessIsReported() {
        Path readOnly = Path.of("/proc");
        assumeTrue(Files.isDirectory(readOnly), "no folder that even an administrator cannot write to");
        assertNotWritten(ExpiryBook.open(readOnly));
    }

    @Test
    void aReadOnlyBookIsStillRead() throws IOException {
        ExpiryBook.open(folder).put(MAPLE);
        assumeTrue(folder.toFile().setWritable(false), "Windows has no read-only folders");
        try {
            assumeFalse(Files.isWritable(folder), "an administrator can write everywhere");
            ExpiryBook book = ExpiryBook.open(folder);
            assertThrows(IOException.class, () -> book.put(OAK));
            assertEquals(Optional.of(FileIssue.NOT_WRITTEN), book.fileIssue());
            assertEquals(List.of("maple"), book.entries().stream().map(ExpiryEntry::tenantName).toList());
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void theIssueIsGoneOnceTheBookIsWritten() throws IOException {
        Path target = folder.resolve("target");
        Files.createFile(target);
        ExpiryBook book = ExpiryBook.open(target);
        assertNotWritten(book);
        Files.delete(target);
        book.put(MAPLE);
        assertEquals(Optional.empty(), book.fileIssue());
        assertTrue(ExpiryBook.open(target).entry(Portal.SCHOOL, "maple", "aaaa").isPresent());
    }

    @Test
    void aDamagedBookIsRenamedAndANewOneStarted() throws IOException {
        ExpiryBookFile.write(folder, "{\"format\": \"keyturn-expiry-book\", \"ver");
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(MAPLE);
        assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue());
        assertEquals(Optional.of(MAPLE), ExpiryBook.open(folder).entries().getFirst().receipt());
        assertEquals(1, files().stream().filter(name -> name.startsWith("expiry-book-not-readable-")).count());
    }

    @Test
    void aBookDamagedWhileOpenIsRenamed() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(MAPLE);
        ExpiryBookFile.write(folder, "damaged");
        book.put(OAK);
        assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue());
        assertEquals(List.of("oak"), ExpiryBook.open(folder).entries().stream().map(ExpiryEntry::tenantName).toList());
    }

    private static void assertNotWritten(ExpiryBook book) {
        assertThrows(IOException.class, () -> book.put(MAPLE));
        assertEquals(Optional.of(FileIssue.NOT_WRITTEN), book.fileIssue());
        assertEquals(List.of(), book.entries());
        assertEquals(Optional.empty(), book.nextReminderSeries(MAPLE));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
