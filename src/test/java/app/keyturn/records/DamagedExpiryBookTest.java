package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of the file were changed by hand or by another program. */
class DamagedExpiryBookTest {
    private static final RenewalRecord LAST_YEAR = Renewals.of("maple", "last year's", Renewals.FIRST);
    private static final RenewalRecord THIS_YEAR = Renewals.of("maple", "this year's",
            Renewals.FIRST.plus(Duration.ofDays(365)));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @BeforeEach
    void renewTwice() throws IOException {
        ExpiryBook.open(folder).put(LAST_YEAR);
        ExpiryBook.open(folder).put(THIS_YEAR);
        ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "null", "[]", "{}", "\"text\"", "{\"salt\": \"00\", \"sha256\": \"00\"}"})
    void aDamagedTokenIsSkipped(String damaged) throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> maple.getAsJsonArray("tokens").set(0, json(damaged)));
        assertEquals(1, entry().tokens().size());
        assertTrue(ExpiryBook.open(folder).findToken(Tokens.of("last year's")).isPresent());
        assertEquals(Optional.of(THIS_YEAR), entry().receipt());
        assertEquals(1, entry().reminders().sequence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"salt", "sha256", "savedAt", "expires", "expiresKnownFrom"})
    void anIncompleteTokenIsSkipped(String member) throws IOException {
        ExpiryBookFile.change(folder, 0,
                maple -> maple.getAsJsonArray("tokens").get(0).getAsJsonObject().remove(member));
        assertEquals(List.of(LAST_YEAR.savedAt()), entry().tokens().stream().map(SavedToken::savedAt).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "null", "{}", "\"text\""})
    void tokensThatAreNotAListAreIgnored(String damaged) throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> maple.add("tokens", json(damaged)));
        assertEquals(List.of(), entry().tokens());
        assertEquals(Optional.of(THIS_YEAR), entry().receipt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "null", "[]", "{}", "{\"id\": \"no id\", \"sequence\": 4}", "{\"sequence\": 4}",
            "{\"id\": \"11112222-bbbb-3333-cccc-4444dddd5555\"}",
            "{\"id\": \"11112222-bbbb-3333-cccc-4444dddd5555\", \"sequence\": \"4\"}",
            "{\"id\": \"11112222-bbbb-3333-cccc-4444dddd5555\", \"sequence\": 1e999999999}"})
    void aDamagedReminderSeriesStartsAgain(String damaged) throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> maple.add("reminder", json(damaged)));
        assertEquals(2, entry().tokens().size());
        assertEquals(Optional.of(THIS_YEAR), entry().receipt());
        assertEquals(1, ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR).orElseThrow().sequence());
        assertEquals(2, ExpiryBook.open(folder).nextReminderSeries(THIS_YEAR).orElseThrow().sequence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "null", "[]", "{}", "{\"format\": \"keyturn-receipt\"}"})
    void aDamagedReceiptIsIgnored(String damaged) throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> maple.add("receipt", json(damaged)));
        assertEquals(Optional.empty(), entry().receipt());
        assertEquals(2, entry().tokens().size());
        assertEquals(1, entry().reminders().sequence());
    }

    @Test
    void aReceiptOfAnotherRenewalIsIgnored() throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> {
            maple.addProperty("renewedAt", "2028-11-22T10:00:00Z"); // as written by an older version
            maple.addProperty("expires", "2029-11-22");
        });
        assertEquals(Optional.empty(), entry().receipt());
        assertEquals(2, entry().tokens().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "tenantId", "renewedAt", "expires", "expiresKnownFrom"})
    void aDamagedOrganisationIsNotShownButKept(String member) throws IOException {
        ExpiryBookFile.change(folder, 0, maple -> maple.addProperty(member, "?"));
        if (member.equals("tenantId")) {
            ExpiryBookFile.change(folder, 0, maple -> maple.remove(member));
        }
        String before = ExpiryBookFile.organisation(folder, 0).toString();
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(List.of(), book.entries());
        book.put(Renewals.of("oak", "other", Renewals.FIRST));
        assertEquals(before, ExpiryBookFile.organisation(folder, 0).toString());
        assertEquals(1, book.entries().size());
        assertEquals(Optional.empty(), book.fileIssue());
    }

    private ExpiryEntry entry() {
        ExpiryBook book = ExpiryBook.open(folder);
        assertEquals(Optional.empty(), book.fileIssue());
        return book.entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow();
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }
}
