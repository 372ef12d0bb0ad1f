package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.platform.AtomicFile;
import app.keyturn.renewal.Expiry;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reminder for next year: a calendar file (RFC 5545) with an event of its own for each day.
 *
 * <p>Separate events with one alarm each, and an alarm at the event's start: Outlook keeps at most one alarm and takes a
 * trigger's absolute value, so that "9 hours after midnight" would ring 9 hours before it (Microsoft, MS-OXCICAL,
 * "VALARM"). The times carry no zone, so that 9 o'clock is 9 o'clock wherever the calendar is. No yearly repetition,
 * since the day moves with each renewal.
 */
public final class Reminder {
    private static final LocalTime BEGINS = LocalTime.of(9, 0);
    private static final LocalTime ENDS = LocalTime.of(9, 15);

    private final Texts texts;
    private final Clock clock;

    /**
     * Makes reminders.
     *
     * @param texts the program's texts, in the person's language
     * @param clock now
     */
    public Reminder(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** How many days before the last one each event stands. Apple: make the next token 60 days before. */
    private enum Offset {
        SIXTY_DAYS(60), THIRTY_DAYS(30), ONE_WEEK(7), LAST_DAY(0);

        private final int days;

        Offset(int days) {
            this.days = days;
        }

        LocalDate before(Expiry expiry) {
            return expiry.date().minusDays(days);
        }
    }

    /** The name to suggest for the file. */
    public String fileName(RenewalRecord record) {
        return record.fileName("reminder", "ics");
    }

    /**
     * The days it reminds on, earliest first; days that have passed are left out.
     *
     * @return empty if the token has run out, so that there is nothing to write
     */
    public List<LocalDate> days(RenewalRecord record) {
        return offsets(record).stream().map(offset -> offset.before(record.expiry())).toList();
    }

    /**
     * The calendar.
     *
     * @param series events written again under the same id, with a greater number, replace the earlier ones
     * @throws IllegalArgumentException if {@link #days} is empty
     */
    public byte[] calendar(RenewalRecord record, ReminderSeries series) {
        List<Offset> offsets = offsets(record);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("No day is left to remind of");
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Keyturn//Keyturn " + record.keyturnVersion() + "//EN");
        calendar.setMethod(Method.publish());
        for (Offset offset : offsets) {
            calendar.addEvent(event(calendar, record, offset, series));
        }
        StringWriter lines = new StringWriter();
        try (ICalWriter writer = new ICalWriter(lines, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
        return CalendarLines.fold(lines.toString());
    }

    /**
     * Writes the calendar to a file, wholly or not at all.
     *
     * @param series as for {@link #calendar}
     * @throws IOException if it could not be written; what stood there before is unchanged
     */
    public void write(RenewalRecord record, ReminderSeries series, Path target) throws IOException {
        AtomicFile.write(target, calendar(record, series));
    }

    /** The days, each with what is to be done on it, a line each. */
    public String dates(RenewalRecord record) {
        return offsets(record).stream()
                .map(offset -> texts.day(offset.before(record.expiry())) + ": " + summary(record, offset))
                .collect(Collectors.joining("\n"));
    }

    private String summary(RenewalRecord record, Offset offset) {
        return marked(record, texts.text("reminder.summary." + offset.name(), name(record),
                texts.day(record.expiry().date())));
    }

    private List<Offset> offsets(RenewalRecord record) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), record.zone());
        return Arrays.stream(Offset.values())
                .filter(offset -> !offset.before(record.expiry()).isBefore(today))
                .toList();
    }

    private VEvent event(ICalendar calendar, RenewalRecord record, Offset offset, ReminderSeries series) {
        String summary = summary(record, offset);
        VEvent event = new VEvent();
        event.setUid("keyturn-" + series.id() + "-" + offset.days);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(series.sequence());
        LocalDate day = offset.before(record.expiry());
        DateStart start = new DateStart(at(day, BEGINS));
        DateEnd end = new DateEnd(at(day, ENDS));
        calendar.getTimezoneInfo().setFloating(start, true);
        calendar.getTimezoneInfo().setFloating(end, true);
        event.setDateStart(start);
        event.setDateEnd(end);
        event.setTransparency(Transparency.transparent());
        event.setSummary(summary);
        event.setDescription(marked(record, description(record)));
        event.addAlarm(VAlarm.display(new Trigger(Duration.builder().seconds(0).build(), null), summary));
        return event;
    }

    private static ICalDate at(LocalDate day, LocalTime time) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(),
                time.getHour(), time.getMinute(), time.getSecond(), false), true);
    }

    private String description(RenewalRecord record) {
        String day = texts.day(record.expiry().date());
        String portal = texts.text("receipt.portal", record.portal());
        String known = texts.text("reminder.expiry", record.expiry().source());
        return String.join("\n", texts.text("reminder.why", portal, day), switch (record.work()) {
            case RenewalRecord.ByKeyturn _ -> known;
            case RenewalRecord.ByHand _ -> known + "\n" + texts.text("receipt.headline.byHand");
        }, "", texts.text("reminder.how"),
                texts.text("reminder.how.keyturn"), texts.text("reminder.how.apple", record.portal().site()),
                texts.text("reminder.how.save"), "", texts.text("reminder.careful"), texts.text("reminder.again"));
    }

    private String marked(RenewalRecord record, String text) {
        return record.practice() ? texts.text("reminder.practice", PracticeMark.WORD, text) : text;
    }

    /** What to call the organisation; the portal, if nobody was signed in. */
    private String name(RenewalRecord record) {
        return record.signedIn()
                .map(signedIn -> Texts.plain(signedIn.tenantName()))
                .orElseGet(() -> texts.text("receipt.portal", record.portal()));
    }
}
