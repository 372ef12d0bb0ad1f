package app.keyturn.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * How the window looks. Follows the system's light or dark scheme while the program runs; under Windows' high contrast
 * it falls back to JavaFX's own theme, the only one JavaFX adapts to the chosen contrast colours. All sizes are in em,
 * so that the size of the text is the size of everything.
 */
public final class Appearance {
    /** What a window can look like. */
    public enum Look {
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK,
        /** The colours chosen in the system for high contrast. */
        HIGH_CONTRAST
    }

    private static final String HIGH_CONTRAST_KEY = "Windows.SPI.HighContrast";
    /** Of text at 100 %, in pixels. */
    private static final double USUAL_SIZE = 14;

    private final Scene scene;
    private @Nullable Look look;
    private int percent = 100;

    /**
     * Makes the appearance of a window.
     *
     * @param scene gets the stylesheets
     */
    public Appearance(Scene scene) {
        this.scene = scene;
    }

    /**
     * Looks as the system does, now and whenever that changes. To be called on the JavaFX thread. A wish for light or
     * dark goes to {@link Scene#getPreferences()} and is followed as well.
     */
    public void followSystem() {
        scene.getPreferences().colorSchemeProperty().subscribe(scheme -> apply(wanted()));
        Platform.getPreferences().addListener((MapChangeListener<String, Object>) change -> {
            if (HIGH_CONTRAST_KEY.equals(change.getKey())) {
                apply(wanted());
            }
        });
    }

    /** Looks like this from now on. */
    public void apply(Look wanted) {
        look = wanted;
        scene.getStylesheets().clear(); // else the names of one theme are looked up in the other for a moment
        Application.setUserAgentStylesheet(switch (wanted) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case HIGH_CONTRAST -> Application.STYLESHEET_MODENA;
        });
        setStyleSheets(wanted);
    }

    /**
     * Makes everything so large from now on. Before a look is chosen it reads no sheet.
     *
     * @param wanted the size of the text, in percent of the usual one
     */
    public void enlarge(int wanted) {
        percent = wanted;
        if (look != null) {
            setStyleSheets(look);
        }
    }

    private void setStyleSheets(Look look) {
        scene.getStylesheets().setAll(sheet("fonts.css"), sheet("theme.css"), sheet("guide.css"), sheet(switch (look) {
            case LIGHT -> "theme-light.css";
            case DARK -> "theme-dark.css";
            case HIGH_CONTRAST -> "theme-contrast.css";
        }), size());
    }

    /** A stylesheet, which lists and menus that pop up take over from the window, as they do not take over a style. */
    private String size() {
        String rule = ".root { -fx-font-size: " + USUAL_SIZE * percent / 100 + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }

    private Look wanted() {
        if (Platform.getPreferences().getBoolean(HIGH_CONTRAST_KEY).orElse(false)) {
            return Look.HIGH_CONTRAST;
        }
        return scene.getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
    }

    private static String sheet(String name) {
        URL file = Objects.requireNonNull(Appearance.class.getResource("/app/keyturn/" + name), name);
        return file.toExternalForm();
    }
}
