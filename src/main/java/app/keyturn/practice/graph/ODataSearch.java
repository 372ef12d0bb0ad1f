package app.keyturn.practice.graph;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OData's {@code $search} as the directory understands it: each search word must begin a word of the name, in any
 * order, and clauses are joined by {@code AND} and {@code OR}. Source: Microsoft Learn, "Use the $search query
 * parameter", section "Using $search on directory object collections".
 */
final class ODataSearch {
    private static final Pattern CLAUSE = Pattern.compile("\\s*\"displayName:([^\"]+)\"\\s*",
            Pattern.CASE_INSENSITIVE);
    /** Words end where letters, digits and symbols meet, and where an upper-case letter follows a lower-case one. */
    private static final Pattern WORD_BOUNDARY = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"
            + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private ODataSearch() {}

    static Predicate<JsonObject> parse(String text) {
        return Arrays.stream(text.split("(?<=\")\\s+OR\\s+(?=\")", -1))
                .map(ODataSearch::conjunction)
                .reduce(Predicate::or)
                .orElseThrow();
    }

    private static Predicate<JsonObject> conjunction(String text) {
        return Arrays.stream(text.split("(?<=\")\\s+AND\\s+(?=\")", -1))
                .map(ODataSearch::clause)
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private static Predicate<JsonObject> clause(String text) {
        Matcher clause = CLAUSE.matcher(text);
        if (!clause.matches()) {
            throw GraphException.unsupported("Only a search for displayName is supported.");
        }
        List<String> searched = words(clause.group(1));
        return row -> {
            String name = row.get("displayName").getAsString();
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (!searched.stream().allMatch(lowerCase::contains)) {
                return false;
            }
            List<String> present = words(name);
            return searched.stream().allMatch(word -> present.stream().anyMatch(other -> other.startsWith(word)));
        };
    }

    private static List<String> words(String text) {
        return Stream.of(WORD_BOUNDARY.split(text, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
