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
 * @param findings what was not taken, and why; empty if all was
 */
public record SettingsParser(Settings settings, Set<Setting> given, List<SettingsIssue> findings) {
    private static final Set<String> KEYS = Arrays.stream(Setting.values())
            .map(Setting::key)
            .collect(Collectors.toUnmodifiableSet());

    /** Keeps copies. */
    public SettingsParser {
        given = Set.copyOf(given);
        findings = List.copyOf(findings);
    }

    /**
     * Judges entries. Blanks around a value do not count.
     *
     * @param entries text by {@link Setting#key()}
     */
    public static SettingsParser of(Map<String, String> entries) {
        Settings settings = Settings.USUAL;
        Set<Setting> given = EnumSet.noneOf(Setting.class);
        List<SettingsIssue> findings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String text = entries.getOrDefault(setting.key(), "").strip();
            var reason = setting.whyNot(text);
            reason.ifPresent(why -> findings.add(new SettingsIssue.BadValue(setting, why)));
            if (reason.isEmpty() && !text.isEmpty()) {
                settings = settings.with(setting, text);
                given.add(setting);
            }
        }
        Set<String> unknown = new TreeSet<>(entries.keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(name -> findings.add(new SettingsIssue.UnknownKey(name)));
        return new SettingsParser(settings, given, findings);
    }

    /** As good as nothing, and nothing to say of it. */
    static SettingsParser none() {
        return new SettingsParser(Settings.USUAL, Set.of(), List.of());
    }

    /** Nothing was taken. */
    static SettingsParser nothing(SettingsIssue.Fault fault) {
        return new SettingsParser(Settings.USUAL, Set.of(), List.of(new SettingsIssue.BadFile(fault)));
    }
}
