package app.keyturn.ui;

import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Keeps a window on its screen: never larger than what the taskbar leaves, with the title bar and the lower edge in
 * sight. JavaFX centres a window that is too large, so that its title bar is above the screen.
 */
public final class ScreenFit {
    /** No system's title bar and borders need more, at the usual scaling. */
    private static final double BORDERS = 16;
    private static final double TITLE_BAR = 48;

    private ScreenFit() {}

    /**
     * Sets the size of a window that is not shown yet, if its content would not fit with title bar and borders, and
     * corrects size and position whenever the screens or their scaling change.
     *
     * @param width the content's preferred width
     * @param height the content's preferred height
     */
    public static void keep(Stage stage, double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (screen.getWidth() < width + BORDERS || screen.getHeight() < height + TITLE_BAR) {
            place(stage, centred(width + BORDERS, height + TITLE_BAR, screen));
        }
        // The system may move the window, too, and tells of it later.
        Screen.getScreens().addListener((ListChangeListener<Screen>) _ -> Platform.runLater(() -> correct(stage)));
        stage.outputScaleYProperty().addListener((_, _, _) -> Platform.runLater(() -> correct(stage)));
    }

    /** Corrects size and position, unless the window fills the screen or is minimised. */
    public static void correct(Stage stage) {
        if (!stage.isShowing() || stage.isIconified() || stage.isMaximized() || stage.isFullScreen()) {
            return;
        }
        Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        Rectangle2D fitting = fit(now, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        if (!fitting.equals(now)) {
            place(stage, fitting);
        }
    }

    /**
     * The window's bounds on the screen that most of it is on, or else the nearest: no larger than the screen, and moved
     * as little as possible.
     *
     * @param screens the visual bounds of each
     */
    static Rectangle2D fit(Rectangle2D window, List<Rectangle2D> screens) {
        return screens.stream()
                .min(Comparator.<Rectangle2D>comparingDouble(screen -> -commonArea(window, screen))
                        .thenComparingDouble(screen -> centre(window).distance(centre(screen))))
                .map(screen -> within(window, screen))
                .orElse(window);
    }

    private static Rectangle2D within(Rectangle2D window, Rectangle2D screen) {
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        return new Rectangle2D(Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }

    static Rectangle2D centred(double width, double height, Rectangle2D screen) {
        Point2D centre = centre(screen);
        return within(new Rectangle2D(centre.getX() - width / 2, centre.getY() - height / 2, width, height), screen);
    }

    private static double commonArea(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(width, 0) * Math.max(height, 0);
    }

    private static Point2D centre(Rectangle2D bounds) {
        return new Point2D(bounds.getMinX() + bounds.getWidth() / 2, bounds.getMinY() + bounds.getHeight() / 2);
    }

    private static void place(Stage stage, Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }
}
