package app.keyturn.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, Month.NOVEMBER, 2);
    private final Messages messages = Messages.in(Locale.ENGLISH);

    @Test
    void liveTextsChangeToTheNewLanguage() {
        StringProperty said = new SimpleStringProperty();
        said.bind(messages.live("token.kept"));
        assertEquals(Messages.in(Locale.ENGLISH).text("token.kept"), said.get());
        messages.setLanguage(Locale.GERMAN);
        assertEquals(Messages.in(Locale.GERMAN).text("token.kept"), said.get());
        assertNotEquals(Messages.in(Locale.ENGLISH).text("token.kept"), said.get());
    }

    @Test
    void liveTextsChangeWithTheirCauses() {
        SimpleIntegerProperty days = new SimpleIntegerProperty(4);
        StringProperty said = new SimpleStringProperty();
        said.bind(messages.live(() -> messages.text("start.expires.in", days.get()), days));
        days.set(5);
        assertEquals(messages.text("start.expires.in", 5), said.get());
    }

    @Test
    void aSubscriberGetsEachValueAndEachLanguage() {
        List<String> told = new ArrayList<>();
        SimpleObjectProperty<String> value = new SimpleObjectProperty<>("one");
        messages.subscribe(value, it -> told.add(it + " " + messages.locale()));
        value.set("two");
        messages.setLanguage(Locale.GERMAN);
        assertEquals(List.of("one en", "two en", "two de"), told);
    }

    @Test
    void aCopyHasTheSameLanguageAndItsOwnListeners() {
        messages.setLanguage(Locale.GERMAN);
        Messages others = messages.copy();
        List<Locale> told = new ArrayList<>();
        others.language().subscribe((_, now) -> told.add(now));
        messages.setLanguage(Locale.ENGLISH);
        assertEquals(Locale.GERMAN, others.locale());
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eo", "en", "en-GB", "und"})
    void aLanguageWithoutTextsFallsBackToEnglish(String locale) {
        Locale systems = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            messages.setLanguage(Locale.forLanguageTag(locale));
        } finally {
            Locale.setDefault(systems);
        }
        assertEquals(Locale.ENGLISH, messages.locale());
        assertEquals("Nothing has been changed.", messages.text("frame.nothing-changed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en|US|November 2, 2026|3:04 PM", "en|GB|2 November 2026|15:04",
            "de|DE|2. November 2026|15:04", "de|US|2. November 2026|15:04"})
    void datesAndTimesFollowTheUsersCountryAndTheLanguage(String text, String region, String day,
            String time) {
        Messages these = Messages.in(Locale.of(text), Locale.of("xx", region));
        assertEquals(day, these.day(DAY));
        // There is a narrow no-break space between a time and its AM or PM.
        assertEquals(time, these.time(LocalTime.of(15, 4)).replace('\u202f', ' '));
        assertEquals("November 2026", these.month(YearMonth.from(DAY)));
    }
}
