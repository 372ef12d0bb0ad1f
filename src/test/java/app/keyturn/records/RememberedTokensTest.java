package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ScimToken;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tokens that an expiry book recognises. */
class RememberedTokensTest {
    private static final String LETTERS = "ghijklmnopqrstuvwxyz-";

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Test
    void aSavedTokenIsFoundWithItsDateAndExpiry() throws IOException {
        RenewalRecord renewal = year(0);
        ExpiryBook.open(folder).put(renewal);
        SavedToken saved = ExpiryBook.open(folder).findToken(token(0)).orElseThrow();
        assertEquals(renewal.savedAt(), saved.savedAt());
        assertEquals(renewal.expiry(), saved.expiry());
        assertFalse(saved.revoked());
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(token(1)));
    }

    @Test
    void theLatestComeFirstAndTheOldestAreForgotten() throws IOException {
        for (int year = 0; year < 7; year++) {
            ExpiryBook.open(folder).put(year(year));
        }
        assertEquals(List.of(6, 5, 4, 3, 2).stream().map(year -> year(year).savedAt()).toList(),
                tokens().stream().map(SavedToken::savedAt).toList());
        assertTrue(ExpiryBook.open(folder).findToken(token(2)).isPresent());
        assertEquals(Optional.empty(), ExpiryBook.open(folder).findToken(token(1)));
    }

    @Test
    void theSameRenewalAddsNoSecondToken() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(year(0));
        RenewalRecord renewal = year(1);
        book.put(renewal);
        book.put(Renewals.withASyncSeen(renewal));
        book.put(Renewals.withTheOldTokenRevoked(Renewals.withASyncSeen(renewal)));
        assertEquals(2, tokens().size());
    }

    /** Clocks are more precise than the seconds in the book. */
    @Test
    void theSameRenewalIsRecognisedDespiteFractionsOfASecond() throws IOException {
        RenewalRecord renewal = Renewals.of("maple", LETTERS, Instant.parse("2026-11-22T10:00:05.678901Z"));
        ExpiryBook.open(folder).put(renewal);
        ExpiryBook.open(folder).put(Renewals.withASyncSeen(renewal));
        ExpiryBook.open(folder).put(Renewals.withTheOldTokenRevoked(renewal));
        assertEquals(1, tokens().size());
        assertFalse(tokens().getFirst().revoked());
    }

    @Test
    void revokingTheOldTokenMarksTheOneBefore() throws IOException {
        for (int year = 0; year < 3; year++) {
            ExpiryBook.open(folder).put(year(year));
        }
        ExpiryBook.open(folder).put(Renewals.withTheOldTokenRevoked(year(2)));
        assertEquals(List.of(false, true, false), tokens().stream().map(SavedToken::revoked).toList());
    }

    @Test
    void aRevokedTokenStaysRevokedAYearLater() throws IOException {
        ExpiryBook.open(folder).put(year(0));
        ExpiryBook.open(folder).put(Renewals.withTheOldTokenRevoked(year(1)));
        ExpiryBook.open(folder).put(year(2));
        assertEquals(List.of(false, false, true), tokens().stream().map(SavedToken::revoked).toList());
        assertTrue(ExpiryBook.open(folder).findToken(token(0)).orElseThrow().revoked());
    }

    @Test
    void aTokenSavedByHandIsFoundIfItWasPasted() throws IOException {
        RenewalRecord byHand = year(0).withWork(new ByHand(Optional.of(Fingerprint.of(token(0)))));
        ExpiryBook.open(folder).put(byHand);
        assertTrue(ExpiryBook.open(folder).findToken(token(0)).isPresent());
        ExpiryBook.open(folder).put(year(1).withWork(new ByHand(Optional.empty())));
        assertEquals(1, tokens().size());
        assertTrue(ExpiryBook.open(folder).findToken(token(0)).isPresent());
    }

    @Test
    void aTokenIsFoundForAnotherOrganisationToo() throws IOException {
        ExpiryBook.open(folder).put(year(0));
        ExpiryBook.open(folder).put(Renewals.of("oak", LETTERS + 1, Renewals.FIRST));
        assertTrue(ExpiryBook.open(folder).findToken(token(0)).isPresent());
        assertTrue(ExpiryBook.open(folder).findToken(token(1)).isPresent());
    }

    @Test
    void noPartOfATokenIsInTheFile() throws IOException {
        ExpiryBook.open(folder).put(Renewals.of("1", "GHIJKLMNOPQRSTUVWXYZ", Renewals.FIRST));
        String file = Files.readString(ExpiryBook.open(folder).path());
        for (String part : List.of("GHIJ", "KLMN", "MNOP", "UVWX", "WXYZ")) {
            assertFalse(file.contains(part), part);
        }
    }

    private List<SavedToken> tokens() {
        return ExpiryBook.open(folder).entry(Portal.SCHOOL, "maple", "aaaa").orElseThrow().tokens();
    }

    private static RenewalRecord year(int year) {
        return Renewals.of("maple", LETTERS + year, Renewals.FIRST.plus(Duration.ofDays(365L * year)));
    }

    private static ScimToken token(int year) {
        return Tokens.of(LETTERS + year);
    }
}
