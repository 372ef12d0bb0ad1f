package app.keyturn.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The settings in force while the program runs, and the file they come from. May be asked from any thread. */
public final class StoredSettings {
    private final SettingsFile file;
    private volatile SettingsReading reading;

    private StoredSettings(SettingsFile file) {
        this.file = file;
        reading = file.read();
    }

    /** Reads the settings of a folder; nothing is written there before {@link #put}. */
    public static StoredSettings in(Path folder) {
        return new StoredSettings(new SettingsFile(folder));
    }

    /** What is set. */
    public Settings inForce() {
        return reading.settings();
    }

    /** What the file held and was not taken; empty once it has been written anew. */
    public List<Finding> findings() {
        return reading.findings();
    }

    /** Where the file is. */
    public Path path() {
        return file.path();
    }

    /**
     * Puts settings in force and writes them.
     *
     * @throws IOException if they could not be written; they are in force until the program ends
     */
    public void put(Settings settings) throws IOException {
        reading = new SettingsReading(settings, findings());
        file.write(settings);
        reading = new SettingsReading(settings, List.of());
    }
}
