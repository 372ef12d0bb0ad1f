package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.CalendarText.Component;
import app.keyturn.records.CalendarText.Line;
import app.keyturn.testkit.Records;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of a calendar file, read by the file's own description of the zone and by nothing else. */
class CalendarTimeZoneTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T23:40:00Z"), ZoneOffset.UTC);
    /** What Outlook can read. */
    private static final Pattern YEARLY = Pattern
            .compile("FREQ=YEARLY;BYDAY=(-1|[1-4])([A-Z]{2});BYMONTH=(\\d+)");

    private static Component calendar(String zone, LocalDate lastDay) {
        RenewalRecord record = Records.until(lastDay);
        RenewalRecord there = new RenewalRecord(record.practice(), record.keyturnVersion(), record.portal(),
                record.signedIn(), record.app(), record.savedAt(), ZoneId.of(zone), record.work(), record.expiry(),
                record.oldToken());
        return CalendarText.read(new Reminder(Records.words(), CLOCK).calendar(there, ReminderForm.EVENT_EACH_DAY,
                new ReminderSeries(new UUID(1, 2), 1)));
    }

    /** Java's own zones: ical4j, with which other tests read calendars, adds those of the calendars. */
    private static Stream<String> zones() {
        return Stream.concat(
                Arrays.stream(TimeZone.getAvailableIDs()).filter(ZoneId.getAvailableZoneIds()::contains).sorted(),
                Stream.of("Z", "+05:30", "-11:00", "UTC+3"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void nineIsNineInEveryZoneAllTheYear(String zone) {
        for (int month = 0; month < 12; month++) {
            LocalDate lastDay = LocalDate.of(2027, 6, 15).plusMonths(month);
            Component calendar = calendar(zone, lastDay);
            List<Instant> expected = Stream.of(60, 30, 7, 0)
                    .map(days -> lastDay.minusDays(days).atTime(9, 0).atZone(ZoneId.of(zone)).toInstant())
                    .toList();
            assertEquals(expected,
                    calendar.all("VEVENT").stream().map(event -> start(calendar, event)).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Auckland",
            "Europe/London", "Europe/Dublin", "Asia/Tokyo", "Asia/Kolkata", "America/Phoenix"})
    void commonZonesAreDescribed(String zone) {
        List<Component> descriptions = calendar(zone, LocalDate.of(2027, 11, 22)).all("VTIMEZONE");
        assertEquals(List.of(zone), descriptions.stream().map(description -> description.text("TZID")).toList());
    }

    /** Clock changes on the second Sunday after the 2nd, on the eve of a day, on given dates; fixed zones. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Pacific/Easter", "Africa/Casablanca", "Asia/Gaza", "Etc/GMT+5", "Z"})
    void timesOfZonesWithOtherRulesAreInUtc(String zone) {
        Component calendar = calendar(zone, LocalDate.of(2027, 4, 22));
        assertEquals(List.of(), calendar.all("VTIMEZONE"));
        assertTrue(calendar.all("VEVENT").stream().allMatch(event -> event.text("DTSTART").endsWith("Z")));
    }

    @Test
    void lordHowesHalfHourIsDescribed() {
        Component zone = calendar("Australia/Lord_Howe", LocalDate.of(2027, 11, 22)).all("VTIMEZONE").getFirst();
        assertEquals("+1100", zone.all("DAYLIGHT").getFirst().text("TZOFFSETTO"));
        assertEquals("+1030", zone.all("STANDARD").getFirst().text("TZOFFSETTO"));
    }

    private static Instant start(Component calendar, Component event) {
        Line start = event.lines().stream().filter(line -> line.name().equals("DTSTART")).findFirst().orElseThrow();
        if (start.value().endsWith("Z")) {
            assertEquals("", start.parameters());
            return LocalDateTime.parse(start.value().substring(0, 15), TIME).toInstant(ZoneOffset.UTC);
        }
        Component zone = calendar.all("VTIMEZONE").getFirst();
        assertEquals(";TZID=" + zone.text("TZID"), start.parameters());
        LocalDateTime local = LocalDateTime.parse(start.value(), TIME);
        Component current = zone.children()
                .stream()
                .max(Comparator.comparing(observance -> lastOnset(observance, local)))
                .orElseThrow();
        return local.toInstant(ZoneOffset.of(current.text("TZOFFSETTO")));
    }

    /** When a component began to count, the last time before a moment. */
    private static LocalDateTime lastOnset(Component observance, LocalDateTime moment) {
        LocalDateTime first = LocalDateTime.parse(observance.text("DTSTART"), TIME);
        assertTrue(first.isBefore(moment), observance.toString());
        if (observance.lines().stream().noneMatch(line -> line.name().equals("RRULE"))) {
            return first;
        }
        Matcher yearly = YEARLY.matcher(observance.text("RRULE"));
        assertTrue(yearly.matches(), observance.toString());
        LocalDateTime sameYear = onset(yearly, moment.getYear(), first.toLocalTime());
        assertEquals(first, onset(yearly, first.getYear(), first.toLocalTime()), "the first is one of the rule");
        return sameYear.isAfter(moment) ? onset(yearly, moment.getYear() - 1, first.toLocalTime()) : sameYear;
    }

    private static LocalDateTime onset(Matcher yearly, int year, LocalTime time) {
        DayOfWeek day = Stream.of(DayOfWeek.values())
                .filter(candidate -> candidate.name().startsWith(yearly.group(2)))
                .findFirst()
                .orElseThrow();
        return LocalDate.of(year, Integer.parseInt(yearly.group(3)), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(yearly.group(1)), day))
                .atTime(time);
    }
}
