package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.SyncProof;
import app.keyturn.settings.Languages;
import app.keyturn.testkit.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.validate.ValidationEntry;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the calendar file with another library, in each language and for difficult names. */
class CalendarReadBackTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Instant NOW = Instant.parse("2026-11-22T23:40:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 22);
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2027, 9, 23), LocalDate.of(2027, 10, 23),
            LocalDate.of(2027, 11, 15), LAST_DAY);
    /**
     * RFC 5546 (3.2.1) requires an organizer in published events; RFC 5545 (3.8.4.3) forbids one without attendees.
     * None is written: a calendar would treat the event as another user's.
     */
    private static final String NO_ORGANIZER = "The following are REQUIRED, but MUST NOT occur more than once: ORGANIZER";
    /** Looks like a token: long, with letters and digits. */
    private static final Pattern TOKEN = Pattern.compile("(?=\\S*\\d)(?=\\S*[A-Za-z])[A-Za-z0-9+/=._~-]{20,}");

    /**
     * A calendar file.
     *
     * @param name the organisation's name at Microsoft
     * @param shown the name in the calendar: on one line
     */
    record CalendarFile(Locale language, String name, String shown) {
        byte[] bytes() {
            return CalendarReadBackTest.file(texts(), NOW, LAST_DAY, name, 0);
        }

        Texts texts() {
            return CalendarReadBackTest.texts(language);
        }

        @Override
        public String toString() {
            return language + ", " + shown.substring(0, 5);
        }
    }

    private static Stream<CalendarFile> everyFile() {
        String maple = "Maple School";
        String marks = "Oak, Elm; Ash\\Yew \\n \\, \\\\ : \"Trees\" 'n' {0} \uD83C\uDF41\uD83C\uDFEB";
        String japanese = "学校法人楓の木学園".repeat(23).substring(0, 200);
        return Languages.SUPPORTED.stream()
                .flatMap(language -> Stream.of(new CalendarFile(language, maple, maple),
                        new CalendarFile(language, marks + "\r\nEND:VEVENT\n,", marks + " END:VEVENT ,"),
                        new CalendarFile(language, japanese, japanese)));
    }

    private static Texts texts(Locale language) {
        return new Texts(Messages.in(language).bundle(), language);
    }

    private static byte[] file(Texts texts, Instant now, LocalDate lastDay, String tenant, int sequence) {
        RenewalRecord record = Records.with(false,
                new RenewalRecord.SignedIn(new Account("it@maple.example", Records.TENANT_ID), tenant),
                Records.byKeyturn(new SyncProof.NotYet()), Expiry.confirmed(lastDay));
        return new Reminder(texts, Clock.fixed(now, ZoneOffset.UTC)).calendar(record,
                ReminderForm.EVENT_EACH_DAY, new ReminderSeries(ID, sequence));
    }

    private static List<LocalDateTime> at(List<LocalDate> days, LocalTime time) {
        return days.stream().map(day -> day.atTime(time)).toList();
    }

    @Nested
    class TheFile {
        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void isValidAndPublished(CalendarFile file) throws IOException, ParserException {
            Calendar calendar = StrictCalendar.read(file.bytes());
            assertEquals("PUBLISH", calendar.getRequiredProperty(Property.METHOD).getValue());
            assertEquals(Set.of(NO_ORGANIZER), complaints(calendar.validate()));
            for (VEvent event : StrictCalendar.events(file.bytes())) {
                assertEquals(Set.of(), complaints(event.validate()));
                assertEquals(List.of(), event.getProperties(Property.ATTENDEE, Property.ORGANIZER, Property.RRULE));
                event.getAlarms().forEach(alarm -> assertEquals(Set.of(), complaints(alarm.validate())));
            }
        }

        private static Set<String> complaints(ValidationResult found) {
            return found.getEntries().stream().map(ValidationEntry::getMessage).collect(Collectors.toSet());
        }

        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void hasShortLinesWithoutSplitCharacters(CalendarFile file) throws CharacterCodingException {
            for (byte[] line : CalendarText.physicalLines(file.bytes())) {
                assertTrue(line.length > 0 && line.length <= 75, () -> line.length + " octets");
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            }
        }

        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void containsNoIdAndNothingLikeAToken(CalendarFile file) throws IOException, ParserException {
            Calendar calendar = StrictCalendar.read(file.bytes());
            String all = calendar.toString();
            for (String forbidden : List.of(Records.TENANT_ID, Records.OBJECT_ID, "it@maple.example")) {
                assertFalse(all.contains(forbidden), forbidden);
            }
            assertEquals(4, all.split(ID.toString(), -1).length - 1, "its own ID is only in the four UIDs");
            assertFalse(TOKEN.matcher(all.replace("keyturn-" + ID, "")).find(), all);
        }
    }

    @Nested
    class TheEvents {
        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void areFourFreeQuarterHoursAtNine(CalendarFile file) throws IOException, ParserException {
            List<VEvent> events = StrictCalendar.events(file.bytes());
            assertEquals(at(DAYS, LocalTime.of(9, 0)), StrictCalendar.times(events, Property.DTSTART));
            assertEquals(at(DAYS, LocalTime.of(9, 15)), StrictCalendar.times(events, Property.DTEND));
            assertEquals(Collections.nCopies(4, "TRANSPARENT"), StrictCalendar.values(events, Property.TRANSP));
            assertEquals(Collections.nCopies(4, "0"), StrictCalendar.values(events, Property.SEQUENCE));
            assertEquals(4, Set.copyOf(StrictCalendar.values(events, Property.UID)).size());
        }

        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void ringOnceAtTheirStartOrBefore(CalendarFile file) throws IOException, ParserException {
            for (VEvent event : StrictCalendar.events(file.bytes())) {
                List<VAlarm> alarms = event.getAlarms();
                assertEquals(1, alarms.size());
                VAlarm alarm = alarms.getFirst();
                assertEquals("DISPLAY", StrictCalendar.value(alarm, Property.ACTION));
                assertEquals(StrictCalendar.value(event, Property.SUMMARY),
                        StrictCalendar.value(alarm, Property.DESCRIPTION));
                Trigger trigger = alarm.getRequiredProperty(Property.TRIGGER);
                Duration offset = assertInstanceOf(Duration.class, trigger.getDuration());
                assertFalse(offset.isPositive(), offset.toString());
            }
        }

        @ParameterizedTest
        @MethodSource("app.keyturn.records.CalendarReadBackTest#everyFile")
        void containTheTextsOfTheBundle(CalendarFile file) throws IOException, ParserException {
            Texts texts = file.texts();
            String day = texts.day(LAST_DAY);
            List<VEvent> events = StrictCalendar.events(file.bytes());
            assertEquals(Stream.of("SIXTY_DAYS", "THIRTY_DAYS", "ONE_WEEK", "LAST_DAY")
                    .map(offset -> texts.text("reminder.summary." + offset, file.shown(), day))
                    .toList(), StrictCalendar.values(events, Property.SUMMARY));
            String description = """
                    %s
                    %s

                    %s
                    %s
                    %s
                    %s

                    %s
                    %s""".formatted(texts.text("reminder.why", texts.text("receipt.portal.SCHOOL"), day),
                    texts.text("reminder.expiry.CONFIRMED"), texts.text("reminder.how"),
                    texts.text("reminder.how.keyturn"), texts.text("reminder.how.apple", "https://school.apple.com"),
                    texts.text("reminder.how.save"), texts.text("reminder.careful"), texts.text("reminder.again"));
            assertEquals(Collections.nCopies(4, description), StrictCalendar.values(events, Property.DESCRIPTION));
        }
    }
}
