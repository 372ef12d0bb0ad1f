package app.keyturn.records;

import java.util.UUID;

/**
 * Identifies the calendar events of one app of an organisation (RFC 5545, 3.8.4.7 "UID"), and numbers their versions
 * (3.8.7.4 "SEQUENCE"): events written again for the same expiry date replace the earlier ones.
 *
 * @param id random, and the same from year to year
 * @param sequence the number of the events written last; 0 if none were
 */
public record ReminderSeries(UUID id, int sequence) {
    /** A new series without events. */
    public static ReminderSeries create() {
        return new ReminderSeries(UUID.randomUUID(), 0);
    }

    /** The series for the next events to be written. A sequence number is never given twice. */
    ReminderSeries next() {
        return sequence == Integer.MAX_VALUE ? create().next() : new ReminderSeries(id, sequence + 1);
    }

    /** This series or another state of it, whichever has the greater number. */
    ReminderSeries orLater(ReminderSeries other) {
        return other.id.equals(id) && other.sequence > sequence ? other : this;
    }
}
