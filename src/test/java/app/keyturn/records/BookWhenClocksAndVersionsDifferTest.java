package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.SymbolicLinks;
import app.keyturn.testkit.Tokens;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A book whose writers had other clocks, other versions, other windows or other editors. */
class BookWhenClocksAndVersionsDifferTest {
    @TempDir private Path folder;

    /** Days after the first renewal, by the clock at that time. */
    @ParameterizedTest
    @CsvSource({"365, 0", "365, 364", "3650, 0", "0, -365", "0, 365"})
    void aTokenSavedWhileTheClockRanAheadIsStillKnown(int first, int second) throws IOException {
        book().put(renewal("one", first));
        RenewalRecord renewal = renewal("two", second);
        book().put(renewal);
        book().put(Renewals.withASyncSeen(renewal));
        assertEquals(2, entry().tokens().size());
        assertEquals(renewal.expiry(), entry().expiry());
        book().put(Renewals.withTheOldTokenRevoked(renewal));
        assertTrue(book().findToken(Tokens.of("one")).orElseThrow().revoked());
        assertFalse(book().findToken(Tokens.of("two")).orElseThrow().revoked());
    }

    @Test
    void newsOfAnEarlierRenewalDoNotUndoWhatAnotherWindowRenewedSince() throws IOException {
        RenewalRecord earlier = renewal("one", 0);
        book().put(renewal("zero", -365));
        book().put(earlier);
        RenewalRecord later = renewal("two", 1);
        book().put(later);
        book().put(Renewals.withTheOldTokenRevoked(Renewals.withASyncSeen(earlier)));
        assertEquals(later.expiry(), entry().expiry());
        assertEquals(Optional.of(later), entry().receipt());
        assertTrue(book().findToken(Tokens.of("zero")).orElseThrow().revoked());
        assertFalse(book().findToken(Tokens.of("one")).orElseThrow().revoked());
    }

