package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Languages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {
    @ParameterizedTest
    @CsvSource({"en,English,false", "de,Deutsch,false", "fr,Français,false", "nl,Nederlands,false", "ja,日本語,false",
            "he,עברית,true", "ar,العربية,true"})
    void everyLanguageHasItsOwnNameAndDirection(String tag, String name, boolean fromRightToLeft) {
        Locale language = Locale.forLanguageTag(tag);
        assertEquals(name, LanguageChoice.name(language));
        assertEquals(fromRightToLeft, LanguageChoice.fromRightToLeft(name));
    }

    @Test
    void theTextsUseTheNamesThatJavaUses() {
        Languages.SUPPORTED.forEach(language -> assertEquals(LanguageChoice.name(language),
                Messages.in(language).text("frame.language.own")));
    }
}
