package app.keyturn.settings;

import app.keyturn.platform.ProxyVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the running program and the files they come from: the user's own, and the managed ones, which take
 * precedence. Can be used from any thread.
 */
public final class StoredSettings {
    private static final SettingsIssue SET_ASIDE = new SettingsIssue.BadFile(SettingsIssue.Fault.SET_ASIDE);

    private final SettingsFile userFile;
    private final Optional<ManagedSettingsFile> managedFile;
    private final ParsedSettings managed;
    private final Optional<SettingsIssue.UnusableProxy> proxyVariable;
    /** Changes that could not be written yet: the next one takes them along. */
    private final Set<Setting> unwritten = EnumSet.noneOf(Setting.class);
    private volatile ParsedSettings user;

    private StoredSettings(SettingsFile userFile, Optional<ManagedSettingsFile> managedFile,
            Optional<SettingsIssue.UnusableProxy> proxyVariable) {
        this.userFile = userFile;
        this.managedFile = managedFile;
        this.proxyVariable = proxyVariable;
        managed = managedFile.map(ManagedSettingsFile::read).orElseGet(ParsedSettings::empty);
        user = userFile.read();
    }

    /** Loads a user's settings, without managed ones. */
    public static StoredSettings load(Path folder) {
        return new StoredSettings(new SettingsFile(folder), Optional.empty(), Optional.empty());
    }

    /**
     * Loads the settings of a user and the managed ones. Nothing is written before {@link #save}.
     *
     * @param folder contains the user's settings
     * @param proxies may name a proxy, which counts where {@link Settings.Proxy#SYSTEM} is set
     */
    public static StoredSettings load(Path folder, ManagedSettingsFile managed, ProxyVariables proxies) {
        return new StoredSettings(new SettingsFile(folder), Optional.of(managed),
                proxies.unusable().map(SettingsIssue.UnusableProxy::of));
    }

    /** The managed values, and the user's own where there is no managed one. */
    public Settings effective() {
        return withManaged(user.settings(), managed.settings());
    }

    /** The settings that the user cannot change. */
    public Set<Setting> managed() {
        return managed.present();
    }

    /** Issues of the user's own file, as it was read or written last. */
    public List<SettingsIssue> issues() {
        return user.issues();
    }

    /** Issues of the managed file. */
    public List<SettingsIssue> managedIssues() {
        return managed.issues();
    }

    /** The variable that names a proxy and cannot be used; empty if there is none, or no proxy is to be used. */
    public Optional<SettingsIssue.UnusableProxy> unusableProxy() {
        return proxyVariable.filter(_ -> effective().proxy() == Settings.Proxy.SYSTEM);
    }

    /** Whether either file or the system's proxy has issues. */
    public boolean hasIssues() {
        return !issues().isEmpty() || !managedIssues().isEmpty() || unusableProxy().isPresent();
    }

    /** The user's own file. */
    public Path path() {
        return userFile.path();
    }

    /** The managed file, which need not exist; empty where there can be none. */
    public Optional<Path> managedPath() {
        return managedFile.map(ManagedSettingsFile::path);
    }

    /** What happened to the user's own file. */
    public enum SaveResult {
        /** The values are in it. */
        WRITTEN,
        /** It was damaged and has been renamed; a new one has the values. */
        DAMAGED_FILE_SET_ASIDE
    }

    /**
     * Applies settings and writes those that differ, or had no valid value, to the user's own file. That file keeps its
     * own values for managed settings, and whatever else is in it.
     *
     * @throws IOException if they could not be written; they apply until the program ends
     */
    public synchronized SaveResult save(Settings changed) throws IOException {
        Settings settings = withManaged(changed, user.settings());
        Set<Setting> toWrite = EnumSet.noneOf(Setting.class);
        for (Setting setting : Setting.values()) {
            if (!settings.text(setting).equals(user.settings().text(setting))) {
                toWrite.add(setting);
            }
        }
        for (SettingsIssue issue : issues()) {
            if (issue instanceof SettingsIssue.BadValue bad && !managed.present().contains(bad.setting())) {
                toWrite.add(bad.setting());
            }
        }
        return write(settings, toWrite);
    }

    /**
     * Applies one setting and writes it to the user's own file. A managed one stays as it is.
     *
     * @param value as for {@link Settings#with}
     * @throws IOException if it could not be written; it applies until the program ends
     */
    public synchronized SaveResult set(Setting setting, String value) throws IOException {
        return managed.present().contains(setting)
                ? SaveResult.WRITTEN
                : write(user.settings().with(setting, value), Set.of(setting));
    }

    private SaveResult write(Settings settings, Set<Setting> changed) throws IOException {
        unwritten.addAll(changed);
        user = new ParsedSettings(settings, user.present(), issues());
        List<SettingsIssue> found = userFile.write(settings, unwritten);
        unwritten.clear();
        boolean setAside = found.contains(SET_ASIDE);
        Set<SettingsIssue> issues = new LinkedHashSet<>(found);
        if (issues().contains(SET_ASIDE)) {
            issues.add(SET_ASIDE); // stays reported until the program ends
        }
        user = new ParsedSettings(settings, user.present(), List.copyOf(issues));
        return setAside ? SaveResult.DAMAGED_FILE_SET_ASIDE : SaveResult.WRITTEN;
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
