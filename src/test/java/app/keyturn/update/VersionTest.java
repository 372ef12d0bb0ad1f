package app.keyturn.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of two versions came later. */
class VersionTest {
    private static final List<String> IN_ORDER = List.of("0.0.0-SNAPSHOT", "0.0.0", "0.0.1", "0.1.0-SNAPSHOT", "0.1",
            "0.1.0.1", "0.1.2", "0.1.10", "0.2", "0.10", "1.0-SNAPSHOT", "1.0", "1.2.0-SNAPSHOT", "1.2.0", "1.2.0.1",
            "1.2.1-SNAPSHOT", "2.0", "10.0", "2026.1", "999999.0");

    @Test
    void onlyALaterVersionIsNewer() {
        for (int a = 0; a < IN_ORDER.size(); a++) {
            for (int b = 0; b < IN_ORDER.size(); b++) {
                assertEquals(a > b, version(IN_ORDER.get(a)).isNewerThan(version(IN_ORDER.get(b))),
                        IN_ORDER.get(a) + " after " + IN_ORDER.get(b));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2,1.2.0", "1.2.0,1.2.0.0", "1.2-SNAPSHOT,1.2.0-SNAPSHOT"})
    void missingPartsAreZero(String shorter, String longer) {
        assertFalse(version(shorter).isNewerThan(version(longer)));
        assertFalse(version(longer).isNewerThan(version(shorter)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "1.", ".1", "1..2", "1.2.", "1.2.3.4.5", "v1.2", "1.2-beta", "1.2.0-snapshot",
            "-SNAPSHOT", "1.2-SNAPSHOT-SNAPSHOT", "01.2", "1.02", "1.2 ", " 1.2", "1.2\n", "1,2", "-1.2", "+1.2",
            "1.-2",
            "0x1.2", "1e3.2", "1.2.1000000", "99999999999999999999.0", "١.٢", "１.２", "1.2\u0000", "latest",
            "${project.version}"})
    void anythingElseIsNotAVersion(String text) {
        assertEquals(Optional.empty(), Version.of(text));
    }

    @Test
    void aLongRunOfDigitsIsRejectedQuickly() {
        assertEquals(Optional.empty(), Version.of("1".repeat(250_000)));
        assertEquals(Optional.empty(), Version.of("1.".repeat(100_000)));
    }

    @Test
    void aVersionIsPrintedAsItIsWritten() {
        assertEquals("1.20.0", version("1.20.0").text());
        assertEquals("1.2", version("1.2-SNAPSHOT").text());
        assertTrue(version("1.2-SNAPSHOT").snapshot());
    }

    private static Version version(String text) {
        return Version.of(text).orElseThrow(() -> new AssertionError(text));
    }
}
