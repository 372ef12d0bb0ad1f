package app.keyturn.pages.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Expiry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryDateTest {
    private static final Expiry GUESS = Expiry.guessFrom(LocalDate.of(2026, 12, 1));
    private static final Expiry NEXT_GUESS = Expiry.guessFrom(LocalDate.of(2026, 12, 2));

    private final ExpiryDate date = new ExpiryDate(Messages.in(Locale.ENGLISH, Locale.US),
            Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC));

    /** The same token is read again after midnight: the expected date is another, but the user has entered one. */
    @ParameterizedTest
    @ValueSource(strings = {"9/1/2027", "nonsense", ""})
    void whatWasTypedStaysWhenAnotherDateIsExpected(String typed) {
        date.begin(GUESS);
        date.text().set(typed);
        date.expect(NEXT_GUESS);
        assertEquals(typed, date.text().get());
        date.take();
        date.expect(GUESS);
        assertEquals(typed.startsWith("9") ? "September 1, 2027" : typed, date.text().get());
    }

    @Test
    void anUntouchedDateFollowsTheExpectedOne() {
        date.begin(GUESS);
        date.expect(NEXT_GUESS);
        assertEquals(NEXT_GUESS, date.expiry().get());
        date.clear();
        date.expect(GUESS);
        assertEquals(GUESS, date.expiry().get());
    }
}
