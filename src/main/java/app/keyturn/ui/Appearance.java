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
 * The look of the window. Follows the system's light or dark scheme while the program runs. Under Windows' high
 * contrast it falls back to JavaFX's own theme, the only one that JavaFX adapts to the chosen contrast colours. All
 * sizes are in em, so the text size scales everything.
 */
public final class Appearance {
    public enum Look {
        LIGHT, DARK,
        /** The contrast colours chosen in the system. */
        HIGH_CONTRAST
    }

    private static final String HIGH_CONTRAST_KEY = "Windows.SPI.HighContrast";
    /** Text size at 100 %, in pixels. */
    private static final double USUAL_SIZE = 14;

    private final Scene scene;
    private @Nullable Look look;
    private int percent = 100;

    /**
     * No look is applied yet.
     *
     * @param scene gets the stylesheets
     */
    public Appearance(Scene scene) {
        this.scene = scene;
    }

    /**
     * Follows the system's look, now and whenever it changes. Call this on the JavaFX thread. A preference set in
     * {@link Scene#getPreferences()} is followed as well.
     */
    public void followSystem() {
        scene.getPreferences().colorSchemeProperty().subscribe(scheme -> apply(wanted()));
        Platform.getPreferences().addListener((MapChangeListener<String, Object>) change -> {
            if (HIGH_CONTRAST_KEY.equals(change.getKey())) {
                apply(wanted());
            }
        });
    }

    public void apply(Look wanted) {
        look = wanted;
        scene.getStylesheets().clear(); // else the names of one theme are briefly looked up in the other
        Application.setUserAgentStylesheet(switch (wanted) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case HIGH_CONTRAST -> Application.STYLESHEET_MODENA;
        });
        setStyleSheets(wanted);
    }

    /**
     * Sets the text size. Reads no stylesheet before a look is applied.
     *
     * @param wanted in percent of the usual size
     */
    public void setTextSize(int wanted) {
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
        }), textSizeSheet());
    }

    /** A stylesheet rather than a style: pop-up lists and menus inherit only the stylesheets of the window. */
    private String textSizeSheet() {
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
