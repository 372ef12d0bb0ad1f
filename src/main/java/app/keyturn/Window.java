package app.keyturn;

import app.keyturn.platform.AddressBook;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.Setting;
import app.keyturn.settings.Settings;
import app.keyturn.settings.StoredSettings;
import app.keyturn.settings.TextSize;
import app.keyturn.wizard.Appearance;
import app.keyturn.wizard.LanguageChoice;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.TextSizeKeys;
import app.keyturn.wizard.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What is in the window: one world at a time. */
final class Window implements Worlds, Outlook, AutoCloseable {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;

    private final Surroundings around;
    /** Spoken where no language is set. */
    private final Locale system = Locale.getDefault(Locale.Category.DISPLAY);
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final Appearance appearance = new Appearance(scene);
    private String scenario = Scenario.HEALTHY.id();
    private Portal practicePortal = Portal.SCHOOL;
    private int textSize = TextSize.USUAL;
    private @Nullable World world;
    private @Nullable PracticeWorld practice;

    /**
     * Makes a window's content; enter a world to fill it.
     *
     * @param around what is given from outside
     */
    Window(Surroundings around) {
        this.around = around;
        follow(around.settings().inForce());
        appearance.followSystem();
        TextSizeKeys.listen(scene, new TextSizeKeys.Sizes() {
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
        });
    }

    Scene scene() {
        return scene;
    }

    Appearance appearance() {
        return appearance;
    }

    Messages messages() {
        return around.messages();
    }

    @Override
    public boolean practising() {
        return practiceWorld().isPresent();
    }

    @Override
    public List<String> scenarios() {
        return Arrays.stream(Scenario.values()).map(Scenario::id).toList();
    }

    @Override
    public String scenario() {
        return scenario;
    }

    @Override
    public Optional<Portal> practicePortal() {
        return practiceWorld().map(_ -> practicePortal);
    }

    @Override
    public void enterPractice(Portal portal, String wanted) {
        scenario = wanted;
        practicePortal = portal;
        Scenario chosen = Scenario.of(wanted).orElse(Scenario.HEALTHY);
        try {
            enter(PracticeWorld.open(chosen, portal.name().toLowerCase(Locale.ROOT), around.practice()));
        } catch (IOException noPort) {
            if (world == null) {
                leavePractice();
            }
            say("frame.practice.no-port");
        }
    }

    @Override
    public void leavePractice() {
        enter(null);
    }

    /** The practice world that is open; empty in earnest. */
    Optional<PracticeWorld> practiceWorld() {
        return Optional.ofNullable(practice);
    }

    /** How often Microsoft Graph was called from the sign-in to the green page. */
    int callsToGreen() {
        World now = world;
        return now == null ? 0 : now.callsToGreen();
    }

    /** True if the window may be closed now; tells the person if not. */
    boolean mayClose() {
        World now = world;
        return now == null || now.mayClose();
    }

    /** Shows that the program itself has failed. */
    void showFault() {
        World now = world;
        if (now != null) {
            now.showFault();
        }
    }

    @Override
    public void choose(Locale language) {
        boolean kept = keep(Setting.LANGUAGE, language.toLanguageTag());
        speak(language);
        tell(Setting.LANGUAGE, kept);
    }

    @Override
    public void choose(int textSize) {
        boolean kept = keep(Setting.TEXT_SIZE, String.valueOf(textSize));
        enlarge(textSize);
        say("frame.text-size", around.messages().percent(textSize));
        tell(Setting.TEXT_SIZE, kept);
    }

    @Override
    public void close() {
        World now = world;
        if (now != null) {
            now.leave();
        }
        world = null;
        beIn(null);
    }

    private void enter(@Nullable PracticeWorld wanted) {
        World left = world;
        if (left != null) {
            left.leave();
        }
        beIn(wanted);
        Optional<AddressBook> book = practiceWorld().map(open -> AddressBook.of(open.addresses()));
        World entered = new World(around, new Doors(wanted != null), () -> enter(practice), book, this);
        world = entered;
        scene.setRoot(entered.view());
    }

    @Override
    public void follow(Settings settings) {
        speak(settings.language().orElse(system));
        enlarge(settings.textSize());
        scene.getPreferences().setColorScheme(switch (settings.appearance()) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        });
    }

    /** Says everything in a language from now on. */
    void speak(Locale language) {
        around.messages().speak(language);
        scene.setNodeOrientation(LanguageChoice.fromRightToLeft(around.messages().locale())
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT);
        World now = world;
        if (now != null) {
            now.speak(language);
        }
    }

    /** False if it counts only until the program ends. */
    private boolean keep(Setting setting, String value) {
        StoredSettings stored = around.settings();
        try {
            stored.put(stored.inForce().with(setting, value));
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }

    private void tell(Setting setting, boolean kept) {
        World now = world;
        if (now != null) {
            now.changed(setting);
        }
        if (!kept) {
            say("settings.not-saved", around.settings().path());
        }
    }

    private void enlarge(int percent) {
        textSize = percent;
        appearance.enlarge(percent);
    }

    private void say(String key, Object... gaps) {
        World now = world;
        if (now != null) {
            now.say(key, gaps);
        }
    }

    /** Closes the practice world that is open, unless it is the wanted one. */
    private void beIn(@Nullable PracticeWorld wanted) {
        PracticeWorld open = practice;
        practice = wanted;
        if (open != null && !open.equals(wanted)) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** This window's worlds, as a world under construction sees them. */
    private final class Doors implements Worlds {
        private final boolean practising;

        Doors(boolean practising) {
            this.practising = practising;
        }

        @Override
        public boolean practising() {
            return practising;
        }

        @Override
        public List<String> scenarios() {
            return Window.this.scenarios();
        }

        @Override
        public String scenario() {
            return scenario;
        }

        @Override
        public Optional<Portal> practicePortal() {
            return Window.this.practicePortal();
        }

        @Override
        public void enterPractice(Portal portal, String wanted) {
            Window.this.enterPractice(portal, wanted);
        }

        @Override
        public void leavePractice() {
            Window.this.leavePractice();
        }
    }
}
