package app.keyturn.i18n;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a typed date: months, weekdays and what stands between them, in the languages of the program and in the
 * user's. All languages count: Apple's page, from which the user may copy, need not be in the language of the program.
 */
final class DateWords {
    /** Months of the Persian calendar have the numbers after this one. */
    static final int LAST_INTERNATIONAL_MONTH = 12;

    private static final List<Locale> LANGUAGES = Stream.of("en", "de", "fr", "es", "nl", "ja")
            .map(Locale::of)
            .toList();
    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
            TextStyle.SHORT_STANDALONE);
    private static final List<String> PERSIAN_MONTHS = List.of("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد",
            "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");
    /** What people write and Java does not know. */
    private static final Map<String, Month> MORE_MONTHS = Map.of("Jänner", Month.JANUARY, "Feber", Month.FEBRUARY,
            "Maerz", Month.MARCH, "Mrz", Month.MARCH, "setiembre", Month.SEPTEMBER, "set", Month.SEPTEMBER);
    private static final Set<String> BETWEEN = Set.of("a", "al", "am", "at", "d", "de", "del", "dem", "den", "der",
            "du",
            "el", "het", "l", "le", "of", "on", "op", "the", "um", "van", "vom", "คศ", "พศ");
    private static final int SHORTEST_ABBREVIATION = 3;
    /** Latin accents; other scripts need their marks. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    private final Map<String, Integer> months = new HashMap<>();
    /** Names of several words, in Arabic. */
    private final Set<String> longNames = new HashSet<>();
    private final Set<String> weekdays = new HashSet<>();

    DateWords(Locale user) {
        Stream.concat(LANGUAGES.stream(), Stream.of(user)).forEach(language -> {
            for (Month month : Month.values()) {
                names(style -> month.getDisplayName(style, language)).forEach(name -> {
                    months.putIfAbsent(join(name), month.getValue());
                    if (name.contains(" ")) {
                        longNames.add(name);
                    }
                });
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                names(style -> day.getDisplayName(style, language)).forEach(weekdays::add);
            }
        });
        MORE_MONTHS.forEach((name, month) -> months.put(fold(name), month.getValue()));
        for (int place = 0; place < PERSIAN_MONTHS.size(); place++) {
            months.put(fold(PERSIAN_MONTHS.get(place)), LAST_INTERNATIONAL_MONTH + 1 + place);
        }
    }

    /** Makes one word of each name of several words. */
    String joinNames(String text) {
        return longNames.stream().reduce(unifyLetters(text), (joined, name) -> joined.replace(name, join(name)));
    }

    /** The number of a month: from 1, Persian ones from 13; empty if the word is none, or may be several. */
    OptionalInt month(String word) {
        String folded = fold(word);
        Integer exact = months.get(folded);
        if (exact != null) {
            return OptionalInt.of(exact);
        }
        if (folded.length() < SHORTEST_ABBREVIATION) {
            return OptionalInt.empty();
        }
        int[] meant = months.entrySet()
                .stream()
                .filter(month -> month.getKey().startsWith(folded))
                .mapToInt(Map.Entry::getValue)
                .distinct()
                .toArray();
        return meant.length == 1 ? OptionalInt.of(meant[0]) : OptionalInt.empty();
    }

    /** True for the name of a weekday. Some languages abbreviate Tuesday as others do March. */
    boolean isWeekday(String word) {
        return weekdays.contains(fold(word));
    }

    /** True for a word that may stand between the parts of a date and means nothing. */
    boolean isBetween(String word) {
        return BETWEEN.contains(fold(word));
    }

    private static Stream<String> names(Function<TextStyle, String> name) {
        // Where Java has no words for a language, it gives numbers.
        return STYLES.stream().map(name).map(DateWords::fold).filter(word -> word.matches("[\\p{L}\\p{M} ]+"));
    }

    private static String join(String name) {
        return name.replace(" ", "");
    }

    private static String fold(String word) {
        String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return unifyLetters(Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace(".", ""));
    }

    /** Persian words are also typed with an Arabic keyboard, which has other characters for two letters. */
    private static String unifyLetters(String text) {
        return text.replace('\u064A', '\u06CC').replace('\u0643', '\u06A9');
    }
}
