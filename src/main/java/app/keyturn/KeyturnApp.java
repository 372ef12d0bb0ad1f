package app.keyturn;

import app.keyturn.desktop.FxDesktop;
import app.keyturn.entra.ConnectivityProbe;
import app.keyturn.i18n.Messages;
import app.keyturn.log.ActivityLog;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Portal;
import app.keyturn.update.UpdateCheck;
import app.keyturn.walkthrough.Walkthrough;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: one window, in the real world or in the practice world. */
public final class KeyturnApp extends Application {
    private static volatile boolean walkedToGreen;
    /** Until a person has found the first button. */
    private static final Duration MOMENT = Duration.millis(1500);
    private final FirstPaint firstPaint = new FirstPaint();
    private @Nullable Window window;
    private @Nullable ActivityLog log;

    /** Made by JavaFX. */
    public KeyturnApp() {}

    /** True once a walkthrough has come to green. JavaFX makes the application itself, so its result has to stand here. */
    static boolean walkedToGreen() {
        return walkedToGreen;
    }

    @Override
    public void start(Stage stage) {
        Arguments asked = Arguments.of(getParameters().getRaw());
        boolean walking = asked.task() == Arguments.Task.WALKTHROUGH;
        boolean onlyFirstPage = asked.task() == Arguments.Task.FIRST_PAGE;
        Walkthrough walkthrough = new Walkthrough(asked.pictures(), System.out);
        StartupData startup = StartupData.await();
        Messages messages = startup.messages();
        ActivityLog activityLog = startup.log();
        log = activityLog;
        Environment environment = Environment.real(walking ? walkthrough.desktop() : new FxDesktop(stage), startup);
        // A build sends nothing to anybody, and a walkthrough neither.
        Window opened = new Window(onlyFirstPage || walking
                ? environment
                : environment.looking(firstPaint.before(ConnectivityProbe::new))
                        .telling(UpdateCheck.ofThisBuild(firstPaint)));
        window = opened;
        // JavaFX's own words, such as those of a calendar or of a field's menu.
        messages.language().subscribe(language -> {
            Locale.setDefault(language);
            Locale.setDefault(Locale.Category.FORMAT, messages.formatLocale());
        });
        AtomicBoolean failing = new AtomicBoolean();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> {
            // Neither message nor stack trace: a token may stand in them.
            System.err.println("Keyturn met a fault of its own: " + fault.getClass().getName());
            activityLog.unexpected(fault);
            if (failing.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    opened.showFault();
                    failing.set(false);
                });
            }
        });
        if (walking || asked.practice()) {
            opened.enterPractice(Portal.SCHOOL, Scenario.HEALTHY.id());
        } else {
            opened.leavePractice();
        }
        stage.setOnCloseRequest(request -> {
            if (!opened.mayClose()) {
                request.consume();
            }
        });
        stage.titleProperty().bind(opened.title());
        stage.setScene(opened.scene());
        stage.show();
        if (walking) {
            walkthrough.play(opened, () -> {
                walkedToGreen = walkthrough.succeeded();
                Platform.exit();
            });
        }
        // What is warmed up is no part of the first page, and would make the cache that is trained here twice as large.
        afterFirstFrame(onlyFirstPage ? Platform::exit : () -> afterMoment(() -> settle(stage, opened, startup)));
    }

    /** Does what a first page, and the first key that is pressed there, need not wait for. */
    private void settle(Stage stage, Window opened, StartupData startup) {
        firstPaint.now();
        opened.warmUp();
        startup.sweep();
        // Read beside the window's own thread, which has a person to answer.
        Thread.ofVirtual().start(() -> {
            List<Image> icons = icons();
            Platform.runLater(() -> stage.getIcons().setAll(icons));
        });
    }

    private static void afterMoment(Runnable act) {
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> act.run());
        moment.play();
    }

    /** A pulse begins when the frame before it is on the screen; the first may come before the window is laid out. */
    private static void afterFirstFrame(Runnable act) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses > 2) {
                    stop();
                    act.run();
                }
            }
        }.start();
    }

    /** The window's icon in each size that somebody has drawn it in; made of {@code icons/keyturn.svg}. */
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
        ActivityLog written = log;
        if (written != null) {
            written.close();
        }
    }
}
