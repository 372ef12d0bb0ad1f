package app.keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    @ParameterizedTest
    @CsvSource({"eo, en, Practice sign-in", "und, en, Practice sign-in", "en, en, Practice sign-in",
            "de-CH, de-CH, Übungsanmeldung"})
    void aLanguageWithoutWordsIsEnglishAndNotTheSystemsOwn(String wanted, String language, String words) {
        Locale systems = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            PageText pageText = new PageText(() -> Locale.forLanguageTag(wanted), ZoneOffset.UTC);
            assertEquals(language, pageText.languageTag());
            assertEquals(words, pageText.text("sign-in.title"));
        } finally {
            Locale.setDefault(systems);
        }
    }
}
