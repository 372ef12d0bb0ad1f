package app.keyturn.log;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in a line of the log, part by part. What looks otherwise becomes a question mark. */
final class LogText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,99}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9./{}$_-]{1,200}");
    /** A name in Java; that of a class made at run time has an address in it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.:/<>-]{0,200}");
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private LogText() {}

    /** A version, a code or a page's id. */
    static String word(String text) {
        return only(WORD, text);
    }

    /** A path without ids. */
    static String path(String text) {
        return only(PATH, text);
    }

    /** A class, or a place in one. */
    static String name(String text) {
        return only(NAME, text);
    }

    /** The name of a constant, as people read it. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True for an id as Microsoft gives to requests; no word that somebody could have put in its place. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String only(Pattern allowed, String text) {
        return allowed.matcher(text).matches() ? text : "?";
    }
}
