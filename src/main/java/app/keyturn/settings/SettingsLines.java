package app.keyturn.settings;

import app.keyturn.settings.SettingsIssue.BadValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a settings file (JDK, {@code Properties.load}), so that one setting can be changed while comments, blank
 * lines and settings of other versions stay as they are.
 *
 * @param lines each with its end; a line that is continued on the next ones is one element
 */
record SettingsLines(List<String> lines) {
    private static final Pattern AFTER_LINE_END = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    private static final Pattern COMMENT_OR_BLANK = Pattern.compile("[ \\t\\f]*([#!].*)?", Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("(.*[^\\\\])?(\\\\\\\\)*\\\\", Pattern.DOTALL);
    /** Where files were joined, each may have begun with a byte order mark. No key or value contains one. */
    private static final String MARK = "\uFEFF";

    SettingsLines {
        lines = List.copyOf(lines);
    }

    /** The lines of a text; empty if it is damaged. */
    static Optional<SettingsLines> of(String text) {
        List<String> lines = new ArrayList<>();
        boolean continued = false;
        for (String line : AFTER_LINE_END.splitAsStream(text).toList()) {
            if (continued) {
                lines.add(lines.removeLast() + line);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
            String content = withoutEnd(line);
            continued = CONTINUED.matcher(content).matches()
                    && (continued || !COMMENT_OR_BLANK.matcher(content.replace(MARK, "")).matches());
        }
        SettingsLines found = new SettingsLines(lines);
        try {
            found.lines.forEach(SettingsLines::load);
            return Optional.of(found);
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    /** One line without its end. Valid values are letters, digits, dots and dashes: nothing has to be escaped. */
    static String line(Setting setting, String value) {
        return setting.key() + "=" + value;
    }

    String text() {
        return String.join("", lines);
    }

    ParsedSettings parse() {
        Properties properties = load(text());
        return ParsedSettings.parse(properties.stringPropertyNames()
                .stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, ""))));
    }

    /**
     * A copy with other values. A setting that has its value already keeps its line.
     *
     * @param values an empty text means the default, which needs no line
     */
    SettingsLines with(Map<Setting, String> values) {
        ParsedSettings present = parse();
        List<String> changed = new ArrayList<>(lines);
        values.forEach((setting, value) -> {
            boolean invalid = present.issues()
                    .stream()
                    .anyMatch(issue -> issue instanceof BadValue bad && bad.setting() == setting);
            if (invalid || !present.settings().text(setting).equals(value)) {
                replace(changed, setting, value);
            }
        });
        return new SettingsLines(changed);
    }

    /** The last line of a key is the one that counts; the others go, so that none of them counts instead. */
    private static void replace(List<String> lines, Setting setting, String value) {
        int last = -1;
        for (int index = lines.size() - 1; index >= 0; index--) {
            if (load(lines.get(index)).containsKey(setting.key())) {
                if (last >= 0) {
                    lines.remove(index);
                    last--;
                } else {
                    last = index;
                }
            }
        }
        if (value.isEmpty()) {
            if (last >= 0) {
                lines.remove(last);
            }
        } else if (last >= 0) {
            lines.set(last, line(setting, value) + end(lines.get(last)));
        } else {
            append(lines, line(setting, value));
        }
    }

    private static void append(List<String> lines, String line) {
        String end = lines.stream().map(SettingsLines::end).filter(it -> !it.isEmpty()).findFirst().orElse("\n");
        if (!lines.isEmpty() && end(lines.getLast()).isEmpty()) {
            lines.add(lines.removeLast() + end);
        }
        lines.add(line + end);
    }

    private static String withoutEnd(String line) {
        return line.substring(0, line.length() - end(line).length());
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : line.endsWith("\r") ? "\r" : "";
    }

    private static Properties load(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text.replace(MARK, "")));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory cannot fail", e);
        }
        return properties;
    }
}
