package app.keyturn.walkthrough;

import app.keyturn.Window;
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
 * A practice renewal that plays itself: it presses the real controls by their ids, goes through the browser's part as
 * a browser would, and leaves a picture of every page.
 */
public final class Walkthrough {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final PrintStream out;
    private final FakeDesktop desktop;
    private volatile boolean succeeded;

    /**
     * Makes a walkthrough.
     *
     * @param folder gets the pictures, the dark ones in a folder of their own, the receipt and the reminder
     * @param out is told each step and its outcome
     */
    public Walkthrough(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.desktop = new FakeDesktop(folder);
    }

    public FakeDesktop desktop() {
        return desktop;
    }

    /**
     * Where settings would be kept, so that a person's own neither count nor change.
     *
     * @param folder of the walkthrough
     */
    public static Path settings(Path folder) {
        return folder.resolve("settings");
    }

    /** True once the renewal has been played to green. */
    public boolean succeeded() {
        return succeeded;
    }

    /**
     * Plays it on a thread of its own.
     *
     * @param window shows the first page of the practice world
     * @param whenOver is called at the end, however it ended
     */
    public void play(Window window, Runnable whenOver) {
        Thread.ofVirtual().name("walkthrough").start(() -> {
            try {
                Files.createDirectories(folder);
                UiDriver hands = new UiDriver(window.scene(), PATIENCE);
                try {
                    play(window, hands);
                } catch (IOException | RuntimeException e) {
                    picture(hands, "stopped-here");
                    throw e;
                }
                succeeded = true;
                out.println("Pictures, receipt and reminder: " + folder);
            } catch (IOException | RuntimeException e) {
                out.println("The walkthrough stopped: " + e.getMessage());
            } catch (InterruptedException stopped) {
                out.println("The walkthrough was stopped.");
            } finally {
                whenOver.run();
            }
        });
    }

    private void play(Window window, UiDriver hands) throws IOException, InterruptedException {
        try (PracticeBrowser browser = new PracticeBrowser()) {
            renew(window, hands, browser);
            hands.press("finish");
            meetABadToken(window, hands, browser);
        }
    }

    /** All is well: from the first page to green. */
    private void renew(Window window, UiDriver hands, PracticeBrowser browser) throws IOException, InterruptedException {
        hands.press("portal-school");
        picture(hands, "1-start");
        say("Start", "Apple School Manager is chosen");
        hands.press("next");
        picture(hands, "2-apple");
        getToken(hands, browser);
        picture(hands, "2-apple-kept");
        say("Get the token", "generated on the practice page, copied and kept");
        hands.press("next");
        picture(hands, "3-sign-in");
        signIn(hands, browser);
        picture(hands, "3-sign-in-done");
        say("Sign in", hands.text("account") + ", " + hands.text("tenant-name") + ". " + hands.text("sync-state"));
        hands.press("next");
        hands.press("confirm-expiry");
        picture(hands, "4-token");
        say("Paste the token", hands.text("token-message"));
        hands.press("next");
        picture(hands, "5-save");
        hands.press("test-and-save");
        hands.waitUntilShown("page-done");
        say("Test and save", hands.text("done-title") + ". " + hands.text("done-until"));
        picture(hands, "6-done-waiting");
        hands.press("save-reminder");
        hands.press("save-receipt");
        hands.waitUntilText("sync-tick", window.messages().text("done.sync.seen"));
        picture(hands, "6-done");
        say("Done", hands.text("sync-tick"));
        say("Calls to Microsoft Graph from sign-in to green", Integer.toString(window.callsToGreen()));
    }

    /** A token that was copied badly: what a problem looks like, and that nothing was changed. */
    private void meetABadToken(Window window, UiDriver hands, PracticeBrowser browser)
            throws IOException, InterruptedException {
        hands.enterPractice(window, Scenario.WRONG_TOKEN);
        hands.press("portal-school");
        hands.press("next");
        getToken(hands, browser);
        hands.press("next");
        signIn(hands, browser);
        hands.press("next");
        hands.press("next");
        hands.press("test-and-save");
        hands.waitUntilShown("problem-title");
        picture(hands, "5-problem");
        say("A badly copied token", hands.text("problem-title") + ". " + hands.text("problem-changed"));
    }

    private void getToken(UiDriver hands, PracticeBrowser browser) throws IOException, InterruptedException {
        hands.press("open-portal");
        desktop.copy(browser.generateToken(desktop.nextPage(PATIENCE)));
        hands.press("keep-token");
    }

    private void signIn(UiDriver hands, PracticeBrowser browser) throws IOException, InterruptedException {
        hands.press("sign-in");
        URI page = desktop.nextPage(PATIENCE);
        hands.waitUntilText("sign-in-link", page.toString());
        picture(hands, "3-sign-in-browser");
        browser.signIn(page, PracticeBrowser.Choice.ADMINISTRATOR);
        hands.waitUntilPressable("next");
    }

    private void say(String step, String outcome) {
        out.println(step + ": " + outcome);
    }

    private void picture(UiDriver hands, String name) throws IOException, InterruptedException {
        Files.write(folder.resolve(name + ".png"), hands.picture(ColorScheme.LIGHT));
        Files.write(Files.createDirectories(folder.resolve("dark")).resolve(name + ".png"),
                hands.picture(ColorScheme.DARK));
    }
}
