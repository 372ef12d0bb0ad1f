package app.keyturn.pages.settings;

import app.keyturn.i18n.Messages;
import app.keyturn.settings.Setting;
import app.keyturn.settings.SettingsIssue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the issues of the settings. */
record SettingsIssueText(Messages messages) {
    private static final int MAX_NAMES = 3;
    private static final int MAX_NAME_LENGTH = 40;

    /** Why the content of a field is not accepted. */
    String atField(SettingsIssue.BadValue bad) {
        return bad.reason() == SettingsIssue.Reason.NOT_A_LANGUAGE
                ? messages.text("settings.bad.NOT_A_LANGUAGE", String.join(", ", Setting.LANGUAGE.choices()))
                : messages.text("settings.bad." + bad.reason());
    }

    /** The issues of the user's own file; a long list of names is cut short. */
    String inFile(List<SettingsIssue> issues) {
        return in(messages.text("settings.file.own"), issues);
    }

    /** What saving will do about the issues of the user's own file; empty if nothing. */
    String howToMend(List<SettingsIssue> issues) {
        return issues.stream()
                .flatMap(issue -> issue instanceof SettingsIssue.BadFile(SettingsIssue.Fault fault)
                        ? switch (fault) {
                            case TOO_LONG, DAMAGED -> Stream.of("settings.file.save-new");
                            default -> Stream.empty();
                        }
                        : Stream.of("settings.file.save"))
                .findFirst()
                .map(messages::text)
                .orElse("");
    }

    /** The issues of the IT department's file. */
    String inDepartmentFile(Path file, List<SettingsIssue> issues) {
        return in(messages.text("settings.file.department", file), issues);
    }

    /** Why a variable that names a proxy is not used. */
    String ofProxy(SettingsIssue.UnusableProxy proxy) {
        return messages.text("settings.proxy-variable." + proxy.fault(), proxy.variable()) + " "
                + messages.text("settings.proxy-variable.next");
    }

    private String in(String file, List<SettingsIssue> issues) {
        Stream<String> named = issues.stream().flatMap(issue -> switch (issue) {
            case SettingsIssue.BadFile bad -> Stream.of(messages.text("settings.file." + bad.fault(), file));
            case SettingsIssue.BadValue bad -> Stream.of(messages.text("settings.file.bad-value",
                    messages.text("settings." + bad.setting().key()), file, atField(bad)));
            case SettingsIssue.UnusableProxy proxy -> Stream.of(ofProxy(proxy));
            case SettingsIssue.UnknownKey _ -> Stream.empty();
        });
        List<String> unknown = issues.stream()
                .flatMap(issue -> issue instanceof SettingsIssue.UnknownKey(String name)
                        ? Stream.of(name)
                        : Stream.empty())
                .toList();
        return Stream.concat(named, unknown.isEmpty() ? Stream.empty() : Stream.of(unknown(file, unknown)))
                .collect(Collectors.joining("\n"));
    }

    private String unknown(String file, List<String> names) {
        String list = names.stream()
                .limit(MAX_NAMES)
                .map(SettingsIssueText::shortened)
                .collect(Collectors.joining(", "));
        return messages.text("settings.file.unknown", file, names.size() > MAX_NAMES ? list + " …" : list);
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > MAX_NAME_LENGTH ? plain.substring(0, MAX_NAME_LENGTH) + "…" : plain;
    }
}
