package app.keyturn.entra.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed or pasted to find an app by.
 *
 * @param text one line, without blanks around it and without signs that nobody sees
 */
record SearchText(String text) {
    /** Microsoft's own limit for an app's name. */
    private static final int LONGEST = 256;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** The joiners (U+200C and U+200D) are not among them: names are written with those. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String ID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final Pattern ID_IN_BRACES = Pattern.compile("\\{?(" + ID + ")}?");

    SearchText {
        text = UNSEEN.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
    }

    /** True if no app can be called so. */
    boolean isNotAName() {
        return text.isEmpty() || text.length() > LONGEST;
    }

    /** The id it is; empty if it is a name. */
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
