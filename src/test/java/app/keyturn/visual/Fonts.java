package app.keyturn.visual;

import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Font;

/** What can be drawn on this system. */
final class Fonts {
    /** Letters that Keyturn's own font lacks and the words of a language need, by its code. */
    private static final Map<String, String> FOREIGN = Map.of("ja", "新しいトークン");

    private Fonts() {}

    /** True if there is a font for the letters of a language. */
    static boolean canDraw(Locale language) {
        String letters = FOREIGN.getOrDefault(language.getLanguage(), "");
        return MissingGlyphs.missing(letters, Font.font("Inter")).isEmpty();
    }
}
