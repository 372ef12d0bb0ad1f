package app.keyturn.records;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a calendar file as described in RFC 5545, without the library that wrote it. */
final class CalendarText {
    private CalendarText() {}

    /**
     * A component.
     *
     * @param name for example {@code VEVENT}
     * @param lines its properties
     * @param children nested components
     */
    record Component(String name, List<Line> lines, List<Component> children) {
        /** The nested components of a name. */
        List<Component> all(String child) {
            return children.stream().filter(component -> component.name().equals(child)).toList();
        }

        /** The value of a property that must occur once. */
        String text(String property) {
            List<Line> found = lines.stream().filter(line -> line.name().equals(property)).toList();
            if (found.size() != 1) {
                throw new AssertionError(property + " occurs " + found.size() + " times in " + lines);
            }
            return found.getFirst().value();
        }
    }

    /**
     * A property.
     *
     * @param name in upper case
     * @param parameters as written, with the semicolon; empty if there are none
     * @param value unescaped
     */
    record Line(String name, String parameters, String value) {}

    /** The physical lines, without line ends. */
    static List<byte[]> physicalLines(byte[] file) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                if (i == 0 || file[i - 1] != '\r') {
                    throw new AssertionError("A line does not end in CRLF");
                }
                lines.add(Arrays.copyOfRange(file, start, i - 1));
                start = i + 1;
            } else if (i > 0 && file[i - 1] == '\r') {
                throw new AssertionError("A carriage return without a line feed");
            }
        }
        if (start != file.length) {
            throw new AssertionError("The last line has no end");
        }
        return lines;
    }

    static Component read(byte[] file) {
        List<String> logical = new ArrayList<>();
        for (byte[] octets : physicalLines(file)) {
            String line = new String(octets, StandardCharsets.UTF_8);
            if (line.startsWith(" ")) {
                logical.add(logical.removeLast() + line.substring(1));
            } else {
                logical.add(line);
            }
        }
        Component outermost = new Component("", new ArrayList<>(), new ArrayList<>());
        Deque<Component> open = new ArrayDeque<>(List.of(outermost));
        for (String text : logical) {
            Line line = line(text);
            Component inner = Objects.requireNonNull(open.peek());
            switch (line.name()) {
                case "BEGIN" -> {
                    Component component = new Component(line.value(), new ArrayList<>(), new ArrayList<>());
                    inner.children().add(component);
                    open.push(component);
                }
                case "END" -> {
                    if (!open.pop().name().equals(line.value())) {
                        throw new AssertionError("END:" + line.value() + " without BEGIN");
                    }
                }
                default -> inner.lines().add(line);
            }
        }
        if (open.size() != 1 || outermost.children().size() != 1) {
            throw new AssertionError("Not exactly one calendar");
        }
        return outermost.children().getFirst();
    }

    private static Line line(String text) {
        int colon = text.indexOf(':');
        int semicolon = text.indexOf(';');
        int end = semicolon >= 0 && semicolon < colon ? semicolon : colon;
        return new Line(text.substring(0, end), text.substring(end, colon), unescape(text.substring(colon + 1)));
    }

    private static String unescape(String value) {
        return Pattern.compile("\\\\(.)").matcher(value).replaceAll(escape -> switch (escape.group(1)) {
            case "n", "N" -> "\n";
            case ",", ";", "\\" -> Matcher.quoteReplacement(escape.group(1));
            default -> throw new AssertionError("Unknown escape in " + value);
        });
    }
}
