package app.keyturn.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A file of texts as written, in its order: {@link Properties} loses the order, and duplicate keys.
 *
 * @param texts each key with its text, the last one if it occurs twice
 * @param keys every key, as often as it occurs
 */
record RawBundle(Map<String, String> texts, List<String> keys) {
    static final Path RESOURCES = Path.of("src/main/resources/app/keyturn");

    /** A line and its continuation lines, whose line breaks are escaped. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^[ \\t]*[^#!\\s](?:[^\\\\\\n]|\\\\\\n|\\\\.)*$");

    /** The program's English texts. */
    static RawBundle english() {
        return read(RESOURCES.resolve("messages.properties"));
    }

    /** The texts of a file. */
    static RawBundle read(Path file) {
        try {
            return parse(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawBundle parse(String written) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        ENTRY.matcher(written).results().forEach(entry -> {
            Properties one = new Properties();
            try {
                one.load(new StringReader(entry.group()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            one.forEach((key, text) -> {
                texts.put(key.toString(), text.toString());
                keys.add(key.toString());
            });
        });
        return new RawBundle(texts, keys);
    }
}
