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
        // Not assigned in Unicode. Apple's fonts have letters for private use, such as U+F8FF.
        assertEquals("\u0378 (U+0378)", MissingGlyphs.missing("a\u0378b", Font.font("Inter")));
    }
}
