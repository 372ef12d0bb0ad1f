package app.keyturn.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text files are read that an editor may have stored in its own way. */
class DecodedTextTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"'', 61C3BC, PLAIN_UTF_8", "UTF-8, EFBBBF61C3BC, UTF_8_WITH_MARK",
            "UTF-8 twice, EFBBBFEFBBBF61C3BC, UTF_8_WITH_MARK", "UTF-16 LE, FFFE6100FC00, UTF_16_LE",
            "UTF-16 BE, FEFF006100FC, UTF_16_BE", "UTF-16 LE twice, FFFEFFFE6100FC00, UTF_16_LE"})
    void marksAreDroppedAndTellTheEncoding(String mark, String hex, DecodedText.Encoding encoding)
            throws IOException {
        byte[] content = HexFormat.of().parseHex(hex);
        assertEquals(Optional.of(new DecodedText("a\u00fc", encoding)), DecodedText.decode(content), mark);
        assertEquals(Optional.of("a\u00fc"), AtomicFile.readText(Files.write(folder.resolve("file"), content), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EFBBBF", "FFFE", "FEFF"})
    void aFileWithNothingButAMarkIsEmpty(String hex) {
        assertEquals(Optional.of(""), DecodedText.decode(HexFormat.of().parseHex(hex)).map(DecodedText::text));
    }

    /** Latin-1; half a character; UTF-16 without a mark; UTF-32 of either kind; half a pair of surrogates. */
    @ParameterizedTest
    @ValueSource(strings = {"61FC", "61C3", "EFBBBF61C3", "FFFE6100FC", "61006200", "00610062", "FFFE000061000000",
            "0000FEFF00000061", "FFFE00D8", "FEFFD800", "EFBBBF00", "FF", "FE"})
    void whatIsNotTextIsNotHalfRead(String hex) {
        assertEquals(Optional.empty(), DecodedText.decode(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6162", "EFBBBF6162", "FFFE61006200", "FEFF00610062"})
    void anotherTextIsStoredInTheSameWay(String hex) {
        byte[] content = HexFormat.of().parseHex(hex);
        assertArrayEquals(content, DecodedText.decode(content).orElseThrow().encode("ab"));
        assertEquals("c\u00fc\u5c71",
                DecodedText.decode(DecodedText.decode(content).orElseThrow().encode("c\u00fc\u5c71"))
                        .orElseThrow()
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uFEFFb", "a\uFEFF"})
    void aMarkInsideATextStays(String text) {
        assertEquals(Optional.of(text),
                DecodedText.decode(text.getBytes(StandardCharsets.UTF_8)).map(DecodedText::text));
    }
}
