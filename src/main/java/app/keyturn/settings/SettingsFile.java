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

/** The person's own file with the settings: {@code settings.properties}, in UTF-8. */
public final class SettingsFile {
    /** The longest file that is read, in bytes. */
    public static final int LONGEST = 64 * 1024;

    private static final String NAME = "settings.properties";

    private final Path folder;

    /**
     * Names a file; nothing is read or written yet.
     *
     * @param folder where it lies, or will lie
     */
    public SettingsFile(Path folder) {
        this.folder = folder;
    }

    /** Where the file is. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /** Reads it. Whatever is wrong with it is a finding; no file is as good as an empty one. */
    public ParsedSettings read() {
        if (Files.notExists(path())) {
            return ParsedSettings.none();
        }
        // A pipe or device would keep the program waiting.
        if (!Files.isRegularFile(path())) {
            return ParsedSettings.nothing(Fault.UNREADABLE);
        }
        try (InputStream file = Files.newInputStream(path())) {
            byte[] content = file.readNBytes(LONGEST + 1);
            return content.length > LONGEST ? ParsedSettings.nothing(Fault.TOO_LONG) : parse(content);
        } catch (IOException | SecurityException notLetIn) {
            return ParsedSettings.nothing(Fault.UNREADABLE);
        }
    }

    /**
     * Writes it, wholly or not at all, and its folder if there is none yet.
     *
     * @throws IOException if that fails; what stood there stays
     */
    public void write(Settings settings) throws IOException {
        Folders.create(folder);
        AtomicFile.write(path(), text(settings).getBytes(UTF_8));
    }

    /** Good values are letters, digits, dots and dashes, so that nothing has to be escaped. */
    private static String text(Settings settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !settings.text(setting).isEmpty())
                .map(setting -> setting.key() + "=" + settings.text(setting) + "\n")
                .collect(Collectors.joining("", "# Settings of Keyturn\n", ""));
    }

    /** What stands in such a file, whoever wrote it. */
    static ParsedSettings parse(byte[] content) {
        Properties properties = new Properties();
        try {
            // The decoder of its own refuses what is not UTF-8; String's constructor would put signs in its place.
            properties.load(new StringReader(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()));
        } catch (IOException | IllegalArgumentException notText) {
            return ParsedSettings.nothing(Fault.DAMAGED);
        }
        return ParsedSettings.parse(properties.stringPropertyNames()
                .stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, ""))));
    }
}
