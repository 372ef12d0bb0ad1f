package app.keyturn.wizard;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The languages the window can be shown in.
 *
 * @param known in the order in which they are offered
 * @param choose changes the language at once
 */
public record LanguageChoice(List<Locale> known, Consumer<Locale> choose) {
    public LanguageChoice {
        known = List.copyOf(known);
    }

    /**
     * True if a language is written from right to left.
     *
     * @param name the language's own name
     */
    public static boolean fromRightToLeft(String name) {
        byte direction = Character.getDirectionality(name.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** A language's own name, so that its speakers find it. */
    public static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(language) + name.substring(first);
    }
}
