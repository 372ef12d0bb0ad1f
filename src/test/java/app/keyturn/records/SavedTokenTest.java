package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.records.SavedToken.Status;
import app.keyturn.renewal.Expiry;
import app.keyturn.testkit.Outcomes;
import app.keyturn.testkit.Renewals;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedTokenTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 22);

    @ParameterizedTest
    @CsvSource({"CONFIRMED, -1, false, USABLE", "CONFIRMED, 0, false, USABLE", "CONFIRMED, 1, false, RUN_OUT",
            "TOKEN, 0, false, USABLE", "TOKEN, 1, false, RUN_OUT", "GUESS, 1, false, USABLE",
            "GUESS, 4000, false, USABLE",
            "CONFIRMED, -1, true, REVOKED", "CONFIRMED, 1, true, REVOKED", "GUESS, -1, true, REVOKED"})
    void theStatusDependsOnlyOnWhatIsCertain(Expiry.Source source, int daysAfter, boolean revoked,
            Status expected) {
        SavedToken token = new SavedToken(Outcomes.FINGERPRINT, Renewals.FIRST, new Expiry(LAST_DAY, source), revoked);
        assertEquals(expected, token.statusOn(LAST_DAY.plusDays(daysAfter)));
    }
}
