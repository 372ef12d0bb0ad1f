package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.records.ExpiryBook.Trouble;
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

/** The book cannot be written: what was in it stays, and that is said. */
class FullDiskTest {
    private static final RenewalRecord MAPLE = Renewals.of("maple", "token", Renewals.FIRST);
    private static final RenewalRecord OAK = Renewals.of("oak", "token", Renewals.FIRST);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whenTheDiskIsFullInTheMiddleOfTheFileTheOneBeforeStays() throws IOException {
        assumeTrue(ChildProcess.canLimitFileSize(), "no POSIX shell here, which keeps a process's files small");
        int noted;
        try (ChildProcess process = ChildProcess.startOnSmallDisk(BookWritingProcess.class, folder.toString(),
                "school ",
                "100")) {
            assertEquals(BookWritingProcess.READY, process.line());
            process.sendLine();
            String[] end = process.line().split(" ", -1);
            assertEquals(Trouble.NOT_WRITTEN.name(), end[1]);
            noted = Integer.parseInt(end[0]);
        }
        assertTrue(noted > 2 && noted < 100, () -> String.valueOf(noted));
        ExpiryBook book = ExpiryBook.in(folder);
        assertEquals(Optional.empty(), book.trouble());
        assertEquals(noted, book.entries().size());
        assertEquals(Set.of("expiry-book.json", ".keyturn-expiry-book.lock"), files());
        book.note(OAK);
        assertEquals(noted + 1, book.entries().size(), "once there is room again");
    }

    @Test
    void aFolderThatIsAFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        ExpiryBook book = ExpiryBook.in(file);
        assertEquals(Optional.empty(), book.trouble());
        isNotWritten(book);
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void whereNobodyMayWriteThatIsSaid() {
        Path processes = Path.of("/proc");
        assumeTrue(Files.isDirectory(processes), "no folder here in which not even an administrator may write");
        isNotWritten(ExpiryBook.in(processes));
    }

    @Test
    void inAFolderThatMayOnlyBeReadWhatWasNotedBeforeIsKnown() throws IOException {
        ExpiryBook.in(folder).note(MAPLE);
        assertTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "an administrator may write everywhere");
            ExpiryBook book = ExpiryBook.in(folder);
            assertThrows(IOException.class, () -> book.note(OAK));
            assertEquals(Optional.of(Trouble.NOT_WRITTEN), book.trouble());
            assertEquals(List.of("maple"), book.entries().stream().map(ExpiryEntry::tenantName).toList());
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void whatCouldNotBeWrittenOnceIsNoTroubleOnceItIs() throws IOException {
        Path place = folder.resolve("place");
        Files.createFile(place);
        ExpiryBook book = ExpiryBook.in(place);
        isNotWritten(book);
        Files.delete(place);
        book.note(MAPLE);
        assertEquals(Optional.empty(), book.trouble());
        assertTrue(ExpiryBook.in(place).entry(Portal.SCHOOL, "maple").isPresent());
    }

    @Test
    void aDamagedBookIsSetAsideAndTheRenewalNotedInANewOne() throws IOException {
        BookFile.write(folder, "{\"format\": \"keyturn-expiry-book\", \"ver");
        ExpiryBook book = ExpiryBook.in(folder);
        book.note(MAPLE);
        assertEquals(Optional.of(Trouble.SET_ASIDE), book.trouble());
        assertEquals(Optional.of(MAPLE), ExpiryBook.in(folder).entries().getFirst().receipt());
        assertEquals(1, files().stream().filter(name -> name.startsWith("expiry-book-not-readable-")).count());
    }

    @Test
    void aBookDamagedWhileItIsOpenIsSetAsideToo() throws IOException {
        ExpiryBook book = ExpiryBook.in(folder);
        book.note(MAPLE);
        BookFile.write(folder, "damaged");
        book.note(OAK);
        assertEquals(Optional.of(Trouble.SET_ASIDE), book.trouble());
        assertEquals(List.of("oak"), ExpiryBook.in(folder).entries().stream().map(ExpiryEntry::tenantName).toList());
    }

    private static void isNotWritten(ExpiryBook book) {
        assertThrows(IOException.class, () -> book.note(MAPLE));
        assertEquals(Optional.of(Trouble.NOT_WRITTEN), book.trouble());
        assertEquals(List.of(), book.entries());
        assertEquals(Optional.empty(), book.nextReminder(MAPLE));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
