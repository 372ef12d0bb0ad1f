package app.keyturn.visual;

import app.keyturn.ui.Appearance;
import app.keyturn.ui.Appearance.Look;
import com.sun.javafx.application.PlatformImpl;

/** The looks of the window, with those of high contrast that JavaFX knows from Windows. */
enum ThemeVariant {
    /** Dark on light. */
    LIGHT(Look.LIGHT, ""),
    /** Light on dark. */
    DARK(Look.DARK, ""),
    /** High contrast, as most people have it who need it. */
    WHITE_ON_BLACK(Look.HIGH_CONTRAST, "WHITEONBLACK"),
    /** High contrast on white. */
    BLACK_ON_WHITE(Look.HIGH_CONTRAST, "BLACKONWHITE"),
    /** High contrast in yellow. */
    YELLOW_ON_BLACK(Look.HIGH_CONTRAST, "YELLOWONBLACK");

    /** JavaFX's own way to try on any system what it does on Windows. */
    private static final String SCHEME = "com.sun.javafx.highContrastTheme";

    private final Look look;
    private final String scheme;

    ThemeVariant(Look look, String scheme) {
        this.look = look;
        this.scheme = scheme;
    }

    /** Puts it on. To be called on the JavaFX thread. */
    void on(Appearance appearance) {
        if (scheme.isEmpty()) {
            System.clearProperty(SCHEME);
        } else {
            System.setProperty(SCHEME, scheme);
        }
        // As JavaFX does itself when high contrast is switched off on Windows.
        PlatformImpl.setAccessibilityTheme(null);
        appearance.apply(look);
    }
}
