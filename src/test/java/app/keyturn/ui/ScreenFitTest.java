package app.keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds are written as x y width height, screens separated by a stroke. */
class ScreenFitTest {
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern STROKE = Pattern.compile(" / ");

    /**
     * Windows with the taskbar below: 1366 x 768 pixels at four scalings, 1024 x 768, and a tall one; a window of 900 x
     * 640 with title bar and borders, as JavaFX centres it.
     */
    @ParameterizedTest
    @CsvSource({"0 0 1366 728,       225 19 916 671,    225 19 916 671",
            "0 0 1092.8 582.4,   88 -30 916 671,    88 0 916 582.4",
            "0 0 910.7 485.3,    -3 -62 916 671,    0 0 910.7 485.3",
            "0 0 683 344,        -116 -109 916 671, 0 0 683 344",
            "0 0 1024 728,       54 19 916 671,     54 19 916 671",
            "0 0 768 1326,       -74 218 916 671,   0 218 768 671"})
    void aWindowThatIsTooLargeIsShrunkToItsScreen(String screen, String window, String expected) {
        assertEquals(bounds(expected), fit(window, screen));
    }

    @ParameterizedTest
    @CsvSource({"below,  0 0 1024 728,   0 0 1024 728",
            "above,  0 40 1024 728,  0 40 1024 728",
            "left,   62 0 962 768,   62 0 962 768",
            "right,  0 0 962 768,    0 0 962 768"})
    void aWindowKeepsClearOfTheTaskbar(String side, String screen, String expected) {
        assertEquals(bounds(expected), fit("-20 -20 1100 900", screen), side);
    }

    @ParameterizedTest
    @CsvSource({
            // on the second screen, to the right, left, above and below; the first one is primary
            "0 0 1366 728 / 1366 0 1920 1040,     1500 100 916 671,   1500 100 916 671",
            "0 0 1366 728 / -1920 0 1920 1040,    -1900 100 916 671,  -1900 100 916 671",
            "0 0 1366 728 / -1920 0 1920 1040,    -1950 -50 916 671,  -1920 0 916 671",
            "0 0 1366 728 / 0 -1080 1920 1040,    500 -700 916 671,   500 -711 916 671",
            "0 0 1366 728 / 0 768 800 560,        -30 900 916 671,    0 768 800 560",
            // across both: most of it counts
            "0 0 1366 728 / 1366 0 1920 1040,     1000 20 916 671,    1366 20 916 671",
            "0 0 1366 728 / 1366 0 1920 1040,     700 20 916 671,     450 20 916 671",
            // its screen is gone
            "0 0 1366 728,                        1500 100 916 671,   450 57 916 671",
            "0 0 1366 728,                        -1900 -500 916 671, 0 0 916 671",
            "0 0 1366 728 / 1366 0 1920 1040,     5000 100 916 671,   2370 100 916 671",
            "0 0 1366 728 / -1920 0 1920 1040,    -9000 100 916 671,  -1920 100 916 671"})
    void aWindowStaysOnItsScreenOrTheNearest(String screens, String window, String expected) {
        assertEquals(bounds(expected), fit(window, screens));
    }

    @Test
    void withoutAScreenNothingChanges() {
        assertEquals(bounds("10 20 900 640"), ScreenFit.fit(bounds("10 20 900 640"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0 0 1366 728", "0 0 1092.8 582.4", "0 0 910.7 485.3", "0 0 683 344", "-1920 -200 1920 1040",
            "62 40 500 400"})
    void aNewWindowIsInTheMiddleAndWithinTheScreen(String screen) {
        Rectangle2D on = bounds(screen);
        Rectangle2D placed = ScreenFit.centred(916, 688, on);
        assertTrue(on.contains(placed));
        assertEquals(on.getMinX() + on.getMaxX(), placed.getMinX() + placed.getMaxX(), 0.001);
        assertEquals(on.getMinY() + on.getMaxY(), placed.getMinY() + placed.getMaxY(), 0.001);
    }

    private static Rectangle2D fit(String window, String screens) {
        return ScreenFit.fit(bounds(window), STROKE.splitAsStream(screens).map(ScreenFitTest::bounds).toList());
    }

    private static Rectangle2D bounds(String text) {
        double[] numbers = BLANK.splitAsStream(text).mapToDouble(Double::parseDouble).toArray();
        assertEquals(4, numbers.length, Arrays.toString(numbers));
        return new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
