package app.keyturn;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.desktop.FakeDesktop;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.platform.SystemProxyProperty;
import app.keyturn.selfcheck.SelfCheck;
import app.keyturn.selfcheck.WindowContent;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** The main class. Not an {@code Application} itself, since it decides before JavaFX starts what to start. */
public final class Keyturn {
    private static final int WRONG_ARGUMENT = 2;

    private Keyturn() {}

    /**
     * Starts the program.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Arguments parsed = Arguments.of(List.of(arguments));
        if (parsed.unknown().isPresent()) {
            printUtf8WhenRedirected();
            System.err.println("Keyturn does not know the argument " + parsed.unknown().get());
            System.err.print(Arguments.HELP);
            System.exit(WRONG_ARGUMENT);
        }
        switch (parsed.task()) {
            case HELP -> System.out.print(Arguments.HELP);
            case VERSION -> System.out.println("Keyturn " + version() + (lacksSystemCertificates()
                    ? " (a trial: it cannot read the certificates that Windows trusts)"
                    : ""));
            case SELF_TEST -> runSelfCheck();
            case WALKTHROUGH -> playWalkthrough(parsed);
            case FIRST_PAGE -> showFirstPage();
            case WIZARD -> openWindow(parsed);
        }
    }

    /**
     * Prints UTF-8 to a file or a pipe. Java uses the system's code page there, which on Windows lacks most letters of
     * the names of files and people. A console keeps its own encoding.
     */
    static void printUtf8WhenRedirected() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        }
    }

    /** The version of this build. */
    public static String version() {
        return buildProperty("version");
    }

    /** True for a package for Windows that is not fit for a release ({@code installer.WindowsJdk}). */
    private static boolean lacksSystemCertificates() {
        return !buildProperty("no.system.certificates").isEmpty();
    }

    /** A property that the build has set; empty if it has not. */
    public static String buildProperty(String name) {
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

    private static void openWindow(Arguments arguments) {
        if (hasNoScreen()) {
            System.out.println(
                    "There is no display here, so Keyturn opens no window. It plays a practice renewal instead.");
            playWalkthrough(arguments.walkingThrough());
            return;
        }
        if (RunningInstance.showFor(arguments)) {
            System.out.println("Keyturn is open already. Its window is in front now.");
            return;
        }
        SystemProxyProperty.set();
        try {
            launch(arguments.forWindow());
        } catch (UnsupportedOperationException noScreen) {
            System.err.println("The display named by DISPLAY cannot be opened. "
                    + "Start Keyturn on a desktop, or unset DISPLAY for a walkthrough.");
            System.exit(1);
        }
    }

    /** With or without a display: the class cache trained here serves both. */
    private static void showFirstPage() {
        if (hasNoScreen()) {
            renderOffScreen();
        }
        SystemProxyProperty.set();
        launch(Arguments.FIRST_PAGE);
    }

    private static void launch(String... arguments) {
        disableTextLayoutCache();
        StartupData.begin(Arguments.of(List.of(arguments)));
        Application.launch(KeyturnApp.class, arguments);
    }

    private static boolean hasNoScreen() {
        return !hasDisplay(OperatingSystem.current(), System.getenv("DISPLAY"))
                && System.getProperty("glass.platform") == null;
    }

    private static void playWalkthrough(Arguments arguments) {
        printUtf8WhenRedirected();
        renderOffScreen();
        launch(Arguments.WALKTHROUGH + arguments.pictures());
        System.exit(KeyturnApp.walkthroughSucceeded() ? 0 : 1);
    }

    private static void runSelfCheck() {
        printUtf8WhenRedirected();
        renderOffScreen();
        System.exit(SelfCheck.run(selfChecks(), System.out) ? 0 : 1);
    }

    /** What {@code --self-test} checks. */
    public static List<SelfCheck.Check> selfChecks() {
        return SelfCheck.checks(version(), lacksSystemCertificates(), Keyturn::windowContent);
    }

    private static WindowContent windowContent(Path folder) {
        Environment environment = Environment.real(new FakeDesktop(folder),
                StartupData.unwritten(folder, Locale.getDefault()));
        Window window = new Window(environment);
        Session session = new Session(environment, window, () -> {}, Optional.empty(), window.preferences());
        return new WindowContent(session.pages(), KeyturnApp.icons(), session::leave);
    }

    /** JavaFX renders in memory, whether there is a display or not. */
    private static void renderOffScreen() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /**
     * JavaFX keeps the layout of every text it has drawn, with the text, for as long as the program runs
     * ({@code com.sun.javafx.text.PrismTextLayout}). A token that was shown once would be among them.
     */
    public static void disableTextLayoutCache() {
        System.setProperty("prism.cacheLayoutSize", "0");
    }
}
