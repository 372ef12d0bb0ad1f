package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** The components of a calendar, which must be events. */
    static List<VEvent> events(byte[] file) throws IOException, ParserException {
        return read(file).getComponents().stream().map(component -> assertInstanceOf(VEvent.class, component)).toList();
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

    /** The time of a property in each event, which must have no zone. */
    static List<LocalDateTime> times(Collection<VEvent> events, String property) {
        return events.stream().map(event -> {
            DateProperty<Temporal> time = event.getRequiredProperty(property);
            assertTrue(time.getParameters().isEmpty(), time.toString());
            return assertInstanceOf(LocalDateTime.class, time.getDate(), time.toString());
        }).toList();
    }
}
