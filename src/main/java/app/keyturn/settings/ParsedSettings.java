package app.keyturn.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was made of entries.
 *
 * @param settings the good entries, and the usual in place of the others
 * @param given what there were good entries for; an empty one is none
 * @param issues what was not taken, and why; empty if all was
 */
public record ParsedSettings(Settings settings, Set<Setting> given, List<SettingsIssue> issues) {
    private static final Set<String> KEYS = Arrays.stream(Setting.values())
            .map(Setting::key)
            .collect(Collectors.toUnmodifiableSet());

    /** Keeps copies. */
    public ParsedSettings {
        given = Set.copyOf(given);
        issues = List.copyOf(issues);
    }

    /**
     * Judges entries. Blanks around a value do not count.
     *
     * @param entries text by {@link Setting#key()}
     */
    public static ParsedSettings parse(Map<String, String> entries) {
        Settings settings = Settings.DEFAULTS;
        Set<Setting> given = EnumSet.noneOf(Setting.class);
        List<SettingsIssue> issues = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String text = entries.getOrDefault(setting.key(), "").strip();
            var reason = setting.whyNot(text);
            reason.ifPresent(why -> issues.add(new SettingsIssue.BadValue(setting, why)));
            if (reason.isEmpty() && !text.isEmpty()) {
                settings = settings.with(setting, text);
                given.add(setting);
            }
        }
        Set<String> unknown = new TreeSet<>(entries.keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(name -> issues.add(new SettingsIssue.UnknownKey(name)));
        return new ParsedSettings(settings, given, issues);
    }

    /** As good as nothing, and nothing to say of it. */
    static ParsedSettings none() {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of());
    }

    /** Nothing was taken. */
    static ParsedSettings nothing(SettingsIssue.Fault fault) {
        return new ParsedSettings(Settings.DEFAULTS, Set.of(), List.of(new SettingsIssue.BadFile(fault)));
    }
}
