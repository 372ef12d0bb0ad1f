package app.keyturn.records;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The description of a time zone in a calendar file (RFC 5545, 3.6.5, "VTIMEZONE").
 *
 * <p>Outlook needs it beside the zone's name, and reads only clock changes on the first, second, third, fourth or last
 * weekday of a month, as a yearly rule (Microsoft, MS-OXCICAL, "VTIMEZONE"; github.com/iCalcreator/iCalcreator/issues/86
 * about lists of dates). Zones with other rules are not described: their times are written in UTC, which every program
 * reads.
 */
final class CalendarTimeZone {
    private CalendarTimeZone() {}

    /**
     * Describes a zone.
     *
     * @param first the first time to be written
     * @param last the last one
     * @return empty if times in this zone have to be written in UTC
     */
    static Optional<TimezoneAssignment> of(ZoneId zone, ZonedDateTime first, ZonedDateTime last) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return Optional.empty();
        }
        int rulesFrom = first.getYear() - 1;
        List<ZoneOffsetTransitionRule> changes = rules.getTransitionRules();
        VTimezone description = new VTimezone(zone.getId());
        if (changes.isEmpty()) {
            if (changesBetween(rules, first, last)) {
                return Optional.empty();
            }
            description.addStandardTime(withOffsets(new StandardTime(), first.toLocalDateTime().withDayOfYear(1),
                    first.getOffset(), first.getOffset()));
        } else {
            if (changesByDateSince(rules, rulesFrom)) {
                return Optional.empty();
            }
            for (ZoneOffsetTransitionRule change : changes) {
                ZoneOffsetTransition example = change.createTransition(rulesFrom);
                Optional<Recurrence> yearly = yearly(change, example);
                if (yearly.isEmpty()) {
                    return Optional.empty();
                }
                addChange(description, change, example, yearly.get());
            }
        }
        return Optional.of(new TimezoneAssignment(TimeZone.getTimeZone(zone), description));
    }

    private static boolean changesBetween(ZoneRules rules, ZonedDateTime first, ZonedDateTime last) {
        ZoneOffsetTransition next = rules.nextTransition(first.toInstant());
        return next != null && next.getInstant().isBefore(last.toInstant());
    }

    /** True if the zone has single changes, which no rule describes, in a year or later. */
    private static boolean changesByDateSince(ZoneRules rules, int year) {
        return !rules.getTransitions().isEmpty()
                && rules.getTransitions().getLast().getDateTimeBefore().getYear() >= year;
    }

    private static void addChange(VTimezone description, ZoneOffsetTransitionRule change,
            ZoneOffsetTransition example, Recurrence yearly) {
        if (change.getOffsetAfter().equals(change.getStandardOffset())) {
            StandardTime standard = withOffsets(new StandardTime(), example.getDateTimeBefore(),
                    change.getOffsetBefore(), change.getOffsetAfter());
            standard.setRecurrenceRule(yearly);
            description.addStandardTime(standard);
        } else {
            DaylightSavingsTime daylight = withOffsets(new DaylightSavingsTime(), example.getDateTimeBefore(),
                    change.getOffsetBefore(), change.getOffsetAfter());
            daylight.setRecurrenceRule(yearly);
            description.addDaylightSavingsTime(daylight);
        }
    }

    private static <T extends Observance> T withOffsets(T observance, LocalDateTime start, ZoneOffset before,
            ZoneOffset after) {
        observance.setDateStart(new DateTimeComponents(start.getYear(), start.getMonthValue(), start.getDayOfMonth(),
                start.getHour(), start.getMinute(), start.getSecond(), false));
        observance.setTimezoneOffsetFrom(offset(before));
        observance.setTimezoneOffsetTo(offset(after));
        return observance;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }

    /** The rule in a form that Outlook can read; empty if there is none. */
    private static Optional<Recurrence> yearly(ZoneOffsetTransitionRule change, ZoneOffsetTransition example) {
        // A change given in UTC or at midnight can be on the day before or after by the clock.
        if (change.getDayOfWeek() == null
                || example.getDateTimeBefore().getDayOfWeek() != change.getDayOfWeek()) {
            return Optional.empty();
        }
        int day = change.getDayOfMonthIndicator();
        boolean lastWeek = day == -1 || day == change.getMonth().maxLength() - 6;
        if (!lastWeek && (day % 7 != 1 || day > 22)) {
            return Optional.empty();
        }
        int week = lastWeek ? -1 : day / 7 + 1;
        return Optional.of(new Recurrence.Builder(Frequency.YEARLY).byMonth(change.getMonth().getValue())
                .byDay(week, DayOfWeek.valueOf(change.getDayOfWeek().name()))
                .build());
    }
}
