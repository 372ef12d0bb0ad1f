package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One app of an organisation in the expiry book: its last renewal and when the token expires. It has no field for a
 * secret.
 *
 * @param portal where the token was created
 * @param tenantName the organisation's name, without line breaks
 * @param tenantId the organisation's ID in Microsoft Entra
 * @param appName the app's name in Microsoft Entra; empty if an old file does not contain it
 * @param appObjectId the service principal's object ID; empty if an old file does not contain it
 * @param renewedBy the user's sign-in name
 * @param renewedAt by this computer's clock
 * @param tokens the tokens saved there, the latest first; none from versions that did not remember them
 * @param reminders the calendar series of its reminders
 * @param receipt the facts of the last renewal; empty if an older version of this program added the entry
 */
public record ExpiryEntry(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        String renewedBy, Instant renewedAt, Expiry expiry, List<SavedToken> tokens, ReminderSeries reminders,
        Optional<RenewalRecord> receipt) {
    public ExpiryEntry {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
        renewedBy = Texts.plain(renewedBy);
        tokens = List.copyOf(tokens);
    }

    /**
     * The entry after a renewal, or after news of it; empty if its organisation or app is not known.
     *
     * @param previous the present entry of the same app
     * @param newSeries for its reminders, if there was no entry
     */
    static Optional<ExpiryEntry> after(RenewalRecord record, Optional<ExpiryEntry> previous,
            ReminderSeries newSeries) {
        List<SavedToken> tokens = TokenHistory.after(record, previous);
        return previous.filter(entry -> entry.isLaterThan(record))
                .map(entry -> entry.withTokens(tokens))
                .or(() -> record.signedIn()
                        .flatMap(signedIn -> record.app()
                                .map(app -> new ExpiryEntry(record.portal(), signedIn.tenantName(),
                                        signedIn.account().tenantId(), app.name(), app.objectId(),
                                        signedIn.account().userName(), record.savedAt(), record.expiry(), tokens,
                                        previous.map(ExpiryEntry::reminders).orElse(newSeries),
                                        Optional.of(record)))));
    }

    RenewedApp renewedApp() {
        return new RenewedApp(portal, tenantId, appObjectId);
    }

    /** Whether this is about that renewal: both can be of different moments, for example before and after a sync. */
    boolean isOf(RenewalRecord record) {
        boolean sameToken = record.fingerprint().isPresent()
                && receipt.flatMap(RenewalRecord::fingerprint).equals(record.fingerprint());
        return sameToken || renewedAt.equals(record.savedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether another window has renewed the same app since that renewal. */
    private boolean isLaterThan(RenewalRecord record) {
        return !isOf(record) && tokens.stream().anyMatch(token -> token.isOf(record));
    }

    private ExpiryEntry withTokens(List<SavedToken> newTokens) {
        return new ExpiryEntry(portal, tenantName, tenantId, appName, appObjectId, renewedBy, renewedAt, expiry,
                newTokens, reminders, receipt);
    }
}
