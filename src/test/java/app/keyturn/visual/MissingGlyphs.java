package app.keyturn.visual;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.FontHelper;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/**
 * Letters for which no font of this system has a shape, so that a box stands in their place. JavaFX has no public way to
 * ask; this is what it asks itself when it lays out a text.
 */
final class MissingGlyphs {
    private MissingGlyphs() {}

    static Stream<String> in(SceneSnapshot sheet) {
        return sheet.texts().flatMap(text -> {
            String missing = missing(text.getText(), text.getFont());
            return missing.isEmpty()
                    ? Stream.empty()
                    : Stream.of(SceneSnapshot.name(text) + " has letters that no font has: " + missing);
        });
    }

    /** The letters that cannot be drawn, with their numbers; empty if all can. */
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
