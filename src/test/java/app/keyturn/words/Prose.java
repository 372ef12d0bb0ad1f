package app.keyturn.words;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences among the texts of a page, without names that cannot be put more simply. */
final class Prose {
    /** Names of products, roles, permissions and screens of Apple and Microsoft. */
    private static final List<String> NAMES = List.of("Keyturn", "Apple School Manager", "Apple Business Manager",
            "Apple Business (Apple Business Manager)", "Apple Business (Manager)", "Apple Business", "School Manager",
            "Business Manager", "Microsoft Entra", "Entra", "Microsoft Graph Command Line Tools", "Microsoft Graph",
            "Microsoft 365 admin center", "Enterprise apps", "Enterprise applications", "App registrations",
            "Users and groups", "Properties, Object ID", "Authentication", "Mobile and desktop applications",
            "public client flows", "Application (client) ID", "Application ID", "Service health", "Clear all",
            "on behalf of your organisation", "Cloud Application Administrator", "Application Administrator",
            "Global Administrator", "Organization Administrator", "Site Manager", "People Manager",
            "Conditional Access", "Privileged Identity Management", "Application.Read.All",
            "Synchronization.ReadWrite.All", "Google Workspace", "Okta", "Spotlight", "NTLM", "Negotiate", "Kerberos",
            "US Government", "China", "GCC High", "Tenant URL", "Secret Token", "Generate Token", "+ Client Secret",
            "Start provisioning");

    private static final Pattern NAME = Pattern.compile(NAMES.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?:’s)?(?!\\w)")));

    /** Text for computers: addresses, paths and codes. */
    private static final Pattern CODE = Pattern.compile("\\S+://\\S+|(?<!\\S)/\\S+|\\b[\\w-]+(?:\\.[\\w-]+)+\\b"
            + "|\\bAADSTS\\S*|\\bSCIM\\.");

    /** The name of something on a screen; bold text that ends like a sentence, or introduces one, is our own. */
    private static final Pattern LABEL = Pattern.compile("\\*[^*]*[^*.:?!]\\*");

    private static final Pattern GAP = Pattern.compile("\\{\\d[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!…][”)]?)\\s+|\\R");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:[’-][\\p{L}\\d]+)*");

    private static final Pattern HYPHEN = Pattern.compile("-");

    private Prose() {}

    /**
     * Whether a text counts as sentences: it ends like one, or introduces something with a colon. Labels, buttons and
     * headings have no full stop.
     */
    static boolean isRead(String text) {
        return text.replace("*", "").replaceFirst("\\{\\d+}$", "").strip().matches("(?s).*[.?!:][”)]?");
    }

    /**
     * The sentences of a text, each as its words. A placeholder counts as one short word; names, addresses and codes
     * are left out, and bullets and numbers of lists are no words.
     */
    static List<List<String>> sentences(String text) {
        return SENTENCE_END.splitAsStream(GAP.matcher(withoutNames(text)).replaceAll("this"))
                .map(sentence -> words(sentence.replaceFirst("^\\s*\\d+\\.?$", "")))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** A text without its names, addresses and codes, and without the marks of bold type. */
    static String withoutNames(String text) {
        String plain = LABEL.matcher(text).replaceAll(" ").replace("*", "");
        return NAME.matcher(CODE.matcher(plain).replaceAll(" ")).replaceAll(" ");
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .flatMap(HYPHEN::splitAsStream)
                .toList();
    }
}
