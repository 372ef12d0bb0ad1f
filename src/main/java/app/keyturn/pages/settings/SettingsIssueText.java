package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.SettingsIssue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what was found in the settings.
 *
 * @param messages the words
 */
record SettingsIssueText(Messages messages) {
    private static final int NAMES = 3;
    private static final int LONGEST_NAME = 40;

    /** Why what stands in a field cannot be taken. */
    String atField(SettingsIssue.BadValue bad) {
        return bad.reason() == SettingsIssue.Reason.NOT_A_LANGUAGE
                ? messages.text("settings.bad.NOT_A_LANGUAGE", String.join(", ", Setting.LANGUAGE.choices()))
                : messages.text("settings.bad." + bad.reason());
    }

    /** What was found in the person's own file; a long list of names is cut short. */
    String inFile(List<SettingsIssue> findings) {
        return in(messages.text("settings.file.own"), findings);
    }

    /** The same of the IT department's file. */
    String inDepartmentFile(Path file, List<SettingsIssue> findings) {
        return in(messages.text("settings.file.department", file), findings);
    }

    private String in(String file, List<SettingsIssue> findings) {
        Stream<String> named = findings.stream().flatMap(finding -> switch (finding) {
            case SettingsIssue.BadFile bad -> Stream.of(messages.text("settings.file." + bad.fault(), file));
            case SettingsIssue.BadValue bad -> Stream.of(messages.text("settings.file.bad-value",
                    messages.text("settings." + bad.setting().key()), file, atField(bad)));
            case SettingsIssue.UnknownKey _ -> Stream.empty();
        });
        List<String> unknown = findings.stream()
                .flatMap(finding -> finding instanceof SettingsIssue.UnknownKey(String name)
                        ? Stream.of(name)
                        : Stream.empty())
                .toList();
        return Stream.concat(named, unknown.isEmpty() ? Stream.empty() : Stream.of(unknown(file, unknown)))
                .collect(Collectors.joining("\n"));
    }

    private String unknown(String file, List<String> names) {
        String list = names.stream().limit(NAMES).map(SettingsIssueText::shortened).collect(Collectors.joining(", "));
        return messages.text("settings.file.unknown", file, names.size() > NAMES ? list + " …" : list);
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
    }
}
