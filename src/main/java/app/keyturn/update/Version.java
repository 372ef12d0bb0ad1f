package app.keyturn.update;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a program: two to four numbers. One that is still being made is Maven's {@code SNAPSHOT}.
 *
 * @param numbers the most telling first
 * @param snapshot true before it is finished
 */
public record Version(List<Integer> numbers, boolean snapshot) {
    private static final String NUMBER = "(0|[1-9][0-9]{0,5})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "(\\." + NUMBER + "){1,3}");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final String UNFINISHED = "-SNAPSHOT";

    public Version {
        numbers = List.copyOf(numbers);
    }

    /** Reads one; empty if the text is anything else. */
    public static Optional<Version> of(String text) {
        boolean snapshot = text.endsWith(UNFINISHED);
        String bare = snapshot ? text.substring(0, text.length() - UNFINISHED.length()) : text;
        return FORM.matcher(bare).matches()
                ? Optional.of(new Version(DOT.splitAsStream(bare).map(Integer::valueOf).toList(), snapshot))
                : Optional.empty();
    }

    /** True if it came after another one. What is not written counts as zero, so 1.2 is the same as 1.2.0. */
    public boolean isNewerThan(Version other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int place = 0; place < length; place++) {
            int difference = Integer.compare(number(place), other.number(place));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return other.snapshot && !snapshot;
    }

    /** Its numbers, with dots between them. */
    public String text() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
