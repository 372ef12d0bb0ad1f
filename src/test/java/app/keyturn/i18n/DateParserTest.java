package app.keyturn.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.Seed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users type, by country; the table is {@code typed-dates.csv}. */
class DateParserTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "nl", "ja", "th", "ar", "fa");
    private static final Set<String> OTHER_MONTHS = Set.of("AF", "DZ", "IQ", "JO", "LB", "MA", "MR", "PS", "SY", "TN");
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2027, 3, 7), LocalDate.of(2027, 11, 30),
            LocalDate.of(2027, 5, 1), LocalDate.of(2028, 2, 29), LocalDate.of(2027, 8, 9), LocalDate.of(2027, 6, 12));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "typed-dates.csv", numLinesToSkip = 1, delimiter = ';')
    void usualWaysAreRead(String locales, String typed, String meant) {
        for (String locale : locales.split(" ", -1)) {
            assertEquals(meant, meaning(typed, locale), locale);
        }
    }

    /** All locales of these languages, but the countries that have other words for the months. */
    static Stream<Locale> locales() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> LANGUAGES.contains(locale.getLanguage()) && locale.getVariant().isEmpty())
                .filter(locale -> !OTHER_MONTHS.contains(locale.getCountry()));
    }

    /** Java's formats are the usual ones of each country, as Unicode has collected them. */
    @ParameterizedTest
    @MethodSource("locales")
    void whatTheSystemWritesIsReadOrAskedAbout(Locale locale) {
        DateParser parser = new DateParser(locale, Messages.in(locale, locale).formatLocale());
        for (LocalDate day : DAYS) {
            for (FormatStyle style : FormatStyle.values()) {
                String written = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(day);
                DateReading reading = parser.read(written, TODAY);
                assertTrue(days(reading).contains(day), written + " is " + reading);
            }
        }
    }

    /** The field shows the date in the language of the texts, and reads its own text again. */
    @ParameterizedTest
    @MethodSource("locales")
    void whatIsShownIsRead(Locale user) {
        for (String language : List.of("en", "de", "fr", "es", "nl", "ja")) {
            Messages messages = Messages.in(Locale.of(language), user);
            DateParser parser = new DateParser(user, messages.formatLocale());
            for (LocalDate day : DAYS) {
                assertEquals(new DateReading.Day(day), parser.read(messages.day(day), TODAY), messages.day(day));
            }
        }
    }

    /** Spaces and signs that cannot be seen, from web pages and from Java's own formats. */
    @ParameterizedTest
    @ValueSource(strings = {"March\u00A07,\u00A02027", "\u202FMarch 7,\u2009 2027", "\u200E3/7/2027\u200F",
            " 3 / 7 / 2027\t",
            "3\u20447\u20442027", "3\u20117\u20112027", "3\u20137\u20132027", "3\u22127\u22122027", "\uFEFF3/7/2027\n",
            "2027\u5E743\u67087\u65E5\uFF08\u65E5\uFF09", "3\uFF0F7\uFF0F2027",
            "\u0663/\u0667/\u0662\u0660\u0662\u0667"})
    void signsOfAllKindsAreRead(String typed) {
        assertEquals("2027-03-07", meaning(typed, "en-US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B", "\t\n"})
    void nothingIsEmpty(String typed) {
        assertEquals("empty", meaning(typed, "en-US"));
    }

    /** Neither exceptions nor days of other centuries, whatever is typed or pasted. */
    @Test
    void anyTextHasAnAnswer() {
        Random random = new Random(Seed.of(DateParserTest.class));
        String alphabet = "0123456789/.-, '\u00A0\u5E74\u6708\u65E5marchM\u00E4rz\u0667\u0E21\u0E35:T\uE000()?";
        DateParser parser = new DateParser(Locale.US, Locale.US);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (LocalDate day : days(parser.read(text.toString(), TODAY))) {
                assertTrue(day.getYear() >= 1900 && day.getYear() < 2200, text + " is " + day);
            }
        }
    }

    /** In any notation, a date in numbers is the one that the user's country writes so, or a question with it. */
    @Test
    void dayAndMonthAreNeverSwapped() {
        Random random = new Random(Seed.of(DateParserTest.class));
        Map<String, String> orders = Map.of("en-US", "mdy", "en-GB", "dmy", "de-DE", "dmy", "fr-FR", "dmy", "es-ES",
                "dmy",
                "nl-NL", "dmy", "ja-JP", "ymd", "th-TH", "dmy", "ar-EG", "dmy");
        orders.forEach((locale, order) -> {
            DateParser parser = new DateParser(Locale.forLanguageTag(locale), Locale.forLanguageTag(locale));
            for (int round = 0; round < 2_000; round++) {
                LocalDate day = TODAY.plusDays(random.nextInt(700));
                String mark = List.of("/", "-", ".", " ", " / ", ". ").get(random.nextInt(6));
                boolean zeros = random.nextBoolean();
                boolean shortYear = random.nextBoolean();
                String typed = order.chars()
                        .mapToObj(part -> switch (part) {
                            case 'd' -> (zeros ? "%02d" : "%d").formatted(day.getDayOfMonth());
                            case 'm' -> (zeros ? "%02d" : "%d").formatted(day.getMonthValue());
                            default ->
                                shortYear ? "%02d".formatted(day.getYear() % 100) : "%d".formatted(day.getYear());
                        })
                        .collect(Collectors.joining(mark));
                DateReading reading = parser.read(typed, TODAY);
                assertTrue(days(reading).contains(day), locale + ": " + typed + " is " + reading);
                boolean dotsInTheUsa = locale.equals("en-US") && mark.startsWith(".");
                assertTrue(dotsInTheUsa || reading instanceof DateReading.Day,
                        locale + ": " + typed + " is " + reading);
            }
        });
    }

    /** Java writes numbers with the digits of the system's language, unless it is told otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "tr-TR"})
    void theSystemsLanguageDoesNotMatter(String system) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(system));
            assertEquals("2027-04-07", meaning("7 APRIL 2027", "en-GB"));
            assertEquals("2027-04-07", meaning("7/4/27", "en-GB"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongTextIsNoDate() {
        assertEquals("unreadable", meaning("1 ".repeat(50_000) + "7 March 2027", "en-GB"));
    }

    private static String meaning(String typed, String locale) {
        Locale user = Locale.forLanguageTag(locale);
        return switch (new DateParser(user, user).read(typed, TODAY)) {
            case DateReading.Empty _ -> "empty";
            case DateReading.Day(LocalDate day) -> day.toString();
            case DateReading.Ambiguous(List<LocalDate> days) ->
                days.stream().map(LocalDate::toString).collect(Collectors.joining("|", "?", ""));
            case DateReading.Unreadable _ -> "unreadable";
        };
    }

    private static List<LocalDate> days(DateReading reading) {
        return switch (reading) {
            case DateReading.Day(LocalDate day) -> List.of(day);
            case DateReading.Ambiguous(List<LocalDate> days) -> days;
            case DateReading.Empty _,DateReading.Unreadable _ -> List.of();
        };
    }
}
