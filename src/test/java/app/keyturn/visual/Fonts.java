package app.keyturn.visual;

import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Font;

/** The languages that this system's fonts can show. */
final class Fonts {
    /** Letters that a language needs and Keyturn's own font lacks, by language code. */
    private static final Map<String, String> FOREIGN = Map.of("ja", "新しいトークン");

    private Fonts() {}

    /** True if a font has the letters of a language. */
    static boolean canDraw(Locale language) {
        String letters = FOREIGN.getOrDefault(language.getLanguage(), "");
        return MissingGlyphs.missing(letters, Font.font("Inter")).isEmpty();
    }
}
