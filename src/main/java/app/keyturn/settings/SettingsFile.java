package app.keyturn.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.Folders;
import app.keyturn.settings.SettingsIssue.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** The user's own settings: {@code settings.properties}, in UTF-8. */
public final class SettingsFile {
    /** A longer file is not read. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String NAME = "settings.properties";

    private final Path folder;

    /** The file in a folder; nothing is read or written yet. */
    public SettingsFile(Path folder) {
        this.folder = folder;
    }

    /** The file, whether or not it exists. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /** Reads the file. Anything wrong with it becomes an issue; a missing file counts as an empty one. */
    public ParsedSettings read() {
        if (Files.notExists(path())) {
            return ParsedSettings.empty();
        }
        // A pipe or device would block.
        if (!Files.isRegularFile(path())) {
            return ParsedSettings.unusable(Fault.UNREADABLE);
        }
        try (InputStream file = Files.newInputStream(path())) {
            byte[] content = file.readNBytes(MAX_BYTES + 1);
            return content.length > MAX_BYTES ? ParsedSettings.unusable(Fault.TOO_LONG) : parse(content);
        } catch (IOException | SecurityException accessDenied) {
            return ParsedSettings.unusable(Fault.UNREADABLE);
        }
    }

    /**
     * Writes the file, and creates its folder if necessary.
     *
     * @throws IOException if that fails; the old content stays
     */
    public void write(Settings settings) throws IOException {
        Folders.create(folder);
        AtomicFile.write(path(), format(settings).getBytes(UTF_8));
    }

    /** Valid values contain only letters, digits, dots and dashes, so nothing has to be escaped. */
    private static String format(Settings settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !settings.text(setting).isEmpty())
                .map(setting -> setting.key() + "=" + settings.text(setting) + "\n")
                .collect(Collectors.joining("", "# Settings of Keyturn\n", ""));
    }

    /** Parses the content of a settings file, the user's own or a managed one. */
    static ParsedSettings parse(byte[] content) {
        Properties properties = new Properties();
        try {
            // This decoder rejects text that is not UTF-8; String's constructor would insert replacement characters.
            properties.load(new StringReader(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()));
        } catch (IOException | IllegalArgumentException notText) {
            return ParsedSettings.unusable(Fault.DAMAGED);
        }
        return ParsedSettings.parse(properties.stringPropertyNames()
                .stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, ""))));
    }
}
