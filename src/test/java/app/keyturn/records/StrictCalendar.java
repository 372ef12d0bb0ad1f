package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.testkit.Records;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.util.CompatibilityHints;

/** Reads a calendar file strictly with ical4j, which did not write it. */
final class StrictCalendar {
    static {
        for (String hint : List.of(CompatibilityHints.KEY_RELAXED_UNFOLDING,
                CompatibilityHints.KEY_RELAXED_PARSING, CompatibilityHints.KEY_RELAXED_VALIDATION,
                CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY, CompatibilityHints.KEY_NOTES_COMPATIBILITY)) {
            CompatibilityHints.setHintEnabled(hint, false);
        }
    }

    private StrictCalendar() {}

    /** Reads a calendar; bytes that are not UTF-8 are errors, too. */
    static Calendar read(byte[] file) throws IOException, ParserException {
        return new CalendarBuilder().build(new UnfoldingReader(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8.newDecoder())));
    }

    /** The events of a calendar, which has nothing else but the description of its time zone. */
    static List<VEvent> events(byte[] file) throws IOException, ParserException {
        Calendar calendar = read(file);
        assertEquals(1, calendar.getComponents(Component.VTIMEZONE).size());
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertEquals(calendar.getComponents().size() - 1, events.size());
        return events;
    }

    /** The value of a property that must occur once. */
    static String value(Component component, String property) {
        List<Property> found = component.getProperties(property);
        assertEquals(1, found.size(), () -> property + " in " + component);
        return found.getFirst().getValue();
    }

    /** The value of a property in each event. */
    static List<String> values(Collection<VEvent> events, String property) {
        return events.stream().map(event -> value(event, property)).toList();
    }

    /** The time of a property in each event, in the zone that the file describes. */
    static List<LocalDateTime> times(Collection<VEvent> events, String property) {
        return events.stream().map(event -> {
            DateProperty<Temporal> time = event.getRequiredProperty(property);
            assertEquals(Records.ZONE.getId(), time.getRequiredParameter(Parameter.TZID).getValue());
            return LocalDateTime.from(time.getDate());
        }).toList();
    }
}
