package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.records.CalendarText.Component;
import app.keyturn.records.CalendarText.Line;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SyncProof;
import app.keyturn.testkit.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 22);

    private final Reminder reminder = at("2026-11-22T23:40:00Z");

    private static Reminder at(String now) {
        return new Reminder(Records.words(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private List<Component> events(RenewalRecord record) {
        return events(reminder, record, ReminderForm.EVENT_EACH_DAY);
    }

    private static List<Component> events(Reminder reminder, RenewalRecord record, ReminderForm form) {
        return CalendarText.read(reminder.calendar(record, form, new ReminderSeries(ID, 0))).all("VEVENT");
    }

    private static byte[] calendar(Reminder reminder, RenewalRecord record, int sequence) {
        return reminder.calendar(record, ReminderForm.EVENT_EACH_DAY, new ReminderSeries(ID, sequence));
    }

    private static List<String> all(List<Component> events, String property) {
        return events.stream().map(event -> event.text(property)).toList();
    }

    @Nested
    class TheDays {
        @Test
        void areSixtyThirtyAndSevenDaysBeforeAndTheLastDay() {
            List<LocalDate> days = List.of(LocalDate.of(2027, 9, 23), LocalDate.of(2027, 10, 23),
                    LocalDate.of(2027, 11, 15), LAST_DAY);
            assertEquals(days, reminder.days(Records.until(LAST_DAY)));
            List<Component> events = events(Records.until(LAST_DAY));
            assertEquals(List.of("20270923T090000", "20271023T090000", "20271115T090000", "20271122T090000"),
                    all(events, "DTSTART"));
            assertEquals(List.of("20270923T091500", "20271023T091500", "20271115T091500", "20271122T091500"),
                    all(events, "DTEND"));
        }

        @Test
        void areInTheZoneOfTheRenewalWhateverTheProgramsZoneIs() {
            TimeZone before = TimeZone.getDefault();
            try {
                for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles", "UTC")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    Component event = events(Records.until(LAST_DAY)).getLast();
                    assertTrue(event.lines().contains(new Line("DTSTART", ";TZID=Europe/Berlin", "20271122T090000")),
                            event.toString());
                    assertEquals("20261122T234000Z", event.text("DTSTAMP"));
                }
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @Test
        void thatHavePassedAreLeftOut() {
            // 1 January, 1:30 in Berlin, so the 30th day before the expiry is over there.
            Reminder late = at("2026-12-31T00:30:00Z");
            RenewalRecord record = Records.until(LocalDate.of(2027, 1, 29));
            assertEquals(List.of(LocalDate.of(2027, 1, 22), LocalDate.of(2027, 1, 29)), late.days(record));
            assertEquals(2, events(late, record, ReminderForm.EVENT_EACH_DAY).size());
        }

        @Test
        void includeTodayUntilNine() {
            RenewalRecord today = Records.until(LocalDate.of(2026, 11, 23));
            assertEquals(List.of(LocalDate.of(2026, 11, 23)), at("2026-11-23T07:59:59Z").days(today));
            assertEquals(List.of(), at("2026-11-23T08:00:00Z").days(today), "an alarm in the past never rings");
        }

        @Test
        void areNoneOnceTheTokenHasExpired() {
            RenewalRecord record = Records.until(LocalDate.of(2026, 11, 22));
            assertEquals(List.of(), reminder.days(record));
            assertThrows(IllegalArgumentException.class, () -> calendar(reminder, record, 0));
        }

        @Test
        void includeALeapDay() {
            assertEquals(List.of("20271231T090000", "20280130T090000", "20280222T090000", "20280229T090000"),
                    all(events(Records.until(LocalDate.of(2028, 2, 29))), "DTSTART"));
            assertEquals("20280223T090000", events(Records.until(LocalDate.of(2028, 3, 1))).get(2).text("DTSTART"));
        }
    }

    @Nested
    class TheFile {
        @Test
        void isPublishedWithoutAttendees() {
            byte[] file = calendar(reminder, Records.until(LAST_DAY), 0);
            Component calendar = CalendarText.read(file);
            assertEquals("VCALENDAR", calendar.name());
            assertEquals("2.0", calendar.text("VERSION"));
            assertEquals("PUBLISH", calendar.text("METHOD"));
            assertEquals("-//Keyturn//Keyturn 1.2.3//EN", calendar.text("PRODID"));
            String text = text(file);
            for (String forbidden : List.of("ATTENDEE", "ORGANIZER", "X-WR-CALNAME")) {
                assertFalse(text.contains(forbidden), forbidden);
            }
        }

        @Test
        void doesNotShowTheUserAsBusy() {
            assertEquals(List.of("TRANSPARENT", "TRANSPARENT", "TRANSPARENT", "TRANSPARENT"),
                    all(events(Records.until(LAST_DAY)), "TRANSP"));
        }

        @Test
        void ringsOnceAtTheStartOfEachEvent() {
            for (Component event : events(Records.until(LAST_DAY))) {
                assertEquals(1, event.children().size());
                Component alarm = event.children().getFirst();
                assertEquals("VALARM", alarm.name());
                assertEquals("DISPLAY", alarm.text("ACTION"));
                assertTrue(alarm.lines().contains(new Line("TRIGGER", "", "PT0S")), alarm.toString());
                assertEquals(event.text("SUMMARY"), alarm.text("DESCRIPTION"));
            }
        }

        @Test
        void keepsItsUidsAndIncreasesItsSequenceWhenWrittenAgain() {
            List<Component> first = CalendarText.read(calendar(reminder, Records.until(LAST_DAY), 0)).all("VEVENT");
            List<Component> again = CalendarText.read(calendar(at("2027-01-01T00:00:00Z"), Records.until(LAST_DAY), 1))
                    .all("VEVENT");
            assertEquals(all(first, "UID"), all(again, "UID"));
            String uid = "keyturn-" + ID + "-20271122";
            assertEquals(List.of(uid + "-60", uid, uid + "-7", uid + "-0"), all(first, "UID"));
            assertEquals(List.of("0", "0", "0", "0"), all(first, "SEQUENCE"));
            assertEquals(List.of("1", "1", "1", "1"), all(again, "SEQUENCE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2028-10-24", "2028-11-22", "2027-11-25"})
        void hasNewUidsForAnotherExpiryDateSinceSomeProgramsRefuseKnownOnes(LocalDate lastDay) {
            List<String> first = all(events(Records.until(LAST_DAY)), "UID");
            List<String> next = all(events(Records.until(lastDay)), "UID");
            assertTrue(Collections.disjoint(first, next), () -> first + ", " + next);
        }

        @Test
        void isTheSameForTheSameFacts() {
            assertArrayEquals(calendar(reminder, Records.until(LAST_DAY), 0),
                    calendar(reminder, Records.until(LAST_DAY), 0));
        }

        @Test
        void foldsAtSeventyFiveOctetsAndSplitsNoCharacter() {
            RenewalRecord record = named("Økologisk \uD83C\uDF41 学校学校学校学校学校学校学校学校学校学校学校学校学校学校学校学校学校学校");
            byte[] file = calendar(reminder, record, 0);
            for (byte[] line : CalendarText.physicalLines(file)) {
                assertTrue(line.length <= 75, () -> line.length + " octets");
                assertArrayEquals(line, new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(CalendarText.read(file).all("VEVENT").getFirst().text("SUMMARY").contains("\uD83C\uDF41 学校学校"));
        }

        @Test
        void keepsCommasSemicolonsAndBackslashes() {
            Component event = events(named("Oak, Elm; Ash\\Yew: \"Trees\"")).getFirst();
            assertEquals("Renew the Apple token of Oak, Elm; Ash\\Yew: \"Trees\": it runs out on November 22, 2027",
                    event.text("SUMMARY"));
        }

        @Test
        void removesLineBreaksFromNames() {
            Component event = events(named("Maple\r\nATTENDEE:mailto:x@y.example\n\u202Eloohcs")).getFirst();
            assertEquals("Renew the Apple token of Maple ATTENDEE:mailto:x@y.example loohcs: "
                    + "it runs out on November 22, 2027", event.text("SUMMARY"));
        }

        @Test
        void isNamedAfterTheDateOfTheSaveInTheUsersTimeZone() {
            assertEquals("keyturn-reminder-2026-11-23.ics",
                    reminder.fileName(Records.until(LAST_DAY), ReminderForm.ONE_EVENT));
        }
    }

    @Nested
    class TheSingleEvent {
        private List<Component> events(Reminder at, LocalDate lastDay) {
            return ReminderTest.events(at, Records.until(lastDay), ReminderForm.ONE_EVENT);
        }

        /** Where the event is and when it rings, by how many days are left at 0:40 o'clock. */
        @ParameterizedTest
        @CsvSource({"364, 30 7", "60, 30 7", "31, 30 7", "30, 30 7", "29, 7 0", "20, 7 0", "8, 7 0", "7, 7 0", "6, 0",
                "1, 0", "0, 0"})
        void beginsThirtyDaysBeforeTheExpiryOrOnTheNextDayThatIsLeft(int left, String daysBefore) {
            LocalDate lastDay = LocalDate.of(2026, 11, 23).plusDays(left);
            List<Component> events = events(reminder, lastDay);
            assertEquals(1, events.size());
            LocalDate start = day(events.getFirst().text("DTSTART"));
            List<String> rings = events.getFirst()
                    .all("VALARM")
                    .stream()
                    .map(alarm -> Duration.parse(alarm.text("TRIGGER")).toDays())
                    .map(after -> Long.toString(ChronoUnit.DAYS.between(start.plusDays(after), lastDay)))
                    .toList();
            assertEquals(List.of(daysBefore.split(" ")), rings);
        }

        @Test
        void ringsFirstAtItsStartSinceSomeProgramsKeepOneAlarm() {
            List<Component> alarms = events(reminder, LAST_DAY).getFirst().all("VALARM");
            assertEquals(List.of("PT0S", "P23D"), all(alarms, "TRIGGER"));
        }

        /** Outlook uses the absolute value of a trigger (Microsoft, MS-OXCICAL, "VALARM"). */
        @Test
        void ringsWhileATokenCanBeCreatedWhicheverAlarmAProgramKeeps() {
            Component event = events(reminder, LAST_DAY).getFirst();
            LocalDate start = day(event.text("DTSTART"));
            for (String trigger : all(event.all("VALARM"), "TRIGGER")) {
                long days = Duration.parse(trigger).toDays();
                for (LocalDate ring : List.of(start.plusDays(days), start.minusDays(days))) {
                    assertFalse(ring.isBefore(LAST_DAY.minusDays(60)) || ring.isAfter(LAST_DAY), ring.toString());
                }
            }
        }

        @Test
        void saysInEachAlarmHowMuchTimeIsLeft() {
            List<Component> alarms = events(reminder, LAST_DAY).getFirst().all("VALARM");
            assertTrue(alarms.getLast().text("DESCRIPTION").startsWith("One week left"), alarms.toString());
        }

        @Test
        void isTheSameEventAsInTheFileWithAnEventForEachDay() {
            for (LocalDate lastDay : List.of(LAST_DAY, LocalDate.of(2026, 12, 10), LocalDate.of(2026, 11, 25))) {
                Component single = events(reminder, lastDay).getFirst();
                List<Component> same = ReminderTest.this.events(Records.until(lastDay))
                        .stream()
                        .filter(event -> event.text("UID").equals(single.text("UID")))
                        .toList();
                assertEquals(List.of(single.text("DTSTART")), all(same, "DTSTART"));
            }
        }

        @Test
        void isMarkedAsASingleEvent() {
            String mark = "X-MS-OLK-FORCEINSPECTOROPEN:TRUE\r\n";
            RenewalRecord record = Records.until(LAST_DAY);
            ReminderSeries series = new ReminderSeries(ID, 0);
            assertTrue(text(reminder.calendar(record, ReminderForm.ONE_EVENT, series)).contains(mark));
            assertFalse(text(reminder.calendar(record, ReminderForm.EVENT_EACH_DAY, series)).contains(mark));
        }
    }

    @Nested
    class TheTexts {
        @Test
        void sayWhatToDoAndWhere() {
            String description = events(Records.until(LAST_DAY)).getFirst().text("DESCRIPTION");
            assertTrue(description.contains("https://school.apple.com\n"), description);
            assertTrue(description.contains("do not press Disconnect"), description);
            assertTrue(description.contains("confirmed"), description);
        }

        @Test
        void sayThatADateIsAGuess() {
            RenewalRecord record = Records.with(false, Records.MAPLE, new RenewalRecord.ByHand(Optional.empty()),
                    new Expiry(LAST_DAY, Expiry.Source.GUESS));
            assertTrue(events(record).getFirst().text("DESCRIPTION").contains("a guess"));
        }

        @Test
        void sayThatKeyturnDidNotCheckWorkDoneByHand() {
            RenewalRecord byHand = Records.with(new RenewalRecord.ByHand(Optional.empty()));
            assertTrue(events(byHand).getFirst().text("DESCRIPTION").contains("not checked by Keyturn"));
            assertFalse(events(Records.until(LAST_DAY)).getFirst().text("DESCRIPTION").contains("not checked"));
        }

        @Test
        void nameThePortalIfThereWasNoSignIn() {
            RenewalRecord record = new RenewalRecord(false, "1.2.3", Portal.BUSINESS, Optional.empty(),
                    Optional.empty(), Records.SAVED_AT, Records.ZONE, new RenewalRecord.ByHand(Optional.empty()),
                    Expiry.confirmed(LAST_DAY), RenewalRecord.OldTokenStatus.NOT_YET);
            Component event = events(record).getFirst();
            assertTrue(event.text("SUMMARY").contains("Apple Business"), event.toString());
            assertTrue(event.text("DESCRIPTION").contains("https://business.apple.com"), event.toString());
        }

        @Test
        void containNoIdOfTheTenantOrTheApp() {
            String file = new String(calendar(reminder, Records.until(LAST_DAY), 0),
                    StandardCharsets.UTF_8)
                    .replace("\r\n ", "");
            for (String forbidden : List.of(Records.TENANT_ID, Records.OBJECT_ID, "it@maple.example")) {
                assertFalse(file.contains(forbidden), forbidden);
            }
        }

        @Test
        void sayPracticeInSummaryDescriptionAlarmAndFileName() {
            RenewalRecord record = Records.with(true, Records.MAPLE, Records.byKeyturn(new SyncProof.NotYet()),
                    Expiry.confirmed(LAST_DAY));
            for (Component event : events(record)) {
                assertTrue(event.text("SUMMARY").startsWith("PRACTICE"), event.toString());
                assertTrue(event.text("DESCRIPTION").startsWith("PRACTICE"), event.toString());
                assertTrue(event.children().getFirst().text("DESCRIPTION").startsWith("PRACTICE"), event.toString());
            }
            assertEquals("PRACTICE-keyturn-reminder-2026-11-23.ics", reminder.fileName(record, ReminderForm.ONE_EVENT));
        }

        @Test
        void doNotSayPracticeInRealMode() {
            assertFalse(new String(calendar(reminder, Records.until(LAST_DAY), 0),
                    StandardCharsets.UTF_8)
                    .contains("PRACTICE"));
        }
    }

    @Test
    void isWrittenToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve(reminder.fileName(Records.until(LAST_DAY), ReminderForm.ONE_EVENT));
        reminder.write(Records.until(LAST_DAY), ReminderForm.EVENT_EACH_DAY, new ReminderSeries(ID, 0), file);
        assertArrayEquals(calendar(reminder, Records.until(LAST_DAY), 0),
                Files.readAllBytes(file));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static LocalDate day(String dateTime) {
        return LocalDate.parse(dateTime.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static RenewalRecord named(String tenant) {
        return Records.with(false,
                new RenewalRecord.SignedIn(new Account("it@maple.example", Records.TENANT_ID), tenant),
                Records.byKeyturn(new SyncProof.NotYet()), Expiry.confirmed(LAST_DAY));
    }
}
