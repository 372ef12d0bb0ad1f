package app.keyturn.settings;

import java.util.List;

/** How large the text can be, in percent of the usual size; as WCAG 2.2, success criterion 1.4.4, wants it, up to 200. */
public final class TextSize {
    /** As it is where nothing is set. */
    public static final int DEFAULT = 100;

    /** All sizes, the smallest first. */
    public static final List<Integer> ALL = List.of(DEFAULT, 125, 150, 175, 200);

    private TextSize() {}

    /** The next larger size; the same if there is none. */
    public static int larger(int percent) {
        return ALL.stream().filter(each -> each > percent).findFirst().orElse(percent);
    }

    /** The next smaller size; the same if there is none. */
    public static int smaller(int percent) {
        return ALL.reversed().stream().filter(each -> each < percent).findFirst().orElse(percent);
    }
}
