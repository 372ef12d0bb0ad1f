package bench;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.Map;

/** An X screen without a window manager: looked at, and typed on, from outside of the measured program. */
final class ScreenRobot {
    private static final int RGB = 0xFFFFFF;
    /** Where both windows are blank: each stands in the middle of the screen and a third from the top. */
    private static final Point BLANK = new Point(640, 420);

    private final Robot robot;
    private final Dimension size = Toolkit.getDefaultToolkit().getScreenSize();

    ScreenRobot() throws AWTException {
        robot = new Robot();
        // Nobody hands out the focus here, so keys go to the window that the pointer is on.
        robot.mouseMove(BLANK.x, BLANK.y);
    }

    /** All its pixels, row by row. */
    int[] picture() {
        BufferedImage image = image();
        return image.getRGB(0, 0, size.width, size.height, null, 0, size.width);
    }

    BufferedImage image() {
        return robot.createScreenCapture(new Rectangle(size));
    }

    /** True if each of these places has its colour; looks at single pixels only, so that the program keeps its processor. */
    boolean shows(Map<Integer, Integer> colours) {
        for (Map.Entry<Integer, Integer> colour : colours.entrySet()) {
            int place = colour.getKey();
            if ((robot.getPixelColor(place % size.width, place / size.width).getRGB() & RGB) != (colour.getValue() & RGB)) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        int[] picture = picture();
        for (int pixel : picture) {
            if ((pixel & RGB) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Waits a moment, up to an end that is given in {@link System#nanoTime}. */
    static void pause(long milliseconds, long end, String otherwise) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new IllegalStateException(otherwise);
        }
        Thread.sleep(milliseconds);
    }

    void pressTab() {
        robot.keyPress(KeyEvent.VK_TAB);
        robot.keyRelease(KeyEvent.VK_TAB);
    }
}
