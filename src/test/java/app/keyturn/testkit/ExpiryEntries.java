package app.keyturn.testkit;

import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.ReminderSeries;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sample entries of an expiry book. */
public final class ExpiryEntries {
    /** When each was renewed. */
    public static final Instant RENEWED_AT = Instant.parse("2026-11-22T10:00:00Z");

    private ExpiryEntries() {}

    /** An entry from before tokens, reminders and receipts were recorded. */
    public static ExpiryEntry of(Portal portal, String name, String tenantId, Expiry expiry) {
        return new ExpiryEntry(portal, name, tenantId, "Accounts to Apple", "aaaa", "it@maple.example", RENEWED_AT,
                expiry, List.of(), ReminderSeries.create(), Optional.empty());
    }
}
