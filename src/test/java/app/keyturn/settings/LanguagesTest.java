package app.keyturn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Path RESOURCES = Path.of("src/main/resources/app/keyturn");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "practice/pages"})
    void everyLanguageHasBundlesAndEveryBundleALanguage(String bundle) throws IOException {
        Pattern file = Pattern.compile(Path.of(bundle).getFileName() + "(?:_(\\w+))?\\.properties");
        try (Stream<Path> files = Files.list(RESOURCES.resolve(bundle).resolveSibling(""))) {
            assertEquals(Set.copyOf(Languages.SUPPORTED), files
                    .flatMap(found -> file.matcher(found.getFileName().toString()).results())
                    // The file without a language is English.
                    .map(found -> found.group(1) == null
                            ? Locale.ENGLISH
                            : Locale.forLanguageTag(found.group(1).replace('_', '-')))
                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @CsvSource({"packaging/installer/RuntimeImage.java, '\"--include-locales\", \"([a-z,]+)\"'",
            "packaging/linux/keyturn.desktop, 'Comment\\[([a-z]+)\\]='"})
    void thePackagesHaveEveryLanguage(Path file, Pattern languages) throws IOException {
        assertEquals(Set.copyOf(Languages.SUPPORTED),
                Stream.concat(Stream.of(Locale.ENGLISH), languages.matcher(Files.readString(file))
                        .results()
                        .flatMap(found -> COMMA.splitAsStream(found.group(1)))
                        .map(Locale::forLanguageTag)).collect(Collectors.toSet()));
    }
}
