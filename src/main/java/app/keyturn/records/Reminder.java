package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.platform.AtomicFile;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reminder for next year: a calendar file (RFC 5545).
 *
 * <p>Calendar programs keep different parts of a file, so the file says the most in the parts that all of them keep:
 * <ul>
 * <li>One event, since Outlook opens several as another calendar, which never rings.
 * <li>It begins when the user has to act, and its first alarm rings then: Google Calendar drops alarms and notifies
 * shortly before the start, Outlook keeps one alarm.
 * <li>Its time has a zone: Exchange and GNOME Calendar read times without one as UTC.
 * <li>Its ID belongs to one expiry date. Thunderbird and GNOME Calendar refuse an ID that they have, the latter without
 * a word, so next year's event and one with a corrected date need another. The same file again is no second event.
 * </ul>
 * docs/decisions/0034 has the sources. Events do not repeat, since the day moves with each renewal.
 */
public final class Reminder {
    private static final LocalTime START = LocalTime.of(9, 0);
    private static final java.time.Duration LENGTH = java.time.Duration.ofMinutes(15);
    private static final Trigger AT_START = new Trigger(Duration.builder().seconds(0).build(), null);

    private final Texts texts;
    private final Clock clock;

    public Reminder(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Days between an event and the expiry. Apple lets the next token be created 60 days before. The names are part of
     * message keys.
     */
    private enum Offset {
        SIXTY_DAYS(60), THIRTY_DAYS(30), ONE_WEEK(7), LAST_DAY(0);

        private final int days;

        Offset(int days) {
            this.days = days;
        }

        ZonedDateTime start(RenewalRecord record) {
            return record.expiry().date().minusDays(days).atTime(START).atZone(record.zone());
        }
    }

    /** The file name to suggest. */
    public String fileName(RenewalRecord record, ReminderForm form) {
        return record.fileName(form.fileKind(), "ics");
    }

    /**
     * The days of {@link ReminderForm#EVENT_EACH_DAY}, earliest first, without times that have passed.
     *
     * @return empty if the token has expired or does so today, so there is nothing to write
     */
    public List<LocalDate> days(RenewalRecord record) {
        return offsets(record).stream().map(offset -> offset.start(record).toLocalDate()).toList();
    }

    /**
     * The calendar file.
     *
     * @param series a greater sequence number replaces the events of the same expiry date
     * @throws IllegalArgumentException if {@link #days} is empty
     */
    public byte[] calendar(RenewalRecord record, ReminderForm form, ReminderSeries series) {
        List<Offset> offsets = offsets(record);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("No day is left for a reminder");
        }
        Offset main = main(offsets);
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Keyturn//Keyturn " + record.keyturnVersion() + "//EN");
        calendar.setMethod(Method.publish());
        CalendarTimeZone.of(record.zone(), offsets.getFirst().start(record), offsets.getLast().start(record))
                .ifPresent(calendar.getTimezoneInfo()::setDefaultTimezone);
        switch (form) {
            case ONE_EVENT -> {
                // Outlook opens the event, not a calendar (Microsoft, MS-OXCICAL, X-MS-OLK-FORCEINSPECTOROPEN).
                calendar.addExperimentalProperty("X-MS-OLK-FORCEINSPECTOROPEN", "TRUE");
                // "Still to do?" is for those who have another event before it.
                Offset wording = main == Offset.THIRTY_DAYS ? Offset.SIXTY_DAYS : main;
                VEvent event = event(record, main, summary(record, wording), uid(record, series), series.sequence());
                offsets.stream()
                        .filter(offset -> offset.compareTo(main) > 0)
                        .findFirst()
                        .ifPresent(next -> event.addAlarm(VAlarm.display(inDays(main.days - next.days),
                                summary(record, next))));
                calendar.addEvent(event);
            }
            case EVENT_EACH_DAY -> {
                for (Offset offset : offsets) {
                    // The same ID in both forms, so that the event is not there twice if both are imported.
                    String uid = uid(record, series) + (offset == main ? "" : "-" + offset.days);
                    calendar.addEvent(event(record, offset, summary(record, offset), uid, series.sequence()));
                }
            }
        }
        return CalendarWriter.write(calendar);
    }

    /**
     * Writes the calendar to a file.
     *
     * @param series as for {@link #calendar}
     * @throws IOException if it could not be written; an existing file is unchanged
     */
    public void write(RenewalRecord record, ReminderForm form, ReminderSeries series, Path target)
            throws IOException {
        AtomicFile.write(target, calendar(record, form, series));
    }

    /** One line for each day: the date and what to do. */
    public String datesText(RenewalRecord record) {
        return offsets(record).stream()
                .map(offset -> texts.day(offset.start(record).toLocalDate()) + ": " + summary(record, offset))
                .collect(Collectors.joining("\n"));
    }

    private String summary(RenewalRecord record, Offset offset) {
        return withPracticeMark(record, texts.text("reminder.summary." + offset.name(), organisation(record),
                texts.day(record.expiry().date())));
    }

    private List<Offset> offsets(RenewalRecord record) {
        return Arrays.stream(Offset.values())
                .filter(offset -> offset.start(record).toInstant().isAfter(clock.instant()))
                .toList();
    }

    /**
     * The one for a single event: 30 days before the expiry, or the next one. On the first of the days there is no need
     * to act yet.
     */
    private static Offset main(List<Offset> offsets) {
        return offsets.stream().filter(offset -> offset != Offset.SIXTY_DAYS).findFirst().orElseThrow();
    }

    private static String uid(RenewalRecord record, ReminderSeries series) {
        return "keyturn-" + series.id() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(record.expiry().date());
    }

    private VEvent event(RenewalRecord record, Offset offset, String summary, String uid, int sequence) {
        VEvent event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(sequence);
        Instant start = offset.start(record).toInstant();
        event.setDateStart(Date.from(start), true);
        event.setDateEnd(Date.from(start.plus(LENGTH)), true);
        event.setTransparency(Transparency.transparent());
        event.setSummary(summary);
        event.setDescription(withPracticeMark(record, description(record)));
        event.addAlarm(VAlarm.display(AT_START, summary));
        return event;
    }

    private static Trigger inDays(int days) {
        return new Trigger(Duration.builder().days(days).build(), null);
    }

    private String description(RenewalRecord record) {
        String day = texts.day(record.expiry().date());
        String portal = texts.text("receipt.portal", record.portal());
        String source = texts.text("reminder.expiry", record.expiry().source());
        return String.join("\n", texts.text("reminder.why", portal, day), switch (record.work()) {
            case RenewalRecord.ByKeyturn _ -> source;
            case RenewalRecord.ByHand _ -> source + "\n" + texts.text("receipt.headline.byHand");
        }, "", texts.text("reminder.how"),
                texts.text("reminder.how.keyturn"), texts.text("reminder.how.apple", record.portal().site()),
                texts.text("reminder.how.save"), "", texts.text("reminder.careful"), texts.text("reminder.again"));
    }

    private String withPracticeMark(RenewalRecord record, String text) {
        return record.practice() ? texts.text("reminder.practice", RenewalRecord.PRACTICE_MARK, text) : text;
    }

    /** The organisation's name; the portal's if there was no sign-in. */
    private String organisation(RenewalRecord record) {
        return record.signedIn()
                .map(signedIn -> Texts.plain(signedIn.tenantName()))
                .orElseGet(() -> texts.text("receipt.portal", record.portal()));
    }
}
