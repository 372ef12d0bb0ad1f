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

/** Looks at an X screen without a window manager, and types on it, from outside the measured program. */
final class ScreenRobot {
    private static final int RGB = 0xFFFFFF;
    /**
     * Inside both programs' windows, on an empty place: they are in the middle and a third from the top of the screen.
     */
    private static final Point BLANK = new Point(640, 420);

    private final Robot robot;
    private final Dimension size = Toolkit.getDefaultToolkit().getScreenSize();

    ScreenRobot() throws AWTException {
        robot = new Robot();
        // Without a window manager, keys go to the window under the pointer.
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

    /** True if all these pixels have their colours. It reads single pixels, to leave the processor to the program. */
    boolean shows(Map<Integer, Integer> colours) {
        for (Map.Entry<Integer, Integer> colour : colours.entrySet()) {
            int position = colour.getKey();
            if ((robot.getPixelColor(position % size.width, position / size.width).getRGB() & RGB) != (colour.getValue()
                    & RGB)) {
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

    /** Waits a moment; fails once {@link System#nanoTime} has passed the end. */
    static void pause(long milliseconds, long end, String failure) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new IllegalStateException(failure);
        }
        Thread.sleep(milliseconds);
    }

    void pressTab() {
        robot.keyPress(KeyEvent.VK_TAB);
        robot.keyRelease(KeyEvent.VK_TAB);
    }
}
