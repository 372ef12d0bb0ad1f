package app.keyturn.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of texts in every language. */
class BundleTest {
    private static final Pattern PLACEHOLDER = Pattern
            .compile("\\b(TODO|FIXME|XXX+|TBD|[Ll]orem|[Ii]psum)\\b|\\?\\?+|@@|%s");
    private static final Pattern POORLY_SET = Pattern.compile("['\"`]|\\.\\.\\.| {2}|^\\s|\\s$|\\t");
    private static final Pattern STOP = Pattern.compile("[.?!:…] ");
    private static final Pattern WORD = Pattern.compile("[ (“/+]+");

    /** Beyond the names in {@link Prose}: words with a capital of their own in the middle of a label. */
    private static final Pattern OWN_CAPITAL = Pattern
            .compile("I|IT|ID|URL|URI|UTC|JSON|OAuth|OIDC|AADSTS\\d*|DoD|GCC|Apple’?s?"
                    + "|Microsoft’?s?|PRACTICE|Google|HTTP|Windows|Mac|English|“?Bearer”?|“?SCIM.*");

    private static final String ENGLISH = """
            a=Sign in to Entra at {0}, *Save*.
            b=Show
            c=Open school.apple.com
            """;

    static List<BundleFile> files() {
        return BundleFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKeyOccursTwice(BundleFile file) {
        List<String> keys = file.own().keys();
        assertEquals(keys.stream().distinct().toList(), keys);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsAValidPattern(BundleFile file) {
        file.own().texts().forEach((key, text) -> {
            assertTrue(!text.isBlank(), key);
            String filled = new MessageFormat(text, file.locale()).format(new Object[]{1, 2, 3, 4, 5});
            assertTrue(filled.chars().noneMatch(sign -> sign == '{' || sign == '}'), key);
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void noUnfinishedTextIsLeft(BundleFile file) {
        assertEquals(Map.of(), with(file, PLACEHOLDER.asPredicate()));
    }

    /**
     * A straight apostrophe would also begin a quotation in {@link MessageFormat}, and hide the placeholders after it.
     */
    @ParameterizedTest
    @MethodSource("files")
    void quotesDotsAndBlanksAreTypographic(BundleFile file) {
        assertEquals(Map.of(), with(file, POORLY_SET.asPredicate()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyBoldPartIsClosed(BundleFile file) {
        assertEquals(Map.of(), with(file, text -> text.chars().filter(sign -> sign == '*').count() % 2 == 1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTranslationMatchesTheEnglishTextFormally(BundleFile file) {
        if (!file.isEnglish()) {
            assertEquals(List.of(), new Translation(file.locale()).faults(file.english(), file.own()));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyTheFirstWordOfAnEnglishLabelHasACapital(BundleFile file) {
        if (file.isEnglish()) {
            assertEquals(Map.of(), with(file, text -> !isInSentenceCase(text)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Melden Sie sich bei Entra um {0} an, *Speichern*. ~ Zeigen ~ school.apple.com öffnen ~ []
            Melden Sie sich bei Entra an, *Speichern*. ~ Zeigen ~ school.apple.com öffnen ~ other gaps
            Melden Sie sich bei MS um {0} an, *Speichern*. ~ Zeigen ~ school.apple.com öffnen ~ a name less
            Melden Sie sich bei Entra um {0} an, Speichern. ~ Zeigen ~ school.apple.com öffnen ~ other bold words
            Melden Sie sich bei Entra um {0} an, *Speichern* ~ Zeigen ~ school.apple.com öffnen ~ no stop at the end
            Melde dich bei Entra um {0} an, *Speichern*. ~ Zeigen ~ school.apple.com öffnen ~ too familiar
            Melden Sie sich bei Entra um {0} an, *Speichern*. ~ Show ~ school.apple.com öffnen ~ not translated
            Melden Sie sich bei Entra um {0} an, *Speichern*. ~ Zeigen ~ school.apple.net öffnen ~ other addresses
            """)
    void formalErrorsAreFound(String a, String b, String c, String fault) {
        RawBundle own = RawBundle.parse("a=%s\nb=%s\nc=%s\n".formatted(a, b, c));
        String faults = new Translation(Locale.GERMAN).faults(RawBundle.parse(ENGLISH), own).toString();
        assertTrue(faults.contains(fault), faults);
    }

    @Test
    void missingAndSurplusKeysAreFound() {
        assertEquals(List.of("a is missing", "b is missing", "c is missing", "d has no English"),
                new Translation(Locale.GERMAN).faults(RawBundle.parse(ENGLISH), RawBundle.parse("d=Vier")));
    }

    @Test
    void aFileIsReadAsItWasWritten() {
        RawBundle twice = RawBundle.parse("# a=no\n\na=one \\\n  and two\nb=\\n{0}\na=three\n");
        assertEquals(List.of("a", "b", "a"), twice.keys());
        assertEquals(Map.of("a", "three", "b", "\n{0}"), twice.texts());
    }

    private static boolean isInSentenceCase(String text) {
        String own = Prose.withoutNames(text);
        return Prose.isRead(text) || STOP.splitAsStream(own)
                .allMatch(part -> WORD.splitAsStream(part.strip())
                        .skip(1)
                        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
                        .allMatch(word -> OWN_CAPITAL.matcher(word.replaceAll("[,;:.)”]+$", "")).matches()));
    }

    private static Map<String, String> with(BundleFile file, Predicate<String> fault) {
        return file.own()
                .texts()
                .entrySet()
                .stream()
                .filter(text -> fault.test(text.getValue()))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
