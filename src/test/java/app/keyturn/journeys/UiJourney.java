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
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.settings.StoredSettings;
import app.keyturn.update.UpdateCheck;
import app.keyturn.visual.Inspection;
import app.keyturn.visual.Variant;
import app.keyturn.walkthrough.UiDriver;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person on the way through the real window, who knows its controls by their ids alone: clicks with a mouse, types on
 * a keyboard, reads what stands there, and goes to the browser and back.
 */
public final class UiJourney implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_TABS = 40;
    /** Those of people, but nobody here waits between two looks. */
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofHours(1), Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofMinutes(60), Duration.ofMillis(50),
            Duration.ofMinutes(30), Duration.ofMinutes(3), Duration.ofMillis(20));

    /** Where people are led to for a newer version. */
    public static final URI RELEASES = URI.create("https://releases.example/keyturn");

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final PracticeBrowser browser = new PracticeBrowser();
    private final ExpiryBook book;
    private final SaveNotes unfinished;
    private final FakeDesktop desktop;
    private final ActivityLog log;
    private final Window window;
    private final Inspection eyes;
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch firstPaint = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicReference<Optional<String>> newest = new AtomicReference<>(Optional.empty());
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final AtomicReference<Connectivity> reach = new AtomicReference<>(new Connectivity.Open());
    private @Nullable PracticeWorld world;

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param stage gets the window's scene
     * @param folder gets the files that are saved
     * @param clock everybody's
     * @param practice how practice worlds behave
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice) {
        this(stage, folder, clock, practice, false);
    }

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param noting whether a save is noted in practice too, as it is in earnest
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, boolean noting) {
        this(stage, folder, clock, practice, StoredSettings.load(folder.resolve("settings")), noting);
    }

    /**
     * Opens the window, with nothing in it yet. To be called on the JavaFX thread.
     *
     * @param settings what has been set
     */
    public UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, StoredSettings settings) {
        this(stage, folder, clock, practice, settings, false);
    }

    private UiJourney(Stage stage, Path folder, Clock clock, PracticeSettings practice, StoredSettings settings,
            boolean noting) {
        desktop = new FakeDesktop(folder);
        book = ExpiryBook.open(folder.resolve("data"));
        unfinished = SaveNotes.in(folder.resolve("data"));
        log = ActivityLog.in(folder.resolve("log"), clock);
        log.started("1.2.3");
        window = new Window(new Environment(desktop, messages, clock, LIMITS, practice, "1.2.3",
                settings, book, unfinished,
                Optional.of((_, _, _) -> this::lookAtTheNetwork),
                Optional.of(new UpdateCheck(RELEASES, _ -> askForNews(), firstPaint)),
                Optional.of(unfinished).filter(_ -> noting),
                log));
        eyes = new Inspection(window.scene(), window.preferences().appearance(), window.preferences()::setLanguage);
        stage.titleProperty().bind(window.title());
        stage.setScene(window.scene());
        // Room below for what pops up: JavaFX's Headless platform cannot draw what is beyond the edge of its screen.
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    // --- The world ---------------------------------------------------------------------------------------------------

    public void enterPractice(Portal portal, Scenario scenario) {
        onWindow(() -> {
            window.enterPractice(portal, scenario.id());
            return true;
        });
        see("page-start");
    }

    public void enterEarnest() {
        onWindow(() -> {
            window.leavePractice();
            return true;
        });
        see("page-start");
    }

    /** The practice world in force, or the last one there was. */
    public PracticeWorld world() {
        window.practiceWorld().ifPresent(now -> world = now);
        return Objects.requireNonNull(world);
    }

    /** What the practice worlds so far would complain of. */
    public List<String> violations() {
        window.practiceWorld().ifPresent(now -> world = now);
        return world == null ? List.of() : world.violations();
    }

    public Window window() {
        return window;
    }

    public ExpiryBook book() {
        return book;
    }

    public SaveNotes unfinished() {
        return unfinished;
    }

    /** How the network is from now on; it is well from the start. */
    public void network(Connectivity now) {
        reach.set(now);
    }

    /** How often the network was looked at. */
    public int looks() {
        return looks.get();
    }

    /** A newer version is there, for whoever asks. */
    public void newest(String version) {
        newest.set(Optional.of(version));
    }

    /** How often it was asked for a newer version. */
    public int questions() {
        return questions.get();
    }

    /** What the program does once its first page is drawn. */
    public void theFirstPageIsDrawn() {
        onWindow(() -> {
            firstPaint.countDown();
            window.warmUp();
            return true;
        });
    }

    /** Has the next looks at the network, and the question for a newer version, wait. */
    public void holdTheNetwork() {
        held = new CountDownLatch(1);
    }

    /** Lets them come to their end. */
    public void letTheNetwork() {
        held.countDown();
    }

    private Optional<String> askForNews() {
        questions.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return newest.get();
    }

    private Connectivity lookAtTheNetwork() throws InterruptedException {
        looks.incrementAndGet();
        held.await();
        return reach.get();
    }

    public FakeDesktop desktop() {
        return desktop;
    }

    public PracticeBrowser browser() {
        return browser;
    }

    /** Has the window speak a language, without the choice being kept. */
    public void setLanguage(Locale language) {
        onWindow(() -> {
            window.preferences().setLanguage(language);
            return true;
        });
        settle();
    }

    // --- Hands and eyes ----------------------------------------------------------------------------------------------

    /** Clicks a control in the middle, once it is in sight and enabled. */
    public void click(String id) {
        waitUntil("click " + id, () -> isEnabled(id));
        onWindow(() -> {
            found(id).requestFocus(); // the page scrolls to what has the focus
            return true;
        });
        settle();
        onWindow(() -> {
            Node node = found(id);
            Bounds place = node.localToScreen(node.getLayoutBounds());
            Robot mouse = new Robot();
            mouse.mouseMove(place.getCenterX(), place.getCenterY());
            mouse.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    public void press(KeyCode key) {
        onWindow(() -> {
            new Robot().keyType(key);
            return true;
        });
        settle();
    }

    /** Presses the tabulator until a control has the focus. */
    public void tabTo(String id) {
        waitUntil("reach " + id, () -> isEnabled(id));
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            if (passed.size() == MOST_TABS) {
                throw new AssertionError("No tabulator leads to " + id + ", only to " + passed);
            }
            press(KeyCode.TAB);
            passed.add(focused());
        }
    }

    /** Presses the system's own shortcut for pasting. */
    public void pasteByKeyboard() {
        shortcut(KeyCode.V);
    }

    /** Presses a key together with the one that the system has for shortcuts. */
    public void shortcut(KeyCode key) {
        KeyCode control = System.getProperty("os.name", "").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;
        onWindow(() -> {
            Robot keys = new Robot();
            keys.keyPress(control);
            keys.keyType(key);
            keys.keyRelease(control);
            return true;
        });
        settle();
    }

    public void focus(String id) {
        see(id);
        onWindow(() -> {
            found(id).requestFocus();
            return true;
        });
        settle();
    }

    /** Opens what is folded away under a title, by keyboard. */
    public void unfold(String id) {
        focus(id);
        press(KeyCode.SPACE);
    }

    /** What a menu offers when it is opened, without what lies deeper; it is closed again. */
    public List<MenuItem> offered(String menuId) {
        see(menuId);
        return onWindow(() -> {
            MenuButton menu = (MenuButton) found(menuId);
            menu.show();
            menu.hide();
            return List.copyOf(menu.getItems());
        });
    }

    /** Chooses one of what a menu offers, however deep. */
    public void choose(String menuId, String itemId) {
        List<MenuItem> offered = offered(menuId);
        onWindow(() -> {
            offered.stream()
                    .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item))
                    .filter(item -> itemId.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    public void fill(String id, String text) {
        see(id);
        onWindow(() -> {
            ((TextInputControl) found(id)).setText(text);
            return true;
        });
    }

    /** Waits until a control is in sight. */
    public void see(String id) {
        waitUntil("see " + id, () -> isInSight(id));
    }

    /** Waits until a control reads so. */
    public void see(String id, String text) {
        waitUntil("read “" + text + "” in " + id, () -> isInSight(id) && text.equals(read(id)));
    }

    /** Waits until a control reads what stands in the bundle. */
    public void seeMessage(String id, String key, Object... gaps) {
        see(id, messages.text(key, gaps));
    }

    public String message(String key, Object... gaps) {
        return messages.text(key, gaps);
    }

    public Messages messages() {
        return messages;
    }

    public boolean isInSight(String id) {
        return onWindow(() -> lookUp(id) != null);
    }

    public boolean isEnabled(String id) {
        return onWindow(() -> {
            Node node = lookUp(id);
            return node != null && !node.isDisabled();
        });
    }

    /** What a control reads. */
    public String read(String id) {
        return onWindow(() -> UiDriver.textOf(found(id)));
    }

    /** Has eyes look at what is in the window now, in every look, size and language. */
    public void look(String state) {
        settle();
        eyes.look(state);
    }

    /** Has them look at what differs in its words or its picture alone from what they have looked at. */
    public void lookBriefly(String state) {
        settle();
        eyes.look(state, Variant.few());
    }

    /** Has them look at what a control makes pop up over it. */
    public void lookAtPopup(String state, String id) {
        eyes.lookAtPopup(state, () -> found(id));
    }

    /** What they did not like. */
    public List<String> disliked() {
        return eyes.found();
    }

    /** Makes the window so high, its frame not counted. */
    public void height(int wanted) {
        onWindow(() -> {
            javafx.stage.Window frame = window.scene().getWindow();
            frame.setHeight(frame.getHeight() + wanted - window.scene().getHeight());
            return true;
        });
        waitUntil("be " + wanted + " high", () -> onWindow(() -> window.scene().getHeight() == wanted));
        settle();
    }

    public String focused() {
        return onWindow(() -> {
            Node owner = window.scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    // --- Steps that many journeys share ------------------------------------------------------------------------------

    /** From the start page past Apple's, with a new token kept. */
    public String beginAndKeepAToken(Portal portal) {
        begin(portal);
        String token = generateAndKeep();
        click("next");
        see("page-sign-in");
        return token;
    }

    public void begin(Portal portal) {
        click(portal == Portal.SCHOOL ? "portal-school" : "portal-business");
        click("next");
        see("page-apple");
    }

    /** On Apple's page of the window: opens Apple's page in the browser, generates, copies, and has the copy kept. */
    public String generateAndKeep() {
        click("open-portal");
        String token = generate(nextPage());
        click("keep-token");
        seeMessage("apple-message", "apple.kept");
        return token;
    }

    /** In the browser: generates a token, which is then on the clipboard. */
    public String generate(URI applePage) {
        String token = inBrowser(() -> browser.generateToken(applePage));
        desktop.copy(token);
        return token;
    }

    public void signInAs(PracticeBrowser.Choice who) {
        click("sign-in");
        answerInBrowser(who);
    }

    public void answerInBrowser(PracticeBrowser.Choice who) {
        URI page = nextPage();
        inBrowser(() -> browser.signIn(page, who));
    }

    /** From the sign-in page to the one before the save. */
    public void signInAndGoOn() {
        signInAs(PracticeBrowser.Choice.ADMINISTRATOR);
        click("next");
        see("page-token");
    }

    /** From the token page, with a token in it: has it tested and saved, whatever comes of it. */
    public void confirmAndTry() {
        click("confirm-expiry");
        click("next");
        see("page-save");
        click("test-and-save");
    }

    /** From the token page, with a token in it, to green. */
    public void confirmAndSave() {
        confirmAndTry();
        see("page-done");
    }

    /** On the green page: waits for the second tick. */
    public void seeTheSync() {
        seeMessage("sync-tick", "done.sync.seen");
    }

    /** What the window is called. */
    public String title() {
        return onWindow(() -> window.title().get());
    }

    /** The next page that was opened in the browser. */
    public URI nextPage() {
        return inBrowser(() -> desktop.nextPage(PATIENCE));
    }

    public <T> T inBrowser(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw new AssertionError("The browser's part failed", e);
        }
    }

    // --- Below -------------------------------------------------------------------------------------------------------

    public void waitUntil(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("Waited in vain to " + what + "; " + whereWeAre(), late);
        }
    }

    /** Lets the window do what it has put off: what a click began, and the layout that follows. */
    private void settle() {
        for (int turn = 0; turn < 2; turn++) {
            onWindow(() -> {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return true;
            });
        }
    }

    public <T> T onWindow(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action);
    }

    /** The node with this id, whether or not it is in sight. */
    public Node found(String id) {
        Node node = lookUp(id);
        if (node == null) {
            throw new AssertionError("There is no " + id + " in sight");
        }
        return node;
    }

    private @Nullable Node lookUp(String id) {
        return UiDriver.lookUp(window.scene(), id);
    }

    private String whereWeAre() {
        String problem = isInSight("problem-code") ? read("problem-code") : "none";
        String status = isInSight("status") ? read("status") : "";
        return "status: “" + status + "”, problem: " + problem;
    }

    /** The titles of all windows. */
    public String titles() {
        return onWindow(() -> Stage.getWindows()
                .stream()
                .map(each -> each instanceof Stage stage ? stage.getTitle() : "")
                .collect(Collectors.joining(", ")));
    }

    public void closeBrowser() {
        browser.close();
    }

    /**
     * Closes the practice world and lets go of it: it knows its secrets rightly, and would be found in memory with them.
     */
    public void letGoOfMicrosoftAndApple() throws IOException {
        world().close();
        world = null;
        try {
            Field held = Window.class.getDeclaredField("practice");
            held.setAccessible(true);
            held.set(window, null);
        } catch (ReflectiveOperationException renamed) {
            throw new LinkageError("The practice world is held elsewhere", renamed);
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
    }
}
