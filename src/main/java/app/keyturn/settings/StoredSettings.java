package app.keyturn.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in force while the program runs, and the files they come from: the person's own, and an IT department's,
 * which wins. May be asked from any thread.
 */
public final class StoredSettings {
    private final SettingsFile file;
    private final Optional<ManagedSettingsFile> departmentFile;
    private final ParsedSettings department;
    private volatile ParsedSettings own;

    private StoredSettings(SettingsFile file, Optional<ManagedSettingsFile> departmentFile) {
        this.file = file;
        this.departmentFile = departmentFile;
        department = departmentFile.map(ManagedSettingsFile::read).orElseGet(ParsedSettings::none);
        own = file.read();
    }

    /** Reads the settings of a folder, where no IT department has a say. */
    public static StoredSettings load(Path folder) {
        return new StoredSettings(new SettingsFile(folder), Optional.empty());
    }

    /**
     * Reads the settings of a folder and those of an IT department; nothing is written before {@link #put}.
     *
     * @param folder where the person's own are kept
     * @param department the IT department's
     */
    public static StoredSettings load(Path folder, ManagedSettingsFile department) {
        return new StoredSettings(new SettingsFile(folder), Optional.of(department));
    }

    /** What counts: the department's values, and the person's own where the department gives none. */
    public Settings effective() {
        return merged(own.settings(), department.settings());
    }

    /** What the IT department has set; the person cannot change it. */
    public Set<Setting> managed() {
        return department.given();
    }

    /** What the person's own file held and was not taken; empty once it has been written anew. */
    public List<SettingsIssue> issues() {
        return own.issues();
    }

    /** What the IT department's file held and was not taken. */
    public List<SettingsIssue> managedIssues() {
        return department.issues();
    }

    /** True if something was not taken, from whichever file. */
    public boolean hasIssues() {
        return !issues().isEmpty() || !managedIssues().isEmpty();
    }

    /** Where the person's own file is. */
    public Path path() {
        return file.path();
    }

    /** Where the IT department's file is, or would be; empty where there can be none. */
    public Optional<Path> managedPath() {
        return departmentFile.map(ManagedSettingsFile::path);
    }

    /**
     * Puts settings in force and writes them as the person's own. Of what the IT department has set, the person's own
     * file keeps what it had.
     *
     * @throws IOException if they could not be written; they are in force until the program ends
     */
    public void save(Settings wanted) throws IOException {
        Settings settings = merged(wanted, own.settings());
        own = new ParsedSettings(settings, own.given(), issues());
        file.write(settings);
        own = new ParsedSettings(settings, own.given(), List.of());
    }

    /** Some settings, with others in place of those that the IT department has set. */
    private Settings merged(Settings some, Settings others) {
        Settings result = some;
        for (Setting setting : department.given()) {
            result = result.with(setting, others.text(setting));
        }
        return result;
    }
}
