package app.keyturn.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The English of each page is readable after seven years of school. */
class ReadingGradeTest {
    private static final double HARDEST = 7;
    private static final RawBundle ENGLISH = RawBundle.english();

    static Stream<ReadingUnit> pages() {
        return ReadingUnit.all(ENGLISH).filter(page -> !page.body(ENGLISH).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsReadableAfterSevenYearsOfSchool(ReadingUnit page) {
        ReadingGrade grade = ReadingGrade.of(page.body(ENGLISH));
        assertTrue(grade.grade() <= HARDEST, () -> "%s: grade %.1f. The hardest texts:%n%s".formatted(page.name(),
                grade.grade(), hardest(page)));
    }

    @Test
    void theGradesAreReported() throws IOException {
        String table = pages().map(page -> {
            ReadingGrade grade = ReadingGrade.of(page.body(ENGLISH));
            return String.format(Locale.ROOT, "| %s | %.1f | %d | %d |%n", page.name(), grade.grade(),
                    grade.sentences(), grade.words());
        }).collect(Collectors.joining("", """
                # How hard the English is to read

                Flesch-Kincaid grade of the running sentences, names left out. At most %.0f.

                | page | grade | sentences | words |
                | --- | ---: | ---: | ---: |
                """.formatted(HARDEST), ""));
        Path file = Path.of("target", "reading-grades.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
        System.out.println(table);
    }

    @Test
    void everySentenceBelongsToAUnit() {
        List<String> keys = ReadingUnit.all(ENGLISH)
                .flatMap(page -> page.texts(ENGLISH))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), ENGLISH.texts()
                .entrySet()
                .stream()
                .filter(text -> Prose.isRead(text.getValue()))
                .map(Map.Entry::getKey)
                .filter(Predicate.not(keys::contains))
                .toList());
        assertEquals(keys.stream().distinct().toList(), keys, "on two pages");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The token works.                                | 1 | 3 |  4 | 1.31
            Nothing was changed. The old token still works. | 2 | 8 | 10 | 0.72
            """)
    void theGradeIsComputedFromSentencesWordsAndSyllables(String text, int sentences, int words, int syllables,
            double grade) {
        ReadingGrade found = ReadingGrade.of(List.of(text));
        assertEquals(new ReadingGrade(sentences, words, syllables), found);
        assertEquals(grade, found.grade(), 0.005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stopped.", "Does it?", "What to do:", "It is in {0}.", "(So is this.)", "Kept in: {0}",
            "*In bold.*", "It reads “so.”"})
    void textsThatEndLikeASentenceCount(String text) {
        assertTrue(Prose.isRead(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Test and save", "Another app …", "{0} (tenant ID {1})", "Token", "maple.example"})
    void labelsDoNotCount(String text) {
        assertFalse(Prose.isRead(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Press *Save*, then go on. ~ [[Press, then, go, on]]
            *Who:* an Application Administrator. ~ [[Who, an]]
            1. Open Keyturn. It leads you. ~ [[Open], [It, leads, you]]
            Wait {0,choice,1#1 hour|1<{0} hours} or {1} days. ~ [[Wait, this, or, this, days]]
            Look in {0}. It ends /feeds/school/scim. ~ [[Look, in, this], [It, ends]]
            AADSTS50011: let login.microsoftonline.com in. ~ [[let, in]]
            The sign-in of Microsoft Entra’s app. ~ [[The, sign, in, of, app]]
            """)
    void namesAddressesAndCodesAreLeftOut(String text, String sentences) {
        assertEquals(sentences, Prose.sentences(text).toString());
    }

    private static String hardest(ReadingUnit page) {
        Map<Double, String> byGrade = new TreeMap<>();
        page.body(ENGLISH).forEach(text -> byGrade.put(-ReadingGrade.of(List.of(text)).grade(), text));
        return byGrade.entrySet()
                .stream()
                .limit(3)
                .map(text -> "%.1f %s".formatted(-text.getKey(), text.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
