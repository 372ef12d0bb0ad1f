package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One organisation in the expiry book: its last renewal and when the token expires. It has no field for a secret.
 *
 * @param portal where the token was created
 * @param tenantName the organisation's name, without line breaks
 * @param tenantId the organisation's ID in Microsoft Entra
 * @param appName the app's name in Microsoft Entra
 * @param appObjectId the service principal's object ID
 * @param renewedBy the user's sign-in name
 * @param renewedAt by this computer's clock
 * @param tokens the tokens saved there, the latest first; none from versions that did not remember them
 * @param reminders the calendar series of its reminders
 * @param receipt the facts of the last renewal; empty if an older version of this program added the entry
 */
public record ExpiryEntry(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        String renewedBy, Instant renewedAt, Expiry expiry, List<SavedToken> tokens, ReminderSeries reminders,
        Optional<RenewalRecord> receipt) {
    /** Older tokens are unlikely to be pasted again. */
    private static final int MAX_TOKENS = 5;

    public ExpiryEntry {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
        renewedBy = Texts.plain(renewedBy);
        tokens = List.copyOf(tokens);
    }

    /**
     * The entry for a renewal; empty if its organisation or app is not known.
     *
     * @param previous the present entry for the same organisation and portal
     */
    static Optional<ExpiryEntry> from(RenewalRecord record, Optional<ExpiryEntry> previous) {
        return record.signedIn()
                .flatMap(signedIn -> record.app()
                        .map(app -> new ExpiryEntry(record.portal(), signedIn.tenantName(),
                                signedIn.account().tenantId(), app.name(), app.objectId(),
                                signedIn.account().userName(), record.savedAt(), record.expiry(),
                                tokens(record, previous),
                                previous.map(ExpiryEntry::reminders).orElseGet(ReminderSeries::create),
                                Optional.of(record))));
    }

    /** Whether both are for the same organisation and portal, so that one replaces the other. */
    boolean isSameOrganisation(ExpiryEntry other) {
        return matches(other.portal, other.tenantId);
    }

    boolean matches(Portal otherPortal, String otherTenantId) {
        return portal == otherPortal && tenantId.equalsIgnoreCase(otherTenantId);
    }

    /** Whether this renewal was the last one of the organisation. */
    boolean isOf(RenewalRecord record) {
        return renewedAt.truncatedTo(ChronoUnit.SECONDS).equals(record.savedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same entry, with the next sequence number for reminders. */
    ExpiryEntry withNextReminders() {
        return new ExpiryEntry(portal, tenantName, tenantId, appName, appObjectId, renewedBy, renewedAt, expiry,
                tokens, reminders.next(), receipt);
    }

    private static List<SavedToken> tokens(RenewalRecord record, Optional<ExpiryEntry> previous) {
        List<SavedToken> tokens = new ArrayList<>();
        record.fingerprint()
                .ifPresent(
                        fingerprint -> tokens
                                .add(new SavedToken(fingerprint, record.savedAt(), record.expiry(), false)));
        Instant savedAt = record.savedAt().truncatedTo(ChronoUnit.SECONDS); // as in the file, for the same renewal
        List<SavedToken> earlier = previous.map(ExpiryEntry::tokens)
                .orElse(List.of())
                .stream()
                .filter(token -> token.savedAt().isBefore(savedAt))
                .toList();
        for (SavedToken token : earlier) {
            boolean isOldToken = token.equals(earlier.getFirst());
            tokens.add(isOldToken ? token.withRevoked(record.oldToken() == OldTokenStatus.REVOKED) : token);
        }
        return tokens.stream().limit(MAX_TOKENS).toList();
    }
}
