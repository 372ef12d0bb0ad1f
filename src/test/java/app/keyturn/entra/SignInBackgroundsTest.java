package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.renewal.SignInErrorNumber;
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

/** The docs list the same AADSTS numbers for a problem as the program does. */
class SignInBackgroundsTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-f-])\\d{5,7}(?![0-9a-f-])");

    @Test
    void everyNumberIsListedAtTheProgramsCodeAndNoneIsMissing() throws IOException {
        Map<Integer, String> known = new TreeMap<>();
        // Microsoft's numbers have five to seven digits, so these are all there can be.
        IntStream.range(10_000, 10_000_000)
                .forEach(number -> new SignInErrorNumber(number).meaning()
                        .ifPresent(code -> known.put(number, code.id())));
        assertEquals(known, documented());
    }

    private static Map<Integer, String> documented() throws IOException {
        Properties backgrounds = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("docs", "problem-backgrounds.properties"))) {
            backgrounds.load(file);
        }
        Map<Integer, String> documented = new TreeMap<>();
        backgrounds.forEach((code, text) -> {
            if (code.toString().startsWith("SIGNIN-") || text.toString().contains("AADSTS")) {
                for (Matcher found = NUMBER.matcher(text.toString()); found.find();) {
                    documented.put(Integer.valueOf(found.group()), code.toString());
                }
            }
        });
        return documented;
    }
}
