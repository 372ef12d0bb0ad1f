package app.keyturn.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms that the parts of a log line may have. A text of another form becomes a question mark. */
final class LogText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,99}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9./{}$_-]{1,200}");
    /** A Java name. The name of a class generated at run time contains an address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.:/<>-]{0,200}");
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private LogText() {}

    /** A version, a code or the id of a page. */
    static String word(String text) {
        return only(WORD, text);
    }

    /** A path without ids. */
    static String path(String text) {
        return only(PATH, text);
    }

    /** A class, or a frame in one. */
    static String name(String text) {
        return only(NAME, text);
    }

    /** The name of a constant in lower case, with hyphens. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True for a GUID, the form of Microsoft's request ids; no other text passes for one. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String only(Pattern allowed, String text) {
        return allowed.matcher(text).matches() ? text : "?";
    }
}
