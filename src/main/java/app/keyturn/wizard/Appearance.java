package app.keyturn.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Scene;

/**
 * How the window looks. Follows the system's light or dark scheme while the program runs; under Windows' high contrast
 * it falls back to JavaFX's own theme, the only one JavaFX adapts to the chosen contrast colours.
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

    private final Scene scene;

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
        scene.getPreferences().colorSchemeProperty().subscribe(scheme -> wear(wanted()));
        Platform.getPreferences().addListener((MapChangeListener<String, Object>) change -> {
            if (HIGH_CONTRAST_KEY.equals(change.getKey())) {
                wear(wanted());
            }
        });
    }

    /** Looks like this from now on. */
    public void wear(Look look) {
        scene.getStylesheets().clear(); // else the names of one theme are looked up in the other for a moment
        Application.setUserAgentStylesheet(switch (look) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case HIGH_CONTRAST -> Application.STYLESHEET_MODENA;
        });
        scene.getStylesheets().setAll(sheet("theme.css"), sheet("guide.css"), sheet(switch (look) {
            case LIGHT -> "theme-light.css";
            case DARK -> "theme-dark.css";
            case HIGH_CONTRAST -> "theme-contrast.css";
        }));
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
