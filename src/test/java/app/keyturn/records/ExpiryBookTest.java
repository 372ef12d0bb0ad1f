package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.ExpiryBook.FileIssue;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.testkit.ExpiryEntries;
import app.keyturn.testkit.FileReaders;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExpiryBookTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);

    @TempDir private Path folder;

    @Test
    void openingABookWritesNothing() {
        ExpiryBook book = ExpiryBook.open(folder.resolve("keyturn"));
        assertEquals(List.of(), book.entries());
        assertEquals(Optional.empty(), book.fileIssue());
        assertFalse(Files.exists(folder.resolve("keyturn")));
    }

    @Test
    void entriesAreKeptInTheFile() throws IOException {
        ExpiryEntry maple = entry("Maple School", "1111", NEXT_YEAR);
        ExpiryBook.open(folder).restore(maple);
        assertEquals(List.of(maple), ExpiryBook.open(folder).entries());
    }

    @Test
    void aRenewalReplacesTheEarlierOne() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        ExpiryEntry later = entry("Maple Street School", "1111", NEXT_YEAR.plusYears(1));
        book.restore(later);
        assertEquals(List.of(later), ExpiryBook.open(folder).entries());
    }

    @Test
    void eachPortalOfAnOrganisationHasItsOwnEntry() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        book.restore(entry(Portal.BUSINESS, "Maple School", "1111", NEXT_YEAR));
        assertEquals(2, book.entries().size());
    }

    @Test
    void theEarliestExpiryComesFirst() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        book.restore(entry("Oak School", "2222", NEXT_YEAR.minusDays(40)));
        book.restore(entry("Elm School", "3333", NEXT_YEAR.plusDays(40)));
        assertEquals(List.of("Oak School", "Maple School", "Elm School"),
                ExpiryBook.open(folder).entries().stream().map(ExpiryEntry::tenantName).toList());
    }

    @Test
    void entriesOfAnotherWindowAreKept() throws IOException {
        ExpiryBook one = ExpiryBook.open(folder);
        ExpiryBook other = ExpiryBook.open(folder);
        one.restore(entry("Maple School", "1111", NEXT_YEAR));
        other.restore(entry("Oak School", "2222", NEXT_YEAR));
        assertEquals(2, ExpiryBook.open(folder).entries().size());
    }

    @Test
    void unknownMembersAreKept() throws IOException {
        write("""
                {"format": "keyturn-expiry-book", "version": 1, "sharedWith": "it@maple.example", "organisations": [
                  {"portal": "UNIVERSITY", "organisation": "Of a future portal"},
                  {"portal": "SCHOOL", "organisation": "Maple School", "tenantId": "1111", "app": "Apple School Manager",
                   "appObjectId": "aaaa", "user": "it@maple.example", "renewedAt": "2026-11-22T10:00:00Z",
                   "expires": "2027-11-22", "expiresKnownFrom": "CONFIRMED", "colour": "green"}]}
                """);
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(List.of("Maple School"), book.entries().stream().map(ExpiryEntry::tenantName).toList());
        book.restore(entry("Maple School", "1111", NEXT_YEAR.plusYears(1)));
        JsonObject written = JsonParser.parseString(Files.readString(book.path())).getAsJsonObject();
        assertEquals("it@maple.example", written.get("sharedWith").getAsString());
        assertEquals("UNIVERSITY", organisation(written, 0).get("portal").getAsString());
        assertEquals("green", organisation(written, 1).get("colour").getAsString());
        assertEquals("2028-11-22", organisation(written, 1).get("expires").getAsString());
        assertEquals(2, written.getAsJsonArray("organisations").size());
    }

    @Test
    void aBookOfALaterVersionIsLeftAlone() throws IOException {
        String later = "{\"format\": \"keyturn-expiry-book\", \"version\": 2, \"organisations\": [{}]}";
        write(later);
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.of(FileIssue.NEWER), book.fileIssue());
        assertThrows(IOException.class, () -> book.restore(entry("Maple School", "1111", NEXT_YEAR)));
        assertEquals(later, Files.readString(book.path()));
    }

    @Test
    void anUnreadableFileIsRenamedAndNotLost() throws IOException {
        for (String damaged : List.of("", "not JSON {", "[]", "{\"format\": \"another\", \"version\": 1}",
                "{\"format\": \"keyturn-expiry-book\", \"version\": 1, \"organisations\": 3}")) {
            write(damaged);
            ExpiryBook book = ExpiryBook.open(folder);
            assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue(), damaged);
            assertFalse(Files.exists(book.path()));
            assertTrue(renamedFiles(folder).contains(damaged), damaged);
        }
        assertEquals(5, renamedFiles(folder).size());
    }

    @Test
    void afterRenamingANewBookIsStartedAndTheIssueStays() throws IOException {
        write("not JSON");
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        assertEquals(1, ExpiryBook.open(folder).entries().size());
        assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue());
        assertEquals(List.of("not JSON"), renamedFiles(folder));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadNowIsNeitherRenamedNorOverwritten() throws IOException {
        Path notNow = Path.of("/proc/self/mem"); // as when a file in the cloud cannot be fetched: an I/O error
        Files.createSymbolicLink(folder.resolve("expiry-book.json"), notNow);
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.of(FileIssue.IN_THE_WAY), book.fileIssue());
        assertThrows(IOException.class, () -> book.restore(entry("Maple School", "1111", NEXT_YEAR)));
        assertEquals(notNow, Files.readSymbolicLink(book.path()));
        Files.delete(book.path());
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        assertEquals(Optional.empty(), book.fileIssue());
    }

    @Test
    void copiesOfAProgramThatSynchronisesTheFolderAreLeftAlone() throws IOException {
        Map<String, String> copies = Map.of("expiry-book (Jo's conflicted copy 2026-12-01).json", "old",
                "expiry-book-LAPTOP-7.json", "old", "expiry-book.json.tmp", "half");
        for (Map.Entry<String, String> copy : copies.entrySet()) {
            Files.writeString(folder.resolve(copy.getKey()), copy.getValue());
        }
        ExpiryBook.open(folder).restore(entry("Maple School", "1111", NEXT_YEAR));
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(1, book.entries().size());
        assertEquals(Optional.empty(), book.fileIssue());
        for (Map.Entry<String, String> copy : copies.entrySet()) {
            assertEquals(copy.getValue(), Files.readString(folder.resolve(copy.getKey())));
        }
    }

    @Test
    void aTooLongFileIsRenamed() throws IOException {
        write(" ".repeat(ExpiryBook.MAX_BYTES + 1));
        assertEquals(Optional.of(FileIssue.SET_ASIDE), ExpiryBook.open(folder).fileIssue());
    }

    @Test
    void aFileThatIsNotTextIsRenamed() throws IOException {
        Files.write(folder.resolve("expiry-book.json"), new byte[]{(byte) 0xc3, 0x28});
        assertEquals(Optional.of(FileIssue.SET_ASIDE), ExpiryBook.open(folder).fileIssue());
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        ExpiryBook book = ExpiryBook.open(notAFolder);
        assertThrows(IOException.class, () -> book.restore(entry("Maple School", "1111", NEXT_YEAR)));
        assertEquals(Optional.of(FileIssue.NOT_WRITTEN), book.fileIssue());
        assertEquals(List.of(), book.entries());
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder.resolve("keyturn"));
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        assertEquals(List.of(), FileReaders.besidesTheOwner(book.path()));
    }

    @Test
    void aNameCannotChangeTheDirectionOfItsLine() {
        assertEquals("Maple School", entry("Maple\u202E\nSchool", "1111", NEXT_YEAR).tenantName());
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("expiry-book.json"), text);
    }

    private static List<String> renamedFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().contains("not-readable")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static JsonObject organisation(JsonObject book, int index) {
        return book.getAsJsonArray("organisations").get(index).getAsJsonObject();
    }

    private static ExpiryEntry entry(String name, String tenantId, LocalDate expires) {
        return entry(Portal.SCHOOL, name, tenantId, expires);
    }

    private static ExpiryEntry entry(Portal portal, String name, String tenantId, LocalDate expires) {
        return ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires));
    }
}
