package app.keyturn.visual;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.FontHelper;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/**
 * Letters without a glyph in any font of this system, which are drawn as boxes. JavaFX has no public API for this; this
 * is what its text layout uses.
 */
final class MissingGlyphs {
    private MissingGlyphs() {}

    static Stream<String> in(SceneSnapshot snapshot) {
        return snapshot.texts().flatMap(text -> {
            String missing = missing(text.getText(), text.getFont());
            return missing.isEmpty()
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(text) + " has letters that no font has: " + missing);
        });
    }

    /** The letters without a glyph, with their code points; empty if there are none. */
    static String missing(String words, Font font) {
        CharToGlyphMapper mapper = ((PGFont) FontHelper.getNativeFont(font)).getFontResource().getGlyphMapper();
        return words.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .filter(letter -> mapper.charToGlyph(letter) == mapper.getMissingGlyphCode())
                .distinct()
                .mapToObj(letter -> "%s (U+%04X)".formatted(Character.toString(letter), letter))
                .collect(Collectors.joining(", "));
    }
}
