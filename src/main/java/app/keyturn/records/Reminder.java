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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reminder for next year: a calendar file (RFC 5545) with one event for each day.
 *
 * <p>Each event has one alarm at its start: Outlook keeps at most one alarm and uses the absolute value of a trigger,
 * so "9 hours after midnight" would ring 9 hours before it (Microsoft, MS-OXCICAL, "VALARM"). Times have no zone: 9
 * o'clock is 9 o'clock wherever the calendar is. Events do not repeat, since the day moves with each renewal.
 */
public final class Reminder {
    private static final LocalTime START = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(9, 15);
    private static final int MAX_LINE_OCTETS = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

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

        LocalDate dayBefore(Expiry expiry) {
            return expiry.date().minusDays(days);
        }
    }

    /** The file name to suggest. */
    public String fileName(RenewalRecord record) {
        return record.fileName("reminder", "ics");
    }

    /**
     * The days of its events, earliest first, without days that have passed.
     *
     * @return empty if the token has expired, so there is nothing to write
     */
    public List<LocalDate> days(RenewalRecord record) {
        return offsets(record).stream().map(offset -> offset.dayBefore(record.expiry())).toList();
    }

    /**
     * The calendar file.
     *
     * @param series events with the same ID and a greater sequence number replace earlier ones
     * @throws IllegalArgumentException if {@link #days} is empty
     */
    public byte[] calendar(RenewalRecord record, ReminderSeries series) {
        List<Offset> offsets = offsets(record);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("No day is left for a reminder");
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Keyturn//Keyturn " + record.keyturnVersion() + "//EN");
        calendar.setMethod(Method.publish());
        for (Offset offset : offsets) {
            calendar.addEvent(event(calendar, record, offset, series));
        }
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return fold(text.toString());
    }

    /**
     * Writes the calendar to a file.
     *
     * @param series as for {@link #calendar}
     * @throws IOException if it could not be written; an existing file is unchanged
     */
    public void write(RenewalRecord record, ReminderSeries series, Path target) throws IOException {
        AtomicFile.write(target, calendar(record, series));
    }

    /** One line for each day: the date and what to do. */
    public String datesText(RenewalRecord record) {
        return offsets(record).stream()
                .map(offset -> texts.day(offset.dayBefore(record.expiry())) + ": " + summary(record, offset))
                .collect(Collectors.joining("\n"));
    }

    private String summary(RenewalRecord record, Offset offset) {
        return withPracticeMark(record, texts.text("reminder.summary." + offset.name(), organisation(record),
                texts.day(record.expiry().date())));
    }

    private List<Offset> offsets(RenewalRecord record) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), record.zone());
        return Arrays.stream(Offset.values())
                .filter(offset -> !offset.dayBefore(record.expiry()).isBefore(today))
                .toList();
    }

    private VEvent event(ICalendar calendar, RenewalRecord record, Offset offset, ReminderSeries series) {
        String summary = summary(record, offset);
        VEvent event = new VEvent();
        event.setUid("keyturn-" + series.id() + "-" + offset.days);
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(series.sequence());
        LocalDate day = offset.dayBefore(record.expiry());
        DateStart start = new DateStart(dateTime(day, START));
        DateEnd end = new DateEnd(dateTime(day, END));
        calendar.getTimezoneInfo().setFloating(start, true);
        calendar.getTimezoneInfo().setFloating(end, true);
        event.setDateStart(start);
        event.setDateEnd(end);
        event.setTransparency(Transparency.transparent());
        event.setSummary(summary);
        event.setDescription(withPracticeMark(record, description(record)));
        event.addAlarm(VAlarm.display(new Trigger(Duration.builder().seconds(0).build(), null), summary));
        return event;
    }

    private static ICalDate dateTime(LocalDate day, LocalTime time) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(),
                time.getHour(), time.getMinute(), time.getSecond(), false), true);
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

    /**
     * Folds lines at 75 octets (RFC 5545, 3.1). The library counts characters, of which one can be four octets.
     *
     * @param unfolded lines that end in CRLF
     * @return UTF-8, without split characters
     */
    private static byte[] fold(String unfolded) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int length = 0;
        for (int codePoint : unfolded.codePoints().toArray()) {
            byte[] octets = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            boolean lineEnd = codePoint == '\r' || codePoint == '\n';
            if (!lineEnd && length + octets.length > MAX_LINE_OCTETS) {
                folded.writeBytes(FOLD);
                length = 1;
            }
            folded.writeBytes(octets);
            length = lineEnd ? 0 : length + octets.length;
        }
        return folded.toByteArray();
    }
}
