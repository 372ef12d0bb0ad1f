package app.keyturn.settings;

import java.util.List;

/** The text sizes, in percent of the default size: up to 200, as required by WCAG 2.2, success criterion 1.4.4. */
public final class TextSize {
    public static final int DEFAULT = 100;

    /** All sizes, the smallest first. */
    public static final List<Integer> ALL = List.of(DEFAULT, 125, 150, 175, 200);

    private TextSize() {}

    /** The next larger size; the same if there is none. */
    public static int larger(int percent) {
        return ALL.stream().filter(size -> size > percent).findFirst().orElse(percent);
    }

    /** The next smaller size; the same if there is none. */
    public static int smaller(int percent) {
        return ALL.reversed().stream().filter(size -> size < percent).findFirst().orElse(percent);
    }
}
