package app.keyturn.words;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts read together: a page, a problem, or a text that leaves the program.
 *
 * @param name for the report
 * @param keys of its texts, as a regular expression
 */
record ReadingUnit(String name, Pattern keys) {
    private static final List<ReadingUnit> PAGES = List.of(page("frame", "frame\\.(?!request).*|browser\\..*"),
            page("start", "start\\.(?!network|practise|scenario).*"), page("network", "start\\.network.*"),
            page("practice", "start\\.(practise|scenario).*|scenario\\..*"), page("apple", "apple\\..*"),
            page("sign-in", "signin\\..*|sync\\..*"), page("sign-in errors", "aadsts\\..*"),
            page("token", "token\\..*|expiry\\..*"), page("save", "save\\..*"), page("done", "(done|keep|mail)\\..*"),
            page("by hand", "byhand\\..*"), page("settings", "settings\\..*"), page("elsewhere", "elsewhere\\..*"),
            page("pictures", "guide\\..*"),
            page("what was changed", "changed\\..*|clock\\..*|action\\..*|problem\\.[a-z].*"),
            page("reminder", "reminder\\..*"), page("receipt", "receipt\\..*"), page("request", "frame\\.request.*"));

    private static final Pattern PROBLEM = Pattern.compile("problem\\.([A-Z][A-Z-]*)\\..*");

    /** Every page, and every problem on its own, in the order of the bundle. */
    static Stream<ReadingUnit> all(RawBundle bundle) {
        return Stream.concat(PAGES.stream(), bundle.texts()
                .keySet()
                .stream()
                .flatMap(key -> PROBLEM.matcher(key).results())
                .map(key -> key.group(1))
                .distinct()
                .map(code -> page(code, "problem\\." + code + "\\..*")));
    }

    /** Its sentences. */
    List<String> body(RawBundle bundle) {
        return texts(bundle).map(Map.Entry::getValue).filter(Prose::isRead).toList();
    }

    /** All its texts, with their keys. */
    Stream<Map.Entry<String, String>> texts(RawBundle bundle) {
        return bundle.texts().entrySet().stream().filter(text -> keys.matcher(text.getKey()).matches());
    }

    private static ReadingUnit page(String name, String keys) {
        return new ReadingUnit(name, Pattern.compile(keys));
    }
}
