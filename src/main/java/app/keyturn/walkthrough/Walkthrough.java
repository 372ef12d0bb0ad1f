package app.keyturn.walkthrough;

import app.keyturn.desktop.FakeDesktop;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.scenario.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.application.ColorScheme;

/**
 * Plays a practice renewal: presses the real controls by their ids, does the browser's part, and takes a picture of
 * every page.
 */
public final class Walkthrough {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Path folder;
    private final PrintStream out;
    private final FakeDesktop desktop;
    private volatile boolean succeeded;

    /**
     * Creates a walkthrough.
     *
     * @param folder receives the pictures (the dark ones in a subfolder), the receipt and the reminder
     * @param out receives a line for each step and its outcome
     */
    public Walkthrough(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.desktop = new FakeDesktop(folder);
    }

    public FakeDesktop desktop() {
        return desktop;
    }

    /** The folder for settings, so that the user's own neither apply nor change. */
    public static Path settings(Path folder) {
        return folder.resolve("settings");
    }

    /** True once the renewal has reached the green page. */
    public boolean succeeded() {
        return succeeded;
    }

    /**
     * Plays the walkthrough on its own thread.
     *
     * @param window shows the first page in practice mode
     * @param finished runs at the end, whatever the outcome
     */
    public void play(WalkthroughWindow window, Runnable finished) {
        Thread.ofVirtual().name("walkthrough").start(() -> {
            try {
                Files.createDirectories(folder);
                UiDriver driver = new UiDriver(window.scene(), TIMEOUT);
                try {
                    play(window, driver);
                } catch (IOException | RuntimeException e) {
                    picture(driver, "stopped-here");
                    throw e;
                }
                succeeded = true;
                out.println("Pictures, receipt and reminder: " + folder);
            } catch (IOException | RuntimeException e) {
                out.println("The walkthrough stopped: " + e.getMessage());
            } catch (InterruptedException stopped) {
                out.println("The walkthrough was stopped.");
            } finally {
                finished.run();
            }
        });
    }

    private void play(WalkthroughWindow window, UiDriver driver) throws IOException, InterruptedException {
        try (PracticeBrowser browser = new PracticeBrowser()) {
            renew(window, driver, browser);
            driver.press("finish");
            tryBadToken(window, driver, browser);
        }
    }

    /** A renewal that succeeds, from the first page to the green one. */
    private void renew(WalkthroughWindow window, UiDriver driver, PracticeBrowser browser)
            throws IOException, InterruptedException {
        driver.press("portal-school");
        picture(driver, "1-start");
        report("Start", "Apple School Manager is chosen");
        driver.press("next");
        picture(driver, "2-apple");
        getToken(driver, browser);
        picture(driver, "2-apple-kept");
        report("Get the token", "generated on the practice page, copied and kept");
        driver.press("next");
        picture(driver, "3-sign-in");
        signIn(driver, browser);
        picture(driver, "3-sign-in-done");
        report("Sign in",
                driver.text("account") + ", " + driver.text("tenant-name") + ". " + driver.text("sync-state"));
        driver.press("next");
        driver.press("confirm-expiry");
        picture(driver, "4-token");
        report("Paste the token", driver.text("token-message"));
        driver.press("next");
        picture(driver, "5-save");
        driver.press("test-and-save");
        driver.waitUntilShown("page-done");
        report("Test and save", driver.text("done-title") + ". " + driver.text("done-until"));
        picture(driver, "6-done-waiting");
        driver.press("save-reminder");
        driver.press("save-receipt");
        driver.waitUntilText("sync-tick", window.messages().text("done.sync.seen"));
        picture(driver, "6-done");
        report("Done", driver.text("sync-tick"));
        report("Calls to Microsoft Graph from sign-in to green", Integer.toString(window.callsToGreen()));
    }

    /** A badly copied token: what a problem looks like, and that nothing was changed. */
    private void tryBadToken(WalkthroughWindow window, UiDriver driver, PracticeBrowser browser)
            throws IOException, InterruptedException {
        driver.enterPractice(window, Scenario.WRONG_TOKEN);
        driver.press("portal-school");
        driver.press("next");
        getToken(driver, browser);
        driver.press("next");
        signIn(driver, browser);
        driver.press("next");
        driver.press("next");
        driver.press("test-and-save");
        driver.waitUntilShown("problem-title");
        picture(driver, "5-problem");
        report("A badly copied token", driver.text("problem-title") + ". " + driver.text("problem-changed"));
    }

    private void getToken(UiDriver driver, PracticeBrowser browser) throws IOException, InterruptedException {
        driver.press("open-portal");
        desktop.copy(browser.generateToken(desktop.nextPage(TIMEOUT)));
        driver.press("keep-token");
    }

    private void signIn(UiDriver driver, PracticeBrowser browser) throws IOException, InterruptedException {
        driver.press("sign-in");
        URI page = desktop.nextPage(TIMEOUT);
        driver.waitUntilText("sign-in-link", page.toString());
        picture(driver, "3-sign-in-browser");
        browser.signIn(page, PracticeBrowser.Choice.ADMINISTRATOR);
        driver.waitUntilPressable("next");
    }

    private void report(String step, String outcome) {
        out.println(step + ": " + outcome);
    }

    private void picture(UiDriver driver, String name) throws IOException, InterruptedException {
        Files.write(folder.resolve(name + ".png"), driver.picture(ColorScheme.LIGHT));
        Files.write(Files.createDirectories(folder.resolve("dark")).resolve(name + ".png"),
                driver.picture(ColorScheme.DARK));
    }
}