    @Test
    void aWordOfALaterVersionInAReceiptStaysWhenReminderAndBookAreWritten() throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        book().put(renewal);
        for (String member : List.of("oldToken", "work", "resume", "expiresKnownFrom", "portal")) {
            book().put(renewal);
            ExpiryBookFile.change(folder, 0,
                    json -> json.getAsJsonObject("receipt").addProperty(member, "OF_A_LATER_VERSION"));
            JsonObject before = ExpiryBookFile.organisation(folder, 0).getAsJsonObject("receipt");
            book().nextReminderSeries(renewal);
            book().put(Renewals.of("oak", "of oak", Renewals.FIRST));
            assertEquals(before, ExpiryBookFile.organisation(folder, 0).getAsJsonObject("receipt"), member);
            ExpiryBookFile.change(folder, 0, json -> json.remove("receipt"));
        }
    }

    @Test
    void unknownMembersStayEverywhere() throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        book().put(renewal);
        ExpiryBookFile.change(folder, 0, json -> {
            json.getAsJsonObject("receipt").addProperty("added", 1);
            json.getAsJsonObject("receipt").getAsJsonObject("syncAfter").addProperty("added", 2);
            json.getAsJsonObject("reminder").addProperty("added", 3);
            json.getAsJsonArray("tokens").get(0).getAsJsonObject().addProperty("added", 4);
            json.getAsJsonArray("tokens").add(JsonParser.parseString("{\"sha512\": \"of a later version\"}"));
        });
        book().put(Renewals.withASyncSeen(renewal));
        book().nextReminderSeries(renewal);
        JsonObject json = ExpiryBookFile.organisation(folder, 0);
        assertEquals(1, json.getAsJsonObject("receipt").get("added").getAsInt());
        assertEquals(2, json.getAsJsonObject("receipt").getAsJsonObject("syncAfter").get("added").getAsInt());
        assertEquals("SUCCEEDED", json.getAsJsonObject("receipt")
                .getAsJsonObject("syncAfter")
                .get("result")
                .getAsString());
        assertEquals(3, json.getAsJsonObject("reminder").get("added").getAsInt());
        assertEquals(4, json.getAsJsonArray("tokens").get(0).getAsJsonObject().get("added").getAsInt());
        assertTrue(json.getAsJsonArray("tokens").get(1).getAsJsonObject().has("sha512"));
        book().put(renewal("two", 365));
        json = ExpiryBookFile.organisation(folder, 0);
        assertFalse(json.getAsJsonObject("receipt").has("added"), "another renewal has another receipt");
        assertEquals(4, json.getAsJsonArray("tokens").get(1).getAsJsonObject().get("added").getAsInt());
        assertTrue(json.getAsJsonArray("tokens").get(2).getAsJsonObject().has("sha512"));
    }

    @Test
    void whatIsNotNewIsNotWritten() throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        ExpiryBook book = book();
        book.put(renewal);
        Files.setLastModifiedTime(book.path(), FileTime.fromMillis(0));
        book.put(renewal);
        assertEquals(0, Files.getLastModifiedTime(book.path()).toMillis());
    }

    @Test
    void aReminderNumberIsNeverGivenTwice() throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        Set<ReminderSeries> given = new HashSet<>();
        ExpiryBook book = book();
        for (int times = 0; times < 3; times++) {
            book.put(renewal);
            assertTrue(given.add(book.nextReminderSeries(renewal).orElseThrow()));
            book.forget(book.entry(renewal).orElseThrow());
        }
        book.put(renewal);
        ExpiryEntry before = book.entry(renewal).orElseThrow();
        for (int times = 0; times < 3; times++) {
            book.put(renewal("two", 365));
            assertTrue(given.add(book.nextReminderSeries(renewal).orElseThrow()));
            book.restore(before);
            assertTrue(given.add(book().nextReminderSeries(renewal).orElseThrow()));
        }
        assertEquals(1, given.stream().map(ReminderSeries::id).distinct().count(), "and the events stay the same");
    }

    @Test
    void aNumberThatCannotBeWrittenIsNotGivenAgain() throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        ExpiryBook book = book();
        book.put(renewal);
        List<ReminderSeries> given = new ArrayList<>();
        given.add(book.nextReminderSeries(renewal).orElseThrow());
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        Files.createFile(folder);
        given.add(book.nextReminderSeries(renewal).orElseThrow());
        given.add(book.nextReminderSeries(renewal).orElseThrow());
        Files.delete(folder);
        Files.move(elsewhere, folder);
        given.add(book.nextReminderSeries(renewal).orElseThrow());
        assertEquals(List.of(1, 2, 3, 4), given.stream().map(ReminderSeries::sequence).toList());
        assertEquals(4, entry().reminders().sequence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "2147483648", "1e999", "-1", "1.5", "\"7\"", "null", "[]"})
    void aNumberOutOfRangeBeginsAnotherSeries(String sequence) throws IOException {
        RenewalRecord renewal = renewal("one", 0);
        book().put(renewal);
        ReminderSeries first = book().nextReminderSeries(renewal).orElseThrow();
        ExpiryBookFile.change(folder, 0,
                json -> json.getAsJsonObject("reminder").add("sequence", JsonParser.parseString(sequence)));
        ReminderSeries next = book().nextReminderSeries(renewal).orElseThrow();
        assertEquals(1, next.sequence());
        assertFalse(next.id().equals(first.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aBookThatAnEditorSavedWithAByteOrderMarkIsRead(String charset) throws IOException {
        book().put(renewal("one", 0));
        Path file = book().path();
        Files.writeString(file, "\uFEFF" + Files.readString(file), Charset.forName(charset));
        assertEquals(Optional.empty(), book().fileIssue());
        book().put(Renewals.of("oak", "of oak", Renewals.FIRST));
        assertEquals(2, book().entries().size());
    }

    @Test
    void aLinkToTheBookStaysALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("elsewhere")).resolve("book.json");
        Path link = SymbolicLinks.create(book().path(), real);
        book().put(renewal("one", 0));
        assertEquals(1, book().entries().size());
        Files.writeString(real, "damaged");
        assertEquals(Optional.of(ExpiryBook.FileIssue.SET_ASIDE), book().fileIssue());
        book().put(renewal("two", 0));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.exists(real));
        try (var files = Files.list(real.getParent())) {
            assertEquals(2, files.count());
        }
    }

    private ExpiryBook book() {
        return ExpiryBook.open(folder);
    }

    private ExpiryEntry entry() {
        return book().entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow();
    }

    private static RenewalRecord renewal(String token, int day) {
        return Renewals.of("maple", token, Renewals.FIRST.plus(Duration.ofDays(day)));
    }
}
