package app.keyturn;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.StoredSettings;
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

/** How the window looks and speaks, whichever world is in it: as it is set, and as the person chooses from then on. */
public final class WindowPreferences implements TextSizeKeys.Sizes {
    private final StoredSettings stored;
    private final Messages messages;
    private final Scene scene;
    private final Supplier<Optional<Session>> inside;
    /** Spoken where no language is set. */
    private final Locale system = Locale.getDefault(Locale.Category.DISPLAY);
    private final Appearance appearance;
    private int textSize = TextSize.USUAL;

    /**
     * Looks and speaks as it is set, and as the system does where it is not.
     *
     * @param environment tells what is set, and has the words outside of any world
     * @param scene of the window
     * @param inside the world in the window; empty while there is none
     */
    WindowPreferences(Environment environment, Scene scene, Supplier<Optional<Session>> inside) {
        stored = environment.settings();
        messages = environment.messages();
        this.scene = scene;
        this.inside = inside;
        appearance = new Appearance(scene);
        subscribe(stored.inForce());
        appearance.followSystem();
        TextSizeKeys.listen(scene, this);
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Looks and speaks as it is set, from now on. */
    void subscribe(Settings settings) {
        setLanguage(settings.language().orElse(system));
        setTextSize(settings.textSize());
        scene.getPreferences().setColorScheme(switch (settings.appearance()) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        });
    }

    /** Speaks a language from now on. */
    public void setLanguage(Locale language) {
        messages.setLanguage(language);
        scene.setNodeOrientation(LanguageChoice.fromRightToLeft(messages.text("frame.language.own"))
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT);
        inside.get().ifPresent(world -> world.setLanguage(language));
    }

    /** Speaks a language that the person has chosen, from now on, and keeps the choice. */
    void choose(Locale language) {
        boolean kept = keep(Setting.LANGUAGE, language.toLanguageTag());
        setLanguage(language);
        tell(Setting.LANGUAGE, kept);
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
        choose(TextSize.USUAL);
    }

    private void choose(int percent) {
        // A key that is held down at the largest size writes nothing.
        boolean kept = percent == textSize || keep(Setting.TEXT_SIZE, String.valueOf(percent));
        setTextSize(percent);
        inside.get().ifPresent(world -> world.say("frame.text-size", messages.percent(percent)));
        tell(Setting.TEXT_SIZE, kept);
    }

    private void setTextSize(int percent) {
        textSize = percent;
        appearance.setTextSize(percent);
    }

    /** False if it counts only until the program ends. */
    private boolean keep(Setting setting, String value) {
        try {
            stored.put(stored.inForce().with(setting, value));
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    private void tell(Setting setting, boolean kept) {
        inside.get().ifPresent(world -> {
            world.changed(setting);
            if (!kept) {
                world.say("settings.not-saved", stored.path());
            }
        });
    }
}
