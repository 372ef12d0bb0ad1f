package app.keyturn.selfcheck;

import app.keyturn.Environment;
import app.keyturn.KeyturnApp;
import app.keyturn.Session;
import app.keyturn.StartupData;
import app.keyturn.Window;
import app.keyturn.desktop.FakeDesktop;
import app.keyturn.wizard.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The part of the self-test that needs JavaFX, drawn where nobody sees it: on its Headless platform. */
final class RenderingCheck {
    private static final int PATIENCE_SECONDS = 60;

    private RenderingCheck() {}

    /**
     * Lays out a text in the program's own letters.
     *
     * @return in which font, and how many families there are
     * @throws ExecutionException with what went wrong
     */
    static String fonts() throws ExecutionException, InterruptedException, TimeoutException {
        return draw(() -> {
            Text text = new Text("Keyturn");
            text.setFont(ownLetters());
            Bounds size = text.getLayoutBounds();
            int families = Font.getFamilies().size();
            if (families == 0 || size.getWidth() <= 0 || size.getHeight() <= 0) {
                throw new NoSuchElementException("no text can be drawn; this system has " + families + " fonts");
            }
            return text.getFont().getName() + ", “Keyturn” is " + Math.round(size.getWidth()) + " by "
                    + Math.round(size.getHeight()) + " at " + Math.round(text.getFont().getSize()) + "; " + families
                    + " families";
        });
    }

    private static Font ownLetters() {
        Font letters = Font.loadFont(RenderingCheck.class.getResourceAsStream("fonts/Inter-Regular.ttf"),
                Font.getDefault().getSize());
        if (letters == null) {
            throw new NoSuchElementException("the program's own letters cannot be read");
        }
        return letters;
    }

    /**
     * Builds the window's content as in earnest and loads every page of it, and its icon.
     *
     * @return the pages' names
     * @throws ExecutionException with what went wrong
     */
    static String pages() throws ExecutionException, InterruptedException, TimeoutException {
        Path nowhere = Path.of(System.getProperty("java.io.tmpdir", "."), "keyturn-" + UUID.randomUUID());
        return draw(() -> {
            Environment environment = Environment.real(new FakeDesktop(nowhere),
                    StartupData.unwritten(nowhere, Locale.getDefault()));
            Window window = new Window(environment);
            Session session = new Session(environment, window, () -> {}, Optional.empty(), window.outlook());
            List<String> loaded = new ArrayList<>();
            for (Page page : session.pages()) {
                if (!("page-" + page.id()).equals(page.view().getId())) {
                    throw new NoSuchElementException("the page " + page.id() + " is not there");
                }
                loaded.add(page.id());
            }
            session.leave();
            if (KeyturnApp.icons().stream().anyMatch(Image::isError)) {
                throw new NoSuchElementException("the window’s icon cannot be read");
            }
            return loaded.size() + ": " + String.join(", ", loaded);
        });
    }

    /** Does something on JavaFX's thread, started if it does not run yet. */
    private static <T> T draw(Callable<T> task) throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<T> drawing = new FutureTask<>(task);
        // Starting may wait for ever where a library is broken, so that somebody else has to do the waiting.
        FutureTask<Boolean> starting = new FutureTask<>(() -> {
            try {
                Platform.startup(drawing);
            } catch (IllegalStateException running) {
                Platform.runLater(drawing);
            }
            return true;
        });
        Thread.ofPlatform().daemon().name("self-test").start(starting);
        starting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return drawing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
