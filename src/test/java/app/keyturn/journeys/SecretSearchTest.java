package app.keyturn.journeys;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty search result proves something only if the search finds what is there. */
class SecretSearchTest {
    private static final String SECRET = "PRACTICE-ab~/+ä\"\\=?&_-0123456789";

    private final SecretSearch search = new SecretSearch(Set.of(SECRET));

    @Test
    void aSecretIsFoundAsItIsAndEscaped() {
        assertFalse(search.in("text", "before " + SECRET + " after").isEmpty());
        assertFalse(search.in("text", "{\"token\":\"PRACTICE-ab~/+ä\\\"\\\\\\u003d?\\u0026_-0123456789\"}").isEmpty());
        assertFalse(search.in("text", "token=" + URLEncoder.encode(SECRET, UTF_8) + "&x=1").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "Bearer ", "user:"})
    void aSecretIsFoundInBase64AtAnyOffset(String before) {
        byte[] bytes = (before + SECRET + " after").getBytes(UTF_8);
        assertFalse(search.in("text", Base64.getEncoder().encodeToString(bytes)).isEmpty());
        assertFalse(search.in("text", Base64.getUrlEncoder().encodeToString(bytes)).isEmpty());
    }

    @Test
    void aSecretIsFoundInAFileAndInItsName(@TempDir Path folder) throws IOException {
        SecretSearch plain = new SecretSearch(Set.of("PRACTICE-0123456789"));
        Path below = Files.createDirectories(folder.resolve("a").resolve("b"));
        assertEquals(List.of(), plain.below(folder));
        Files.write(below.resolve("log.bin"), "\0\1PRACTICE-0123456789\2".getBytes(UTF_8));
        assertFalse(plain.below(folder).isEmpty());
        Files.delete(below.resolve("log.bin"));
        Files.createFile(below.resolve("PRACTICE-0123456789.txt"));
        assertFalse(plain.below(folder).isEmpty());
    }

    @Test
    void twelveConsecutiveCharactersAreFoundAndElevenAreNot() {
        for (int from = 0; from + 12 <= SECRET.length(); from++) {
            String run = SECRET.substring(from, from + 12);
            assertFalse(search.in("text", "before " + run + " after").isEmpty(), run);
            assertFalse(search.in("text", ("x" + run).getBytes(UTF_16BE)).isEmpty(), run);
            assertFalse(search.in("text", run.getBytes(UTF_16LE)).isEmpty(), run);
        }
        assertEquals(List.of(), search.in("text", SECRET.substring(0, 11) + " " + SECRET.substring(0, 11)));
    }

    @Test
    void nothingElseIsFoundAndFindingsDoNotRepeatTheSecret() {
        assertEquals(List.of(), search.in("text", "PRACTICE- and 0123 and another text"));
        assertFalse(search.in("text", SECRET).toString().contains(SECRET));
    }
}
