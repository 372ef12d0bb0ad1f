package app.keyturn.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.platform.AtomicFile;
import app.keyturn.platform.DecodedText;
import app.keyturn.platform.FileMutex;
import app.keyturn.platform.Folders;
import app.keyturn.settings.SettingsIssue.BadFile;
import app.keyturn.settings.SettingsIssue.Fault;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user's own settings: {@code settings.properties}. Written in UTF-8; read also as Windows Notepad stores text.
 *
 * <p>Other windows, other versions and the user write it, too. So it is read again before it is written, and only the
 * lines of changed settings are touched. A damaged file is renamed, not overwritten.
 */
public final class SettingsFile {
    /** A longer file is not read. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String NAME = "settings.properties";
    private static final String LOCK_FILE = ".keyturn-settings.lock";

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
        return switch (content()) {
            case Content.None _ -> ParsedSettings.empty();
            case Content.Unusable(Fault fault) -> ParsedSettings.unusable(fault);
            case Content.Lines(_, SettingsLines lines) -> lines.parse();
        };
    }

    /**
     * Writes settings into the file, and creates it and its folder if necessary. Everything else in the file stays.
     *
     * @param settings the values; a new file gets all of them
     * @param changed the settings whose lines are written into an existing file
     * @return the issues of the file as it is now
     * @throws IOException if that fails; the old content stays
     */
    List<SettingsIssue> write(Settings settings, Set<Setting> changed) throws IOException {
        Folders.create(folder);
        List<SettingsIssue> issues = new ArrayList<>();
        FileMutex.runLocked(folder.resolve(LOCK_FILE), () -> {
            switch (content()) {
                case Content.None _ -> writeNew(settings);
                case Content.Unusable(Fault fault) when fault == Fault.UNREADABLE ->
                    throw new FileSystemException(path().toString(), null, "It must not be overwritten");
                case Content.Unusable _ -> {
                    AtomicFile.setAside(path());
                    issues.add(new BadFile(Fault.SET_ASIDE));
                    writeNew(settings);
                }
                case Content.Lines(DecodedText text, SettingsLines lines) -> {
                    SettingsLines written = lines.with(values(settings, changed));
                    if (!written.equals(lines)) {
                        writeBytes(text.encode(written.text()));
                    }
                    issues.addAll(written.parse().issues());
                }
            }
        });
        return issues;
    }

    /** What is in the file. */
    private sealed interface Content {
        /** There is no file. */
        record None() implements Content {}

        /** Nothing can be taken from it. */
        record Unusable(Fault fault) implements Content {}

        /** Settings, and perhaps more. */
        record Lines(DecodedText text, SettingsLines lines) implements Content {}
    }

    private Content content() {
        if (Files.notExists(path())) {
            return new Content.None();
        }
        // A pipe or device would block.
        if (!Files.isRegularFile(path())) {
            return new Content.Unusable(Fault.UNREADABLE);
        }
        try {
            byte[] content = AtomicFile.readStart(path(), MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                return new Content.Unusable(Fault.TOO_LONG);
            }
            Optional<DecodedText> text = DecodedText.decode(content);
            return text.flatMap(decoded -> SettingsLines.of(decoded.text()))
                    .<Content>map(lines -> new Content.Lines(text.orElseThrow(), lines))
                    .orElseGet(() -> new Content.Unusable(Fault.DAMAGED));
        } catch (IOException notNow) {
            return new Content.Unusable(Fault.UNREADABLE);
        }
    }

    private void writeNew(Settings settings) throws IOException {
        writeBytes(format(settings).getBytes(UTF_8));
    }

    private void writeBytes(byte[] content) throws IOException {
        if (content.length > MAX_BYTES) {
            throw new FileSystemException(path().toString(), null, "It would be too long to be read again");
        }
        AtomicFile.write(path(), content);
    }

    private static Map<Setting, String> values(Settings settings, Set<Setting> changed) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        changed.forEach(setting -> values.put(setting, settings.text(setting)));
        return values;
    }

    private static String format(Settings settings) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !settings.text(setting).isEmpty())
                .map(setting -> SettingsLines.line(setting, settings.text(setting)) + "\n")
                .collect(Collectors.joining("", "# Settings of Keyturn\n", ""));
    }

    /** Parses the content of a settings file, the user's own or a managed one. */
    static ParsedSettings parse(byte[] content) {
        return DecodedText.decode(content)
                .flatMap(decoded -> SettingsLines.of(decoded.text()))
                .map(SettingsLines::parse)
                .orElseGet(() -> ParsedSettings.unusable(Fault.DAMAGED));
    }
}
