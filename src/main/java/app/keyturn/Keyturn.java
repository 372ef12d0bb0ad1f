package app.keyturn;

import app.keyturn.platform.OperatingSystem;
import app.keyturn.platform.SystemProxyProperty;
import app.keyturn.selfcheck.SelfCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/**
 * Starts the program. Not an {@code Application} itself: what is decided here has to be decided before JavaFX begins.
 */
public final class Keyturn {
    private static final int WRONG_ARGUMENT = 2;

    private Keyturn() {}

    /**
     * Starts the program.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Arguments asked = Arguments.of(List.of(arguments));
        if (asked.unknown().isPresent()) {
            System.err.println("Keyturn does not know the argument " + asked.unknown().get());
            System.err.print(Arguments.HELP);
            System.exit(WRONG_ARGUMENT);
        }
        switch (asked.task()) {
            case HELP -> System.out.print(Arguments.HELP);
            case VERSION -> System.out.println("Keyturn " + version());
            case SELF_TEST -> testSelf();
            case WALKTHROUGH -> walkThrough(asked);
            case FIRST_PAGE -> showFirstPage();
            case WIZARD -> openWindow(asked);
        }
    }

    /** The version of this build. */
    public static String version() {
        return built("version");
    }

    /** What the build has written down under a name; empty if nothing. */
    public static String built(String name) {
        Properties properties = new Properties();
        try (InputStream file = Keyturn.class.getResourceAsStream("build.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name, "");
    }

    /** True if there is a screen to open a window on. JavaFX on Linux draws through X11, so {@code DISPLAY} tells. */
    static boolean hasDisplay(OperatingSystem system, @Nullable String display) {
        return system != OperatingSystem.OTHER || (display != null && !display.isBlank());
    }

    private static void openWindow(Arguments asked) {
        if (nothingToDrawOn()) {
            System.out.println(
                    "There is no display here, so Keyturn opens no window. It plays a practice renewal instead.");
            walkThrough(asked.walkingThrough());
            return;
        }
        SystemProxyProperty.set();
        try {
            launch(asked.practice() ? new String[]{Arguments.PRACTICE} : new String[0]);
        } catch (UnsupportedOperationException noScreen) {
            complain(System.err);
            System.exit(1);
        }
    }

    /** With a display or without: what is learned of a start counts for both. */
    private static void showFirstPage() {
        if (nothingToDrawOn()) {
            drawOffScreen();
        }
        SystemProxyProperty.set();
        launch(Arguments.FIRST_PAGE);
    }

    private static void launch(String... arguments) {
        keepNoTextForReuse();
        StartupData.begin(Arguments.of(List.of(arguments)));
        Application.launch(KeyturnApp.class, arguments);
    }

    private static boolean nothingToDrawOn() {
        return !hasDisplay(OperatingSystem.current(), System.getenv("DISPLAY"))
                && System.getProperty("glass.platform") == null;
    }

    private static void walkThrough(Arguments asked) {
        drawOffScreen();
        launch(Arguments.WALKTHROUGH + asked.pictures());
        System.exit(KeyturnApp.walkedToGreen() ? 0 : 1);
    }

    private static void testSelf() {
        drawOffScreen();
        System.exit(SelfCheck.run(System.out) ? 0 : 1);
    }

    /** JavaFX draws in memory, whether there is a display or not. */
    private static void drawOffScreen() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /**
     * JavaFX keeps the layout of every text it has drawn, with the text, for as long as the program runs
     * ({@code com.sun.javafx.text.PrismTextLayout}); a token that was shown once would be among them.
     */
    public static void keepNoTextForReuse() {
        System.setProperty("prism.cacheLayoutSize", "0");
    }

    private static void complain(PrintStream to) {
        to.println(
                "The display named by DISPLAY cannot be opened. Start Keyturn on a desktop, or unset DISPLAY for a walkthrough.");
    }
}
