package app.keyturn.visual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyturn.settings.Languages;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Says which languages were not inspected because this system lacks their fonts. */
@ExtendWith(ApplicationExtension.class)
class FontsIT {
    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(new StackPane()));
    }

    @Test
    void everyLanguageCanBeDrawnHere() {
        List<Locale> not = Languages.SUPPORTED.stream().filter(language -> !Fonts.canDraw(language)).toList();
        assumeTrue(not.isEmpty(), "No font of this system has the letters of " + not
                + ", so its pages were not looked at; on Debian or Ubuntu install fonts-ipafont-gothic for Japanese");
    }

    @Test
    void aLetterThatNoFontHasIsTold() {
        assertEquals("", MissingGlyphs.missing("Renew the token…", Font.font("Inter")));
        assertEquals("\uF8FF (U+F8FF)", MissingGlyphs.missing("a\uF8FFb", Font.font("Inter")));
    }
}
