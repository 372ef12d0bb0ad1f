package app.keyturn.i18n;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The order in which a date is written in numbers.
 *
 * <p>A table of countries, because Java's formats follow the language as well: they write English in Japan as in the
 * USA. Source: Unicode CLDR, {@code dateFormats}; for countries that use several orders, Wikipedia, "List of date formats
 * by country".
 */
enum DateOrder {
    DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY;

    /** The USA and its territories, and the Marshall Islands. */
    private static final Set<String> MONTH_FIRST = Set.of("AS", "GU", "MH", "MP", "UM", "US", "VI");
    /** Sources differ about some of these. */
    private static final Set<String> DAY_OR_MONTH_FIRST = Set.of("BI", "FM", "PA", "PH", "PR", "PW");
    private static final Set<String> YEAR_FIRST = Set.of("BT", "CN", "HU", "IR", "JP", "KP", "KR", "LT", "MN", "TW");
    private static final Set<String> YEAR_FIRST_LANGUAGES = Set.of("fa", "hu", "ja", "ko", "lt", "mn", "zh");
    private static final String ANY_ORDER = "CA";
    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    /** The orders in which this user may write dates. */
    static Set<DateOrder> of(Locale user) {
        String country = user.getCountry();
        String language = user.getLanguage();
        if (country.isEmpty()) {
            return ofLanguage(language);
        }
        if (country.equals(ANY_ORDER)) {
            return EnumSet.allOf(DateOrder.class);
        }
        if (YEAR_FIRST.contains(country)) {
            return EnumSet.of(YEAR_MONTH_DAY);
        }
        if (MONTH_FIRST.contains(country) && language.equals(ENGLISH)) {
            return EnumSet.of(MONTH_DAY_YEAR);
        }
        // Speakers of other languages in these countries may keep the order of their language.
        return MONTH_FIRST.contains(country) || DAY_OR_MONTH_FIRST.contains(country)
                ? EnumSet.of(DAY_MONTH_YEAR, MONTH_DAY_YEAR)
                : EnumSet.of(DAY_MONTH_YEAR);
    }

    private static Set<DateOrder> ofLanguage(String language) {
        if (YEAR_FIRST_LANGUAGES.contains(language)) {
            return EnumSet.of(YEAR_MONTH_DAY);
        }
        return language.equals(ENGLISH) ? EnumSet.of(DAY_MONTH_YEAR, MONTH_DAY_YEAR) : EnumSet.of(DAY_MONTH_YEAR);
    }
}
