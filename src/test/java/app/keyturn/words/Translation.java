package app.keyturn.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Errors of a translation that show without knowing the language.
 *
 * @param locale the language
 */
record Translation(Locale locale) {
    /** Names that are never translated. */
    private static final Pattern NAME = Pattern
            .compile("Keyturn|Apple School Manager|Apple Business|Entra"
                    + "|Google Workspace|Okta|AADSTS|OIDC|OAuth|SCIM\\b|NTLM|Kerberos");

    /** Parts that must be identical. */
    private static final Pattern CODE = Pattern
            .compile("https?://[^\\s\\u00a0\\u202f”»“」,、。]+|/feeds/\\w+/scim|00000000-[0-9-]+"
                    + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|net|cn|us|example|All)\\b");

    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");
    private static final Pattern WHOLE_GAP = Pattern.compile("\\{\\d+}");

    /** The end of a sentence, in any of Keyturn's languages. */
    private static final Pattern STOPPED = Pattern.compile("(?s).*[.?!:。？！：][”’»“\"』」)）*\\s\\u00a0\\u202f]*");

    /** Words that may be the same as in English. */
    private static final Pattern SAME_IN_MANY = Pattern
            .compile("(?i)\\b(active|admin|administrator|app|apple|client|code"
                    + "|domain|dod|e-mail|high|id|in|link|microsoft|minutes?|mode|name|object|organisation|page|pause|portal"
                    + "|practice|proxy|secret|site|start|status|stop|sync|tenant|test|tokens?|type|url|utc|version"
                    + "|21vianet)\\b|Windows|macOS");

    /** Informal forms of address. */
    private static final Map<String, Pattern> FAMILIAR = Map.of("de", words("du|dich|dir|dein\\w*|euch|euer|eure\\w*"),
            "fr", words("tu|toi|ton|tes"), "es", words("tú|ti|tus|contigo|vosotros|vuestr\\w+"), "nl",
            words("je|jij|jou|jouw|jullie"));

    /** The errors, one per line; empty if none shows. */
    List<String> faults(RawBundle english, RawBundle own) {
        Map<String, String> faults = new TreeMap<>();
        english.texts().forEach((key, model) -> {
            String text = own.texts().get(key);
            if (text == null) {
                faults.put(key, "is missing");
            } else {
                String fault = faults(model, text).collect(Collectors.joining("; "));
                if (!fault.isEmpty()) {
                    faults.put(key, fault + ": " + text);
                }
            }
        });
        own.texts()
                .keySet()
                .stream()
                .filter(key -> !english.texts().containsKey(key))
                .forEach(key -> faults.put(key, "has no English"));
        return faults.entrySet().stream().map(fault -> fault.getKey() + " " + fault.getValue()).toList();
    }

    private Stream<String> faults(String english, String text) {
        Map<String, BiPredicate<String, String>> right = Map.of("other gaps",
                (a, b) -> found(GAP, a).equals(found(GAP, b)),
                "other addresses", (a, b) -> found(CODE, a).equals(found(CODE, b)),
                "a name less", (a, b) -> found(NAME, b).containsAll(found(NAME, a)),
                // A label may have the same name in two languages, and two English names of it may have one in another.
                "other bold words",
                (a, b) -> (count('*', a) == 0) == (count('*', b) == 0) && count('*', b) >= count('*', a),
                "other line breaks", (a, b) -> count('\n', a) == count('\n', b),
                "no stop at the end", (a, b) -> !Prose.isRead(a) || endsInGap(a) || STOPPED.matcher(b).matches(),
                "not translated", (a, b) -> !a.equals(b) || isTheSameInMany(a),
                "too familiar", (_, b) -> !FAMILIAR.containsKey(locale.getLanguage())
                        || !FAMILIAR.get(locale.getLanguage()).matcher(b).find());
        return right.entrySet()
                .stream()
                .filter(check -> !check.getValue().test(english, text))
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long count(char sign, String text) {
        return text.chars().filter(it -> it == sign).count();
    }

    private static boolean endsInGap(String text) {
        return text.endsWith("}");
    }

    private static boolean isTheSameInMany(String english) {
        String own = NAME.matcher(CODE.matcher(Prose.withoutNames(english)).replaceAll(" ")).replaceAll(" ");
        return SAME_IN_MANY.matcher(WHOLE_GAP.matcher(own).replaceAll(" "))
                .replaceAll(" ")
                .codePoints()
                .noneMatch(Character::isLetter);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iU)\\b(" + alternatives + ")\\b");
    }
}
