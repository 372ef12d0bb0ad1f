package app.keyturn.selfcheck;

import app.keyturn.wizard.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The checks that need JavaFX, on its Headless platform. */
final class RenderingCheck {
    private static final int TIMEOUT_SECONDS = 60;

    private RenderingCheck() {}

    /**
     * Lays out a text in the program's own font.
     *
     * @return the font, and the number of font families
     * @throws ExecutionException with what went wrong
     */
    static String fonts() throws ExecutionException, InterruptedException, TimeoutException {
        return onFxThread(() -> {
            Text text = new Text("Keyturn");
            text.setFont(ownFont());
            Bounds size = text.getLayoutBounds();
            int families = Font.getFamilies().size();
            if (families == 0 || size.getWidth() <= 0 || size.getHeight() <= 0) {
                throw new NoSuchElementException("no text can be drawn; this system has " + families + " fonts");
            }
            return text.getFont().getName() + ", 'Keyturn' is " + Math.round(size.getWidth()) + " by "
                    + Math.round(size.getHeight()) + " at " + Math.round(text.getFont().getSize()) + "; " + families
                    + " families";
        });
    }

    private static Font ownFont() {
        Font font = Font.loadFont(RenderingCheck.class.getResourceAsStream("/app/keyturn/fonts/Inter-Regular.ttf"),
                Font.getDefault().getSize());
        if (font == null) {
            throw new NoSuchElementException("the program's own font cannot be read");
        }
        return font;
    }

    /**
     * Loads every page of a real window, and its icon.
     *
     * @param builder builds the window's content; whatever it saved would go to the given folder, which does not exist
     * @return the names of the pages
     * @throws ExecutionException with what went wrong
     */
    static String pages(Function<Path, WindowContent> builder)
            throws ExecutionException, InterruptedException, TimeoutException {
        Path missingFolder = Path.of(System.getProperty("java.io.tmpdir", "."), "keyturn-" + UUID.randomUUID());
        return onFxThread(() -> {
            WindowContent window = builder.apply(missingFolder);
            List<String> loaded = new ArrayList<>();
            for (Page page : window.pages()) {
                if (!("page-" + page.id()).equals(page.view().getId())) {
                    throw new NoSuchElementException("the page " + page.id() + " is not there");
                }
                loaded.add(page.id());
            }
            window.close().run();
            if (window.icons().stream().anyMatch(Image::isError)) {
                throw new NoSuchElementException("the window's icon cannot be read");
            }
            return loaded.size() + ": " + String.join(", ", loaded);
        });
    }

    /** Runs a task on the JavaFX thread; starts JavaFX if it does not run yet. */
    private static <T> T onFxThread(Callable<T> task)
            throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<T> drawing = new FutureTask<>(task);
        // Where a library is broken, startup may never return: another thread has to wait for it.
        FutureTask<Boolean> startup = new FutureTask<>(() -> {
            try {
                Platform.startup(drawing);
            } catch (IllegalStateException running) {
                Platform.runLater(drawing);
            }
            return true;
        });
        Thread.ofPlatform().daemon().name("self-test").start(startup);
        startup.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return drawing.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
