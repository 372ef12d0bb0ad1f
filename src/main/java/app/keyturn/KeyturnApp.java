package app.keyturn;

import app.keyturn.desktop.FxDesktop;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.ConnectivityProbe;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.platform.OperatingSystem;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Portal;
import app.keyturn.ui.ScreenFit;
import app.keyturn.update.ReleaseUrls;
import app.keyturn.update.UpdateCheck;
import app.keyturn.walkthrough.Walkthrough;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: one window, in real or in practice mode. */
public final class KeyturnApp extends Application {
    private static volatile boolean walkthroughSucceeded;
    /** The time a user needs to find the first button. */
    private static final Duration SETTLING_TIME = Duration.millis(1500);
    private static final java.time.Duration EVENT_LOOP_LIMIT = java.time.Duration.ofSeconds(3);
    /**
     * Counted down once the first page is painted. Encrypted requests before that would take the processor that paints
     * it.
     */
    private final CountDownLatch firstPaint = new CountDownLatch(1);
    private volatile @Nullable Window window;
    private volatile @Nullable StartupData startup;
    private volatile @Nullable RunningInstance instance;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Called by JavaFX. */
    public KeyturnApp() {}

    /** True once a walkthrough has reached the green page. Static, because JavaFX creates the application itself. */
    static boolean walkthroughSucceeded() {
        return walkthroughSucceeded;
    }

    @Override
    public void start(Stage stage) {
        Arguments arguments = Arguments.of(getParameters().getRaw());
        boolean isWalkthrough = arguments.task() == Arguments.Task.WALKTHROUGH;
        boolean onlyFirstPage = arguments.task() == Arguments.Task.FIRST_PAGE;
        Walkthrough walkthrough = new Walkthrough(arguments.pictures(), System.out);
        StartupData read = StartupData.await();
        startup = read;
        Environment environment = Environment.real(isWalkthrough ? walkthrough.desktop() : new FxDesktop(stage), read);
        // Neither a build nor a walkthrough sends anything.
        Window opened = new Window(onlyFirstPage || isWalkthrough
                ? environment
                : environment.withStartupChecks(this::connectivityCheck, updateCheck()));
        window = opened;
        applyLanguageToJavaFx(read.messages());
        handleUncaughtExceptions(opened, read.log());
        if (isWalkthrough || arguments.practice()) {
            opened.enterPractice(Portal.SCHOOL, Scenario.HEALTHY.id());
        } else {
            opened.leavePractice();
        }
        stage.setOnCloseRequest(request -> {
            if (!opened.mayClose()) {
                request.consume();
            }
            if (OperatingSystem.current() == OperatingSystem.WINDOWS) {
                exitWithoutEventLoop();
            }
        });
        stage.titleProperty().bind(opened.title());
        stage.setScene(opened.scene());
        RunningInstance findable = new RunningInstance(stage, opened::practising);
        instance = findable;
        ScreenFit.keep(stage, Window.WIDTH, Window.HEIGHT);
        stage.show();
        if (isWalkthrough) {
            walkthrough.play(opened, () -> {
                walkthroughSucceeded = walkthrough.succeeded();
                Platform.exit();
            });
        }
        // Warm-up is not part of the first page; the class cache trained here would be twice as large with it.
        afterFirstFrame(onlyFirstPage
                ? Platform::exit
                : () -> {
                    ScreenFit.correct(stage);
                    afterSettling(() -> {
                        finishStart(stage, opened, read);
                        if (!isWalkthrough) {
                            findable.listen(arguments);
                        }
                    });
                });
    }

    private ConnectivityCheck connectivityCheck(EntraHttp http, Supplier<Cloud> cloud, Clock clock) {
        ConnectivityCheck probe = new ConnectivityProbe(http, cloud, clock);
        return () -> {
            firstPaint.await();
            return probe.check();
        };
    }

    private Optional<UpdateCheck> updateCheck() {
        return ReleaseUrls.of(Keyturn.buildProperty("release.feed"), Keyturn.buildProperty("release.page"))
                .map(urls -> UpdateCheck.create(urls, Keyturn.version(), firstPaint));
    }

    /** Sets the language of JavaFX's own texts, such as those of a calendar or of a field's menu. */
    private static void applyLanguageToJavaFx(Messages messages) {
        messages.language().subscribe(language -> {
            Locale.setDefault(language);
            Locale.setDefault(Locale.Category.FORMAT, messages.formatLocale());
        });
    }

    private static void handleUncaughtExceptions(Window window, ActivityLog log) {
        AtomicBoolean handling = new AtomicBoolean();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> {
            // Neither message nor stack trace: they might contain a token.
            System.err.println("Keyturn met a fault of its own: " + fault.getClass().getName());
            log.unexpected(fault);
            if (handling.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    window.showFault();
                    handling.set(false);
                });
            }
        });
    }

    /** Starts the work that must not delay the first page or the first key press. */
    private void finishStart(Stage stage, Window opened, StartupData read) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::endOnSignal));
        firstPaint.countDown();
        opened.warmUp();
        read.deleteStaleFiles();
        // Read off the JavaFX thread, to keep the window responsive.
        Thread.ofVirtual().start(() -> {
            List<Image> icons = icons();
            Platform.runLater(() -> stage.getIcons().setAll(icons));
        });
    }

    private static void afterSettling(Runnable action) {
        PauseTransition pause = new PauseTransition(SETTLING_TIME);
        pause.setOnFinished(_ -> action.run());
        pause.play();
    }

    /** A pulse starts when the frame before it is on screen; the first may come before the window is laid out. */
    private static void afterFirstFrame(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses > 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /** The window's icon in each size, drawn from {@code icons/keyturn.svg}. */
    public static List<Image> icons() {
        return Stream.of(16, 32, 48, 256)
                .map(size -> "icons/keyturn-" + size + ".png")
                .map(file -> Objects.requireNonNull(KeyturnApp.class.getResource(file), file))
                .map(place -> new Image(place.toString()))
                .toList();
    }

    @Override
    public void stop() {
        Window open = window;
        if (open != null) {
            open.close();
        }
        end();
    }

    /**
     * When the process is asked to end without its window being closed (SIGTERM, the end of a session on Linux and
     * macOS), a save under way is still finished and noted.
     */
    private void endOnSignal() {
        Window open = window;
        if (open != null) {
            open.awaitWrites();
        }
        end();
    }

    private void end() {
        StartupData read = startup;
        if (read != null && !ended.getAndSet(true)) {
            RunningInstance findable = instance;
            if (findable != null) {
                findable.close();
            }
            read.close();
        }
    }

    /**
     * Windows' taskkill closes every window of a process, and with it a hidden one of JavaFX, without which JavaFX runs
     * nothing any more ({@code GlassApplication.cpp}, {@code ExecAction}): the process would stay, without a window.
     */
    private static void exitWithoutEventLoop() {
        Thread.ofPlatform().daemon().name("keyturn-exit").start(() -> {
            try {
                Thread.sleep(EVENT_LOOP_LIMIT); // the hidden window may be closed after this one
                CountDownLatch running = new CountDownLatch(1);
                Platform.runLater(running::countDown);
                if (!running.await(EVENT_LOOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    System.exit(0);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
