package app.keyturn.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was made of entries.
 *
 * @param settings the good entries, and the usual in place of the others
 * @param findings what was not taken, and why; empty if all was
 */
public record SettingsReading(Settings settings, List<Finding> findings) {
    private static final Set<String> KEYS = Arrays.stream(Setting.values())
            .map(Setting::key)
            .collect(Collectors.toUnmodifiableSet());

    /** Keeps a copy of the findings. */
    public SettingsReading {
        findings = List.copyOf(findings);
    }

    /**
     * Judges entries. Blanks around a value do not count.
     *
     * @param entries text by {@link Setting#key()}
     */
    public static SettingsReading of(Map<String, String> entries) {
        Settings settings = Settings.USUAL;
        List<Finding> findings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String text = entries.getOrDefault(setting.key(), "").strip();
            var reason = setting.whyNot(text);
            reason.ifPresent(why -> findings.add(new Finding.BadValue(setting, why)));
            settings = reason.isPresent() ? settings : settings.with(setting, text);
        }
        Set<String> unknown = new TreeSet<>(entries.keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(name -> findings.add(new Finding.UnknownKey(name)));
        return new SettingsReading(settings, findings);
    }

    static SettingsReading nothing(Finding.Fault fault) {
        return new SettingsReading(Settings.USUAL, List.of(new Finding.BadFile(fault)));
    }
}
