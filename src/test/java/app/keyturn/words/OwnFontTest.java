package app.keyturn.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.Keyturn;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyturn's own font has every sign that is drawn: a system may have no font with a cross or a tick. */
class OwnFontTest {
    /** Whatever can be seen comes from here. Comments count as well; nothing is lost by it. */
    private static final List<String> DRAWN = List.of("java/app/keyturn/pages", "java/app/keyturn/wizard",
            "java/app/keyturn/ui", "java/app/keyturn/guide", "java/app/keyturn/i18n/Messages.java",
            "resources/app/keyturn");

    @ParameterizedTest
    @ValueSource(strings = {"Inter-Regular.ttf", "Inter-Bold.ttf"})
    void theFontHasEverySignThatIsDrawn(String file) throws IOException, FontFormatException {
        Font font = font(file);
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            missing.addAll(missing(font, Files.readString(source)).map(sign -> source + ": " + sign).toList());
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aSignThatTheFontLacksIsFound() throws IOException, FontFormatException {
        Font font = font("Inter-Regular.ttf");
        assertEquals("\u2715 (U+2715)", missing(font, "Token\u2026 \u2715\n").collect(Collectors.joining()));
        assertTrue(sources().size() > 100, "all pages");
        assertFalse(font.canDisplay('\u65B0'), "a font with Japanese needs no exception for it");
    }

    private static Font font(String file) throws IOException, FontFormatException {
        try (InputStream content = Keyturn.class.getResourceAsStream("fonts/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(content));
        }
    }

    private static Stream<String> missing(Font font, String text) {
        return text.codePoints()
                .filter(sign -> !Character.isISOControl(sign) && !font.canDisplay(sign))
                .distinct()
                .mapToObj(sign -> "%s (U+%04X)".formatted(Character.toString(sign), sign));
    }

    /** Without the Japanese texts, whose letters come from the system's fonts. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String place : DRAWN) {
            try (Stream<Path> files = Files.walk(Path.of("src", "main").resolve(place))) {
                files.filter(file -> file.toString().matches(".*\\.(java|fxml|css|json|properties)"))
                        .filter(file -> !file.toString().endsWith("_ja.properties"))
                        .filter(Files::isRegularFile)
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
