package app.keyturn.settings;

import app.keyturn.settings.SettingsIssue.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The result of parsing entries from a settings file or the settings page.
 *
 * @param settings the valid values, and defaults for all others
 * @param present the settings with a valid value; an empty value is none
 * @param issues what was not accepted, and why
 */
public record ParsedSettings(Settings settings, Set<Setting> present, List<SettingsIssue> issues) {
    private static final Set<String> KEYS = Arrays.stream(Setting.values())
            .map(Setting::key)
            .collect(Collectors.toUnmodifiableSet());

    public ParsedSettings {
        present = Set.copyOf(present);
        issues = List.copyOf(issues);
    }

    /**
     * Parses and validates entries. Blanks around a value are ignored.
     *
     * @param entries values by {@link Setting#key()}
     */
    public static ParsedSettings parse(Map<String, String> entries) {
        Settings settings = Settings.DEFAULTS;
        Set<Setting> present = EnumSet.noneOf(Setting.class);
        List<SettingsIssue> issues = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = entries.getOrDefault(setting.key(), "").strip();
            Optional<Reason> invalid = setting.reasonInvalid(value);
            invalid.ifPresent(reason -> issues.add(new SettingsIssue.BadValue(setting, reason)));
            if (invalid.isEmpty() && !value.isEmpty()) {
                settings = settings.with(setting, value);
                present.add(setting);
            }
        }
        Set<String> unknown = new TreeSet<>(entries.keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(name -> issues.add(new SettingsIssue.UnknownKey(name)));
        return new ParsedSettings(settings, present, issues);
    }

    /** No entries, as without a file. */
    static ParsedSettings empty() {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of());
    }

    /** Nothing was taken from a file. */
    static ParsedSettings unusable(SettingsIssue.Fault fault) {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new SettingsIssue.BadFile(fault)));
    }
}
