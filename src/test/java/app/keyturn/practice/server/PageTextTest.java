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
    void anUntranslatedLanguageFallsBackToEnglishAndNotToTheSystemLanguage(String requested, String language,
            String title) {
        Locale systemLocale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            PageText pageText = new PageText(() -> Locale.forLanguageTag(requested), ZoneOffset.UTC);
            assertEquals(language, pageText.languageTag());
            assertEquals(title, pageText.text("sign-in.title"));
        } finally {
            Locale.setDefault(systemLocale);
        }
    }
}
