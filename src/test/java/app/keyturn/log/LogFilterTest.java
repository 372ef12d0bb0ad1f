package app.keyturn.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The final filter for a line. A failure names its seed; {@code -Dkeyturn.seed=...} repeats it. */
class LogFilterTest {
    private static final int LINES = 10_000;
    private static final List<String> MARKERS = List.of("Bearer ", "bearer ", "code=", "CODE=", "code_verifier=",
            "\"SecretToken\"", "\"secrettoken\"");
    private static final List<String> AROUND = List.of("", " ", "&", "\"", "{\"key\":", "Authorization: ", "?", ",",
            "\r\n", "\n", "\u2028", "page start", "https://localhost:49152/?");

    private final LogFilter filter = new LogFilter(line -> line.replace("live-token", "[hidden]"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Authorization: Bearer abc.def | Authorization: Bearer [hidden]",
            "GET /?code=0.ABC&state=1 | GET /?code=[hidden]", "a code_verifier=xyz b | a code_verifier=[hidden]",
            "{\"key\":\"SecretToken\",\"value\":\"abc\"} | {\"key\":\"SecretToken\"[hidden]",
            "page start | page start", "one live-token two | one [hidden] two",
            "problem TOKEN-REJECTED, changed: nothing | problem TOKEN-REJECTED, changed: nothing"})
    void theRestOfTheLineIsRemovedAfterWordsThatPrecedeSecrets(String line, String written) {
        assertEquals(written, filter.filter(line));
    }

    @Test
    void nothingAfterAMarkerIsLoggedAndALineStaysOneLine() {
        long seed = Long.getLong("keyturn.seed", System.nanoTime());
        Random random = new Random(seed);
        UnaryOperator<String> noRedactor = UnaryOperator.identity();
        for (int line = 0; line < LINES; line++) {
            String secret = "s3cret" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            String text = any(random, AROUND) + any(random, AROUND) + any(random, MARKERS) + any(random, AROUND)
                    + secret
                    + any(random, AROUND) + any(random, MARKERS) + secret + any(random, AROUND);
            String written = new LogFilter(noRedactor).filter(text);
            assertFalse(written.contains(secret), () -> "-Dkeyturn.seed=" + seed);
            assertTrue(written.lines().count() <= 1 && !written.contains("\u2028"), () -> "-Dkeyturn.seed=" + seed);
        }
    }

    private static String any(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
