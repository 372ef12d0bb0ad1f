package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.Tokens;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
    /** No hexadecimal digit is in it, so that nothing of it can be in a fingerprint by chance. */
    private static final String TEXT = "ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ-_~+";
    private static final String SALT = "0123456789abcdef0123456789ABCDEF";
    private static final String HASH = SALT + SALT;

    private final ScimToken token = Tokens.of(TEXT);
    private final Fingerprint print = Fingerprint.of(token);

    @Test
    void theSameTokenIsKnownAgain() {
        assertTrue(print.matches(token));
        assertTrue(print.matches(Tokens.of(TEXT)));
        assertTrue(new Fingerprint(print.salt(), print.hash()).matches(Tokens.of(TEXT)), "read from the book");
    }

    @Test
    void anotherTokenIsNot() {
        assertFalse(print.matches(Tokens.of(TEXT + "x")));
        assertFalse(print.matches(Tokens.of(TEXT.substring(1))));
        assertFalse(print.matches(Tokens.of(TEXT.toLowerCase(Locale.ROOT))));
    }

    @Test
    void twoOfOneTokenAreNotAlike() {
        Fingerprint other = Fingerprint.of(token);
        assertNotEquals(print.salt(), other.salt());
        assertNotEquals(print.hash(), other.hash());
        assertTrue(other.matches(token));
    }

    @Test
    void noFourCharactersOfTheTokenAreInIt() {
        for (int from = 0; from + 4 <= TEXT.length(); from++) {
            String part = TEXT.substring(from, from + 4);
            assertFalse((print.salt() + " " + print.hash()).contains(part), part);
            assertFalse(print.toString().contains(part), part);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',''", SALT + ",''", "''," + HASH, SALT + "," + SALT, HASH + "," + HASH, SALT + ",0" + HASH,
            SALT + "00," + HASH, SALT + "," + HASH + "00", "g123456789abcdef0123456789abcdef," + HASH,
            SALT + ",0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde ",
            "' 123456789abcdef0123456789abcdef'," + HASH})
    void whatIsNoneIsRefused(String salt, String hash) {
        assertThrows(IllegalArgumentException.class, () -> new Fingerprint(salt, hash));
    }

    @Test
    void aTokenThatIsForgottenHasNone() {
        token.destroy();
        assertThrows(IllegalStateException.class, () -> Fingerprint.of(token));
    }
}
