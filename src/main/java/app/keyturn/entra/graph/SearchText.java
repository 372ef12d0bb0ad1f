package app.keyturn.entra.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user has entered to search for an app.
 *
 * @param text one line, trimmed, without invisible characters
 */
record SearchText(String text) {
    /** Microsoft's own limit for an app's name. */
    private static final int MAX_LENGTH = 256;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Without the joiners (U+200C and U+200D), which occur in names. */
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String ID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final Pattern ID_IN_BRACES = Pattern.compile("\\{?(" + ID + ")}?");

    SearchText {
        text = INVISIBLE.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
    }

    /** True if no app can have this name. */
    boolean isNotAName() {
        return text.isEmpty() || text.length() > MAX_LENGTH;
    }

    /** The id; empty if it is a name. */
    Optional<String> id() {
        Matcher id = ID_IN_BRACES.matcher(text);
        return id.matches() ? Optional.of(id.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Its words alone; empty if there are none. */
    Optional<String> words() {
        return Optional.of(NO_WORD.matcher(text).replaceAll(" ").strip()).filter(words -> !words.isEmpty());
    }

    /** True if a text is an id as Microsoft writes them. */
    static boolean isId(String text) {
        return text.matches(ID);
    }
}
