package app.keyturn.i18n;

import app.keyturn.i18n.DateReading.Ambiguous;
import app.keyturn.i18n.DateReading.Day;
import app.keyturn.i18n.DateReading.Empty;
import app.keyturn.i18n.DateReading.Unreadable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a date as a user types it, or copies it from Apple's page: in numbers or in words, in any digits, with or without
 * a weekday, a time, or words around it. Day and month are never guessed: a text that fits two days is a question.
 */
public final class DateParser {
    private static final String GAP = "[\\s,./()'-]*";
    private static final String DAY = "(?<day>\\d{1,2})(?!\\d)";
    private static final String YEAR = "(?<year>\\d{4}|\\d{2})(?!\\d)";
    /** Not in the middle of a number or of another date, nor at the number of a month in letters. */
    private static final String BEGIN = "(?<![\\d./\\uE000-])";

    private static final List<Pattern> WITH_MONTH_IN_LETTERS = List.of(
            Pattern.compile(BEGIN + DAY + GAP + DateText.MONTH + GAP + YEAR),
            Pattern.compile(DateText.MONTH + GAP + DAY + GAP + YEAR),
            Pattern.compile("(?<!\\d)(?<year>\\d{4})(?!\\d)" + GAP + DateText.MONTH + GAP + DAY));
    private static final Pattern IN_NUMBERS = Pattern
            .compile(BEGIN + "(?<first>\\d{1,4})(?: ?(?<mark>[./,-]) ?|(?<space> ))"
                    + "(?<second>\\d{1,2})(?: ?\\k<mark> ?|\\k<space>| (?=\\d{4}))'?(?<third>\\d{1,4})(?!\\d|[./-]\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d{6}|\\d{8}");
    private static final Pattern TWO_NUMBERS = Pattern
            .compile("(?<first>\\d{1,2}) ?(?<mark>[./-]) ?(?<second>\\d{1,2}) ?\\.?");
    private static final List<Pattern> WITHOUT_YEAR = List.of(
            Pattern.compile(",? ?" + DAY + GAP + DateText.MONTH + GAP),
            Pattern.compile(",? ?" + DateText.MONTH + GAP + DAY + GAP));

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");

    /** A token expires about a year from now: a day far from that was not meant if another reading is near. */
    private static final int MAX_YEARS_AHEAD = 10;
    /** Enough for a date with a sentence around it. */
    private static final int MAX_LENGTH = 200;
    /** Until the next leap day. */
    private static final int MAX_YEARS_TO_NEXT = 8;

    private final Set<DateOrder> orders;
    private final Set<LocalCalendar> calendars;

    /**
     * Creates a parser.
     *
     * @param user the language and country of the user's dates
     * @param shown the locale in which dates are shown to the user
     */
    public DateParser(Locale user, Locale shown) {
        orders = EnumSet.copyOf(DateOrder.of(user));
        orders.addAll(DateOrder.of(shown));
        calendars = LocalCalendar.of(user);
    }

    /**
     * Reads a date.
     *
     * @param typed any text
     * @param today completes a year of two digits, or one that is missing
     */
    public DateReading read(String typed, LocalDate today) {
        if (typed.length() > MAX_LENGTH) {
            return new Unreadable();
        }
        if (INVISIBLE.matcher(typed).matches()) {
            return new Empty();
        }
        List<Meaning> found = meanings(DateText.normalize(typed), today);
        List<LocalDate> days = found.stream().flatMap(meaning -> meaning.days().stream()).distinct().toList();
        if (days.isEmpty()) {
            return new Unreadable();
        }
        return days.size() == 1 && found.stream().allMatch(Meaning::certain)
                ? new Day(days.getFirst())
                : new Ambiguous(days);
    }

    /**
     * What one date in a text may mean.
     *
     * @param certain false if the user has to be asked, even about a single day
     */
    private record Meaning(List<LocalDate> days, boolean certain) {}

    private List<Meaning> meanings(String text, LocalDate today) {
        List<Meaning> complete = Stream
                .concat(WITH_MONTH_IN_LETTERS.stream()
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .map(match -> inLetters(match, today)),
                        IN_NUMBERS.matcher(text).results().map(match -> inNumbers(match, today)))
                .toList();
        if (!complete.isEmpty()) {
            return complete;
        }
        return List.of(DIGITS.matcher(text).matches() ? digits(text, today) : withoutYear(text, today));
    }

    private Meaning inLetters(MatchResult match, LocalDate today) {
        String year = match.group("year");
        String day = match.group("day");
        int month = Integer.parseInt(match.group("month"));
        Stream<LocalDate> yearFirst = year.length() > 2 ? Stream.empty() : dayOfNamedMonth(day, month, year, today);
        return choose(dayOfNamedMonth(year, month, day, today), yearFirst, today);
    }

    private Meaning inNumbers(MatchResult match, LocalDate today) {
        return inNumbers(List.of(match.group("first"), match.group("second"), match.group("third")),
                usual(".".equals(match.group("mark"))), today);
    }

