package app.keyturn.records;

import app.keyturn.testkit.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** Calendar files of two renewals of one organisation, for calendar programs. */
final class ReminderSamples {
    static final String THIS_YEAR = "Renew the Apple token of Maple School: it runs out on November 22, 2027";
    static final String NEXT_YEAR = "Renew the Apple token of Maple School: it runs out on October 24, 2028";
    /** 9 o'clock in Berlin is 4:30 there in October. */
    static final String OTHER_ZONE = "America/St_Johns";

    private static final UUID ID = new UUID(1, 2);
    private static final Instant SAVED = Records.SAVED_AT;
    private static final Duration UNTIL_NEXT_RENEWAL = Duration.ofDays(337);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 22);

    private ReminderSamples() {}

    static Path thisYear(Path folder, ReminderForm form) throws IOException {
        return write(folder.resolve("this-" + form + ".ics"), form, record(SAVED, Records.ZONE, LAST_DAY), SAVED, 1);
    }

    /** After the renewal on the day of the reminder. */
    static Path nextYear(Path folder, ReminderForm form) throws IOException {
        Instant saved = SAVED.plus(UNTIL_NEXT_RENEWAL);
        return write(folder.resolve("next-" + form + ".ics"), form,
                record(saved, Records.ZONE, LocalDate.of(2028, 10, 24)), saved, 2);
    }

    /** A reminder that rings soon, since it is almost 9 o'clock in its zone, and the last day is in 30 days. */
    static Path ringingIn(Path folder, Duration delay) throws IOException {
        Instant now = Instant.now();
        LocalTime then = LocalTime.ofInstant(now.plus(delay), ZoneOffset.UTC);
        int seconds = LocalTime.of(9, 0).toSecondOfDay() - then.toSecondOfDay();
        ZoneId zone = ZoneOffset.ofTotalSeconds(seconds);
        LocalDate day = LocalDate.ofInstant(now.plus(delay), zone);
        return write(folder.resolve("ringing.ics"), ReminderForm.ONE_EVENT, record(now, zone, day.plusDays(30)), now,
                1);
    }

    private static RenewalRecord record(Instant saved, ZoneId zone, LocalDate lastDay) {
        RenewalRecord sample = Records.until(lastDay);
        return new RenewalRecord(sample.practice(), sample.keyturnVersion(), sample.portal(), sample.signedIn(),
                sample.app(), saved, zone, sample.work(), sample.expiry(), sample.oldToken());
    }

    private static Path write(Path file, ReminderForm form, RenewalRecord record, Instant now, int sequence)
            throws IOException {
        new Reminder(Records.words(), Clock.fixed(now, ZoneOffset.UTC)).write(record, form,
                new ReminderSeries(ID, sequence), file);
        return file;
    }
}
