package app.keyturn.journeys;

import app.keyturn.Environment;
import app.keyturn.Window;
import app.keyturn.desktop.FakeDesktop;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.PracticeWorld;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.SaveNotes;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.FakeNetwork;
import app.keyturn.update.UpdateCheck;
import app.keyturn.visual.Inspection;
import app.keyturn.visual.Variant;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A user on the way through the real window, in the practice world or outside it, with a browser that the test answers:
 * the set-up, and the steps that many journeys share. Controls are driven by {@link WindowDriver}.
 */
public final class UiJourney extends WindowDriver implements AutoCloseable {
    /** Generous time limits, but short pauses between two reads. */
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofHours(1), Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofMinutes(5), Duration.ofMinutes(60),
            Duration.ofMillis(50), Duration.ofMinutes(30), Duration.ofMinutes(3), Duration.ofMillis(20),
            Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(20));

    /** The page that a newer version is downloaded from. */
    public static final URI RELEASES = URI.create("https://releases.example/keyturn");

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final PracticeBrowser browser = new PracticeBrowser();
    private final ExpiryBook book;
    private final SaveNotes unfinished;
    private final FakeDesktop desktop;
    private final FakeNetwork network = new FakeNetwork();
    private final CountDownLatch firstPaint = new CountDownLatch(1);
    private final ActivityLog log;
    private final Window window;
    private final Inspection inspection;
    private @Nullable PracticeWorld world;
    private @Nullable BiConsumer<UiJourney, String> visitor;

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param stage gets the window's scene
     * @param folder gets the files that are saved
     * @param clock for the program and the practice world
     * @param practice how practice worlds behave
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice) {
        this(stage, folder, clock, practice, false);
    }

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param journaled true if saves are written to the journal in practice too, as they are outside it
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, boolean journaled) {
        this(stage, folder, clock, practice, StoredSettings.load(folder.resolve("settings")), journaled);
    }

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param settings as stored before
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, StoredSettings settings) {
        this(stage, folder, clock, practice, settings, false);
    }

    private UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, StoredSettings settings,
            boolean journaled) {
        desktop = new FakeDesktop(folder);
        book = ExpiryBook.open(folder.resolve("data"));
        unfinished = SaveNotes.in(folder.resolve("data"));
        log = ActivityLog.in(folder.resolve("log"), clock);
        log.started("1.2.3");
        window = new Window(new Environment(desktop, messages, clock, LIMITS, practice, "1.2.3", settings, book,
                unfinished,
                Optional.of((_, _, _) -> network),
                Optional.of(new UpdateCheck(RELEASES, _ -> network.newerVersion(), firstPaint)),
                Optional.of(unfinished).filter(_ -> journaled),
                log));
        inspection = new Inspection(window.scene(), window.preferences().appearance(),
                window.preferences()::setLanguage);
        stage.titleProperty().bind(window.title());
        stage.setScene(window.scene());
        // All tests share the stage, and an earlier one may have made it smaller.
        stage.sizeToScene();
        // Leaves room below for popups: JavaFX's Headless platform cannot draw beyond the edge of its screen.
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public Messages messages() {
        return messages;
    }

    // --- Set-up ------------------------------------------------------------------------------------------------------

    public void enterPractice(Portal portal, Scenario scenario) {
        onWindow(() -> {
            window.enterPractice(portal, scenario.id());
            return true;
        });
        waitFor("page-start");
    }

    public void enterRealMode() {
        onWindow(() -> {
            window.leavePractice();
            return true;
        });
        waitFor("page-start");
    }

    /** The open practice world, or the last one that was open. */
    public PracticeWorld world() {
        window.practiceWorld().ifPresent(now -> world = now);
        return Objects.requireNonNull(world);
    }

    /** The safety violations that practice worlds have recorded. */
    public List<String> violations() {
        window.practiceWorld().ifPresent(now -> world = now);
        return world == null ? List.of() : world.violations();
    }

    public ExpiryBook book() {
        return book;
    }

    public SaveNotes unfinished() {
        return unfinished;
    }

    public FakeNetwork network() {
        return network;
    }

    /** Runs what waits for the first page to be drawn. */
    public void firstPageDrawn() {
        onWindow(() -> {
            firstPaint.countDown();
            window.warmUp();
            return true;
        });
    }

    public FakeDesktop desktop() {
        return desktop;
    }

    public PracticeBrowser browser() {
        return browser;
    }

    /** Changes the window's language without storing the choice. */
    public void setLanguage(Locale language) {
        onWindow(() -> {
            window.preferences().setLanguage(language);
            return true;
        });
        finishPendingWork();
    }

    /** Does something else with each state from now on than to inspect it. */
    public void visitStatesWith(BiConsumer<UiJourney, String> other) {
        visitor = other;
    }

    /** Inspects the window as it is now, in every theme, text size and language. */
    public void inspect(String state) {
        finishPendingWork();
        if (visitor == null) {
            inspection.inspect(state);
        } else {
            visitor.accept(this, state);
        }
    }

    /** Inspects a state that differs only in text or a picture from one inspected before, in fewer variants. */
    public void inspectBriefly(String state) {
        finishPendingWork();
        if (visitor == null) {
            inspection.inspect(state, Variant.few());
        } else {
            visitor.accept(this, state);
        }
    }

    /** Inspects the popup of a control. */
    public void inspectPopup(String state, String id) {
        inspection.inspectPopup(state, () -> node(id));
    }

    /** All visual findings so far. */
    public List<String> findings() {
        return inspection.findings();
    }

    // --- Steps that many journeys share ------------------------------------------------------------------------------

    /** From the start page past Apple's page, with a new token kept; returns the token. */
    public String goToSignInWithToken(Portal portal) {
        goToApplePage(portal);
        String token = generateAndKeepToken();
        click("next");
        waitFor("page-sign-in");
        return token;
    }

    public void goToApplePage(Portal portal) {
        click(portal == Portal.SCHOOL ? "portal-school" : "portal-business");
        click("next");
        waitFor("page-apple");
    }

    /** On the Apple page: opens Apple's site in the browser, generates and copies a token, and has Keyturn keep it. */
    public String generateAndKeepToken() {
        click("open-portal");
        String token = generateToken(nextBrowserPage());
        click("keep-token");
        waitForMessage("apple-message", "apple.kept");
        return token;
    }

    /** In the browser: generates a token and copies it. */
    public String generateToken(URI applePage) {
        String token = inBrowser(() -> browser.generateToken(applePage));
        desktop.copy(token);
        return token;
    }

    public void signInAs(PracticeBrowser.Choice who) {
        click("sign-in");
        answerInBrowser(who);
    }

    public void answerInBrowser(PracticeBrowser.Choice who) {
        URI page = nextBrowserPage();
        inBrowser(() -> browser.signIn(page, who));
    }

    /** From the sign-in page to the token page. */
    public void signInAndContinue() {
        signInAs(PracticeBrowser.Choice.ADMINISTRATOR);
        click("next");
        waitFor("page-token");
    }

    /** From the token page, with a token in it: starts test and save, whatever the outcome. */
    public void confirmAndSubmit() {
        click("confirm-expiry");
        click("next");
        waitFor("page-save");
        click("test-and-save");
    }

    /** From the token page, with a token in it, to the done page. */
    public void confirmAndSave() {
        confirmAndSubmit();
        waitFor("page-done");
    }

    /** On the done page: waits for the first sync. */
    public void waitForSync() {
        waitForMessage("sync-tick", "done.sync.seen");
    }

    /** The next page that is opened in the browser. */
    public URI nextBrowserPage() {
        return inBrowser(() -> desktop.nextPage(PATIENCE));
    }

    public <T> T inBrowser(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw new AssertionError("The browser failed", e);
        }
    }

    public void closeBrowser() {
        browser.close();
    }

    /**
     * Closes the practice world and drops the references to it: it holds its secrets legitimately, and a search of the
     * heap would find them.
     */
    public void discardPracticeWorld() throws IOException {
        world().close();
        world = null;
        try {
            Field held = Window.class.getDeclaredField("practice");
            held.setAccessible(true);
            held.set(window, null);
        } catch (ReflectiveOperationException renamed) {
            throw new LinkageError("The window holds the practice world in another field", renamed);
        }
    }

    @Override
    public void close() throws IOException {
        onWindow(() -> {
            window.close();
            log.close();
            return true;
        });
        browser.close();
        unfinished.close();
    }
}
