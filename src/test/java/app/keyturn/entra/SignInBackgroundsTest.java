package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.renewal.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The docs name the same AADSTS numbers for a problem as the program does. */
class SignInBackgroundsTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-f-])\\d{5,7}(?![0-9a-f-])");

    @Test
    void everyNumberStandsWhereTheProgramPutsItAndNoneIsMissing() throws IOException {
        Map<Integer, String> known = new TreeMap<>();
        IntStream.concat(IntStream.range(10_000, 100_000),
                IntStream.concat(IntStream.range(500_000, 710_000), IntStream.range(7_000_000, 7_001_000)))
                .forEach(number -> {
                    ProblemCode code = OAuthProblems.code("", "", "AADSTS" + number + ": x");
                    if (code != ProblemCode.SIGNIN_FAILED) {
                        known.put(number, code.id());
                    }
                });
        assertEquals(known, documented());
    }

    private static Map<Integer, String> documented() throws IOException {
        Properties backgrounds = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("docs", "problem-backgrounds.properties"))) {
            backgrounds.load(file);
        }
        Map<Integer, String> documented = new TreeMap<>();
        backgrounds.forEach((code, text) -> {
            if (code.toString().startsWith("SIGNIN-")) {
                for (Matcher found = NUMBER.matcher(text.toString()); found.find();) {
                    documented.put(Integer.valueOf(found.group()), code.toString());
                }
            }
        });
        return documented;
    }
}
