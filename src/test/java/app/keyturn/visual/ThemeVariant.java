package app.keyturn.visual;

import app.keyturn.ui.Appearance;
import app.keyturn.ui.Appearance.Look;
import com.sun.javafx.application.PlatformImpl;

/** The themes of the window, including the high-contrast schemes of Windows that JavaFX knows. */
enum ThemeVariant {
    /** Dark on light. */
    LIGHT(Look.LIGHT, ""),
    /** Light on dark. */
    DARK(Look.DARK, ""),
    /** High contrast, the most common scheme. */
    WHITE_ON_BLACK(Look.HIGH_CONTRAST, "WHITEONBLACK"),
    /** High contrast on white. */
    BLACK_ON_WHITE(Look.HIGH_CONTRAST, "BLACKONWHITE"),
    /** High contrast in yellow. */
    YELLOW_ON_BLACK(Look.HIGH_CONTRAST, "YELLOWONBLACK");

    /** JavaFX's property for trying the schemes of Windows on any system. */
    private static final String SCHEME = "com.sun.javafx.highContrastTheme";

    private final Look look;
    private final String scheme;

    ThemeVariant(Look look, String scheme) {
        this.look = look;
        this.scheme = scheme;
    }

    /** Applies this theme. To be called on the JavaFX thread. */
    void applyTo(Appearance appearance) {
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
