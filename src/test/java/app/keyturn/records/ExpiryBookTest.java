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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryBookTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);

    @TempDir
    private Path home;

    @Test
    void openingABookWritesNothing() {
        ExpiryBook book = ExpiryBook.open(home.resolve("keyturn"));
        assertEquals(List.of(), book.entries());
        assertEquals(Optional.empty(), book.fileIssue());
        assertFalse(Files.exists(home.resolve("keyturn")));
    }

    @Test
    void whatIsNotedIsThereTheNextTime() throws IOException {
        ExpiryEntry maple = entry("Maple School", "1111", NEXT_YEAR);
        ExpiryBook.open(home).restore(maple);
        assertEquals(List.of(maple), ExpiryBook.open(home).entries());
    }

    @Test
    void theNextRenewalTakesThePlaceOfTheLast() throws IOException {
        ExpiryBook book = ExpiryBook.open(home);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        ExpiryEntry later = entry("Maple Street School", "1111", NEXT_YEAR.plusYears(1));
        book.restore(later);
        assertEquals(List.of(later), ExpiryBook.open(home).entries());
    }

    @Test
    void anOrganisationsOtherPortalHasALineOfItsOwn() throws IOException {
        ExpiryBook book = ExpiryBook.open(home);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        book.restore(entry(Portal.BUSINESS, "Maple School", "1111", NEXT_YEAR));
        assertEquals(2, book.entries().size());
    }

    @Test
    void whatRunsOutFirstStandsInFront() throws IOException {
        ExpiryBook book = ExpiryBook.open(home);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        book.restore(entry("Oak School", "2222", NEXT_YEAR.minusDays(40)));
        book.restore(entry("Elm School", "3333", NEXT_YEAR.plusDays(40)));
        assertEquals(List.of("Oak School", "Maple School", "Elm School"),
                ExpiryBook.open(home).entries().stream().map(ExpiryEntry::tenantName).toList());
    }

    @Test
    void whatAnotherWindowNotedMeanwhileStays() throws IOException {
        ExpiryBook one = ExpiryBook.open(home);
        ExpiryBook other = ExpiryBook.open(home);
        one.restore(entry("Maple School", "1111", NEXT_YEAR));
        other.restore(entry("Oak School", "2222", NEXT_YEAR));
        assertEquals(2, ExpiryBook.open(home).entries().size());
    }

    @Test
    void membersThisVersionDoesNotKnowAreKept() throws IOException {
        write("""
                {"format": "keyturn-expiry-book", "version": 1, "sharedWith": "it@maple.example", "organisations": [
                  {"portal": "UNIVERSITY", "organisation": "Of a portal to come"},
                  {"portal": "SCHOOL", "organisation": "Maple School", "tenantId": "1111", "app": "Apple School Manager",
                   "appObjectId": "aaaa", "user": "it@maple.example", "renewedAt": "2026-11-22T10:00:00Z",
                   "expires": "2027-11-22", "expiresKnownFrom": "CONFIRMED", "colour": "green"}]}
                """);
        ExpiryBook book = ExpiryBook.open(home);
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
        ExpiryBook book = ExpiryBook.open(home);
        assertEquals(Optional.of(FileIssue.NEWER), book.fileIssue());
        assertThrows(IOException.class, () -> book.restore(entry("Maple School", "1111", NEXT_YEAR)));
        assertEquals(later, Files.readString(book.path()));
    }

    @Test
    void aFileThatCannotBeReadIsSetAsideAndNeverLost() throws IOException {
        for (String broken : List.of("", "not JSON {", "[]", "{\"format\": \"another\", \"version\": 1}",
                "{\"format\": \"keyturn-expiry-book\", \"version\": 1, \"organisations\": 3}")) {
            write(broken);
            ExpiryBook book = ExpiryBook.open(home);
            assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue(), broken);
            assertFalse(Files.exists(book.path()));
            assertTrue(asideIn(home).contains(broken), broken);
        }
        assertEquals(5, asideIn(home).size());
    }

    @Test
    void afterSettingAsideANewBookIsBegunAndTheOldOneStillSpokenOf() throws IOException {
        write("not JSON");
        ExpiryBook book = ExpiryBook.open(home);
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        assertEquals(1, ExpiryBook.open(home).entries().size());
        assertEquals(Optional.of(FileIssue.SET_ASIDE), book.fileIssue());
        assertEquals(List.of("not JSON"), asideIn(home));
    }

    @Test
    void aFileThatIsTooLongIsSetAside() throws IOException {
        write(" ".repeat(ExpiryBook.MAX_BYTES + 1));
        assertEquals(Optional.of(FileIssue.SET_ASIDE), ExpiryBook.open(home).fileIssue());
    }

    @Test
    void bytesThatAreNoTextAreSetAside() throws IOException {
        Files.write(home.resolve("expiry-book.json"), new byte[]{(byte) 0xc3, 0x28});
        assertEquals(Optional.of(FileIssue.SET_ASIDE), ExpiryBook.open(home).fileIssue());
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Path notAFolder = Files.createFile(home.resolve("file"));
        ExpiryBook book = ExpiryBook.open(notAFolder);
        assertThrows(IOException.class, () -> book.restore(entry("Maple School", "1111", NEXT_YEAR)));
        assertEquals(Optional.of(FileIssue.NOT_WRITTEN), book.fileIssue());
        assertEquals(List.of(), book.entries());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        ExpiryBook book = ExpiryBook.open(home.resolve("keyturn"));
        book.restore(entry("Maple School", "1111", NEXT_YEAR));
        assertEquals(List.of(), FileReaders.besidesTheOwner(book.path()));
    }

    @Test
    void aNameCannotTurnTheLineItStandsIn() {
        assertEquals("Maple School", entry("Maple\u202E\nSchool", "1111", NEXT_YEAR).tenantName());
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("expiry-book.json"), text);
    }

    private static List<String> asideIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().contains("not-readable")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static JsonObject organisation(JsonObject book, int place) {
        return book.getAsJsonArray("organisations").get(place).getAsJsonObject();
    }

    private static ExpiryEntry entry(String name, String tenantId, LocalDate expires) {
        return entry(Portal.SCHOOL, name, tenantId, expires);
    }

    private static ExpiryEntry entry(Portal portal, String name, String tenantId, LocalDate expires) {
        return ExpiryEntries.of(portal, name, tenantId, Expiry.confirmed(expires));
    }
}
