package app.keyturn.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the running program and the files they come from: the user's own, and the managed ones, which take
 * precedence. Can be used from any thread.
 */
public final class StoredSettings {
    private final SettingsFile userFile;
    private final Optional<ManagedSettingsFile> managedFile;
    private final ParsedSettings managed;
    private volatile ParsedSettings user;

    private StoredSettings(SettingsFile userFile, Optional<ManagedSettingsFile> managedFile) {
        this.userFile = userFile;
        this.managedFile = managedFile;
        managed = managedFile.map(ManagedSettingsFile::read).orElseGet(ParsedSettings::empty);
        user = userFile.read();
    }

    /** Loads a user's settings, without managed ones. */
    public static StoredSettings load(Path folder) {
        return new StoredSettings(new SettingsFile(folder), Optional.empty());
    }

    /**
     * Loads the settings of a user and the managed ones. Nothing is written before {@link #save}.
     *
     * @param folder contains the user's settings
     */
    public static StoredSettings load(Path folder, ManagedSettingsFile managed) {
        return new StoredSettings(new SettingsFile(folder), Optional.of(managed));
    }

    /** The managed values, and the user's own where there is no managed one. */
    public Settings effective() {
        return withManaged(user.settings(), managed.settings());
    }

    /** The settings that the user cannot change. */
    public Set<Setting> managed() {
        return managed.present();
    }

    /** Issues of the user's own file; empty once it has been saved. */
    public List<SettingsIssue> issues() {
        return user.issues();
    }

    /** Issues of the managed file. */
    public List<SettingsIssue> managedIssues() {
        return managed.issues();
    }

    /** Whether either file has issues. */
    public boolean hasIssues() {
        return !issues().isEmpty() || !managedIssues().isEmpty();
    }

    /** The user's own file. */
    public Path path() {
        return userFile.path();
    }

    /** The managed file, which need not exist; empty where there can be none. */
    public Optional<Path> managedPath() {
        return managedFile.map(ManagedSettingsFile::path);
    }

    /**
     * Applies settings and writes them to the user's own file. That file keeps its own values for managed settings.
     *
     * @throws IOException if they could not be written; they apply until the program ends
     */
    public void save(Settings changed) throws IOException {
        Settings settings = withManaged(changed, user.settings());
        user = new ParsedSettings(settings, user.present(), issues());
        userFile.write(settings);
        user = new ParsedSettings(settings, user.present(), List.of());
    }

    /** Replaces the values of managed settings. */
    private Settings withManaged(Settings settings, Settings values) {
        Settings result = settings;
        for (Setting setting : managed.present()) {
            result = result.with(setting, values.text(setting));
        }
        return result;
    }
}
