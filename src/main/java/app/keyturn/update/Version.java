package app.keyturn.update;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a program: two to four numbers, and Maven's {@code SNAPSHOT} before the release.
 *
 * @param numbers the most significant first
 * @param snapshot true before the release
 */
public record Version(List<Integer> numbers, boolean snapshot) {
    private static final String NUMBER = "(0|[1-9][0-9]{0,5})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "(\\." + NUMBER + "){1,3}");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final String SNAPSHOT = "-SNAPSHOT";

    public Version {
        numbers = List.copyOf(numbers);
    }

    /** Parses a version; empty if the text is anything else. */
    public static Optional<Version> of(String text) {
        boolean snapshot = text.endsWith(SNAPSHOT);
        String bare = snapshot ? text.substring(0, text.length() - SNAPSHOT.length()) : text;
        return FORM.matcher(bare).matches()
                ? Optional.of(new Version(DOT.splitAsStream(bare).map(Integer::valueOf).toList(), snapshot))
                : Optional.empty();
    }

    /** True if this version came after the other one. Missing numbers count as zero: 1.2 equals 1.2.0. */
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

    /** The numbers, separated by dots. */
    public String text() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