    private Meaning inNumbers(List<String> numbers, Set<DateOrder> usual, LocalDate today) {
        Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
        if (numbers.getFirst().length() > 2) {
            possible = EnumSet.of(DateOrder.YEAR_MONTH_DAY);
        } else if (numbers.getLast().length() > 2) {
            possible.remove(DateOrder.YEAR_MONTH_DAY);
        }
        Set<DateOrder> expected = EnumSet.copyOf(possible);
        expected.retainAll(usual);
        return choose(days(expected.isEmpty() ? possible : expected, numbers, today), days(possible, numbers, today),
                today);
    }

    private Meaning digits(String digits, LocalDate today) {
        Set<DateOrder> usual = usual(false);
        if (digits.length() == 6) {
            return inNumbers(split(digits, 2, 4), usual, today);
        }
        List<String> yearFirst = split(digits, 4, 6);
        return day(calendars, yearFirst.get(0), Integer.parseInt(yearFirst.get(1)), yearFirst.get(2), today).findAny()
                .isPresent()
                        ? inNumbers(yearFirst, usual, today)
                        : inNumbers(split(digits, 2, 4), usual, today);
    }

    private static List<String> split(String digits, int first, int second) {
        return List.of(digits.substring(0, first), digits.substring(first, second), digits.substring(second));
    }

    /** The next such day after today, which the user has to confirm: a token of today expires in a year. */
    private Meaning withoutYear(String text, LocalDate today) {
        Stream<LocalDate> inLetters = WITHOUT_YEAR.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .flatMap(match -> next(Integer.parseInt(match.group("month")), match.group("day"), today));
        Matcher numbers = TWO_NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return new Meaning(inLetters.toList(), false);
        }
        String first = numbers.group("first");
        String second = numbers.group("second");
        return new Meaning(usual(".".equals(numbers.group("mark"))).stream()
                .flatMap(order -> order == DateOrder.DAY_MONTH_YEAR
                        ? next(Integer.parseInt(second), first, today)
                        : next(Integer.parseInt(first), second, today))
                .toList(), false);
    }

    private Stream<LocalDate> next(int month, String day, LocalDate today) {
        return IntStream.rangeClosed(0, MAX_YEARS_TO_NEXT)
                .boxed()
                .flatMap(years -> dayOfNamedMonth(String.valueOf(today.getYear() + years), month, day, today))
                .filter(found -> found.isAfter(today))
                .limit(1);
    }

    /** @param dots true if dots separate the numbers: where they are not usual, they come from where the day is first */
    private Set<DateOrder> usual(boolean dots) {
        Set<DateOrder> usual = EnumSet.copyOf(orders);
        if (dots && usual.contains(DateOrder.MONTH_DAY_YEAR)) {
            usual.add(DateOrder.DAY_MONTH_YEAR);
        }
        return usual;
    }

    private Stream<LocalDate> days(Set<DateOrder> orders, List<String> numbers, LocalDate today) {
        String first = numbers.get(0);
        String second = numbers.get(1);
        String third = numbers.get(2);
        return orders.stream()
                .flatMap(order -> switch (order) {
                    case DAY_MONTH_YEAR -> day(calendars, third, Integer.parseInt(second), first, today);
                    case MONTH_DAY_YEAR -> day(calendars, third, Integer.parseInt(first), second, today);
                    case YEAR_MONTH_DAY -> day(calendars, first, Integer.parseInt(second), third, today);
                });
    }

    /** @param month as {@link DateWords#month} counts them */
    private Stream<LocalDate> dayOfNamedMonth(String year, int month, String day, LocalDate today) {
        return month <= DateWords.LAST_INTERNATIONAL_MONTH
                ? day(calendars, year, month, day, today)
                : day(EnumSet.of(LocalCalendar.PERSIAN), year, month - DateWords.LAST_INTERNATIONAL_MONTH, day, today);
    }

    private static Stream<LocalDate> day(Set<LocalCalendar> calendars, String year, int month, String day,
            LocalDate today) {
        return year.length() == 1 || day.length() > 2
                ? Stream.empty()
                : LocalCalendar.read(calendars, year, month, Integer.parseInt(day), today).stream();
    }

    /**
     * Chooses among the readings of a text.
     *
     * @param usual those that the user's orders allow
     * @param possible all of them, for a text that is none of the usual ones, or whose usual reading is far off
     */
    private static Meaning choose(Stream<LocalDate> usual, Stream<LocalDate> possible, LocalDate today) {
        List<LocalDate> expected = usual.distinct().toList();
        List<LocalDate> all = Stream.concat(expected.stream(), possible).distinct().toList();
        List<LocalDate> near = all.stream().filter(day -> isNear(day, today)).toList();
        if (expected.stream().anyMatch(near::contains)) {
            return new Meaning(expected.stream().filter(near::contains).toList(), expected.size() == 1);
        }
        return near.isEmpty() && !expected.isEmpty()
                ? new Meaning(expected, expected.size() == 1)
                : new Meaning(near.isEmpty() ? all : near, false);
    }

    private static boolean isNear(LocalDate day, LocalDate today) {
        return day.isAfter(today.minusYears(1)) && day.isBefore(today.plusYears(MAX_YEARS_AHEAD));
    }
}
