package app.keyturn.pages.settings;

import app.keyturn.settings.Finding;
import app.keyturn.wizard.Messages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what was found in the settings.
 *
 * @param messages the words
 */
record FindingWords(Messages messages) {
    private static final int NAMES = 3;
    private static final int LONGEST_NAME = 40;

    /** Why what stands in a field cannot be taken. */
    String atField(Finding.BadValue bad) {
        return messages.text("settings.bad." + bad.reason());
    }

    /** What was found in the file; a long list of names is cut short. */
    String inFile(List<Finding> findings) {
        Stream<String> named = findings.stream().flatMap(finding -> switch (finding) {
            case Finding.BadFile bad -> Stream.of(messages.text("settings.file." + bad.fault()));
            case Finding.BadValue bad -> Stream.of(messages.text("settings.file.bad-value",
                    messages.text("settings." + bad.setting().key()), atField(bad)));
            case Finding.UnknownKey _ -> Stream.empty();
        });
        List<String> unknown = findings.stream()
                .flatMap(finding -> finding instanceof Finding.UnknownKey(String name)
                        ? Stream.of(name)
                        : Stream.empty())
                .toList();
        return Stream.concat(named, unknown.isEmpty() ? Stream.empty() : Stream.of(unknown(unknown)))
                .collect(Collectors.joining("\n"));
    }

    private String unknown(List<String> names) {
        String list = names.stream().limit(NAMES).map(FindingWords::shortened).collect(Collectors.joining(", "));
        return messages.text("settings.file.unknown", names.size() > NAMES ? list + " …" : list);
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
    }
}
