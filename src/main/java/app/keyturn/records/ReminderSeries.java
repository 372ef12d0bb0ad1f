package app.keyturn.records;

import java.util.UUID;

/**
 * By what a calendar knows the events of one organisation again, so that next year's take the place of this year's
 * (RFC 5545, 3.8.4.7 "UID" and 3.8.7.4 "SEQUENCE").
 *
 * @param id random, and the same from year to year
 * @param sequence of the events written last; 0 before any are
 */
public record ReminderSeries(UUID id, int sequence) {
    /** A new series, of which nothing is written yet. */
    public static ReminderSeries begin() {
        return new ReminderSeries(UUID.randomUUID(), 0);
    }

    /** The series for events to be written now. */
    ReminderSeries next() {
        return new ReminderSeries(id, sequence + 1);
    }
}
