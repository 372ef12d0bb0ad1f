package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.StoredSettings;
import app.keyturn.settings.StoredSettings.SaveResult;
import app.keyturn.settings.TextSize;
import app.keyturn.ui.Appearance;
import app.keyturn.ui.TextSizeKeys;
import app.keyturn.wizard.LanguageChoice;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;

/** Appearance, language and text size of the window, from the settings and from what the user chooses later. */
public final class WindowPreferences implements TextSizeKeys.Sizes {
    private final StoredSettings stored;
    private final Messages messages;
    private final Scene scene;
    private final Supplier<Optional<Session>> current;
    /** Used where no language is set. */
    private final Locale system = Locale.getDefault(Locale.Category.DISPLAY);
    private final Appearance appearance;
    private int textSize = TextSize.DEFAULT;

    /**
     * Applies the settings, and follows the system where nothing is set.
     *
     * @param current the session in the window; empty while there is none
     */
    WindowPreferences(Environment environment, Scene scene, Supplier<Optional<Session>> current) {
        stored = environment.settings();
        messages = environment.messages();
        this.scene = scene;
        this.current = current;
        appearance = new Appearance(scene);
        apply(stored.effective());
        appearance.followSystem();
        TextSizeKeys.listen(scene, this);
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Applies settings from now on. */
    void apply(Settings settings) {
        setLanguage(settings.language().orElse(system));
        setTextSize(settings.textSize());
        scene.getPreferences().setColorScheme(switch (settings.appearance()) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        });
    }

    /** Sets the language of the window and of its session. */
    public void setLanguage(Locale language) {
        messages.setLanguage(language);
        scene.setNodeOrientation(LanguageChoice.fromRightToLeft(messages.text("frame.language.own"))
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT);
        current.get().ifPresent(session -> session.setLanguage(language));
    }

    /** Sets a language that the user has chosen, and saves the choice. */
    void choose(Locale language) {
        Optional<SaveResult> saved = save(Setting.LANGUAGE, language.toLanguageTag());
        setLanguage(language);
        report(Setting.LANGUAGE, saved);
    }

    @Override
    public void larger() {
        choose(TextSize.larger(textSize));
    }

    @Override
    public void smaller() {
        choose(TextSize.smaller(textSize));
    }

    @Override
    public void usual() {
        choose(TextSize.DEFAULT);
    }

    private void choose(int percent) {
        // Holding a key down at the largest size must not write.
        Optional<SaveResult> saved = percent == textSize
                ? Optional.of(SaveResult.WRITTEN)
                : save(Setting.TEXT_SIZE, String.valueOf(percent));
        setTextSize(percent);
        current.get().ifPresent(session -> session.announce("frame.text-size", messages.percent(percent)));
        report(Setting.TEXT_SIZE, saved);
    }

    private void setTextSize(int percent) {
        textSize = percent;
        appearance.setTextSize(percent);
    }

    /** Saves a setting; empty if that failed, so that it applies until the program ends. */
    private Optional<SaveResult> save(Setting setting, String value) {
        try {
            return Optional.of(stored.set(setting, value));
        } catch (IOException notWritten) {
            return Optional.empty();
        }
    }

    private void report(Setting setting, Optional<SaveResult> saved) {
        current.get().ifPresent(session -> {
            session.refresh(setting);
            if (saved.isEmpty()) {
                session.announce("settings.not-saved", stored.path());
            } else if (saved.get() == SaveResult.DAMAGED_FILE_SET_ASIDE) {
                session.announce("settings.file.SET_ASIDE", messages.text("settings.file.own"));
            }
        });
    }
}
