package app.keyturn.records;

import app.keyturn.i18n.Texts;
import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.OldTokenFate;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One organisation in the expiry book: what was renewed there last, and until when it holds. It has no room for a
 * secret.
 *
 * @param portal where the token was made
 * @param tenantName what the organisation is called, fit to stand in a line
 * @param tenantId the organisation's id in Microsoft Entra
 * @param appName the app's name in Microsoft Entra
 * @param appObjectId the service principal's object id
 * @param renewedBy the sign-in name of who renewed
 * @param renewedAt when, by this computer's clock
 * @param expiry when the token runs out, and how that is known
 * @param tokens the tokens saved there, the latest first; none of before this program remembered them
 * @param reminder by what calendars know its reminders
 * @param receipt the facts of the last renewal; empty if an older version of this program noted it
 */
public record ExpiryEntry(Portal portal, String tenantName, String tenantId, String appName, String appObjectId,
        String renewedBy, Instant renewedAt, Expiry expiry, List<SavedToken> tokens, ReminderSeries reminder,
        Optional<RenewalRecord> receipt) {
    /** Of older ones, nobody has a copy any more. */
    private static final int MOST_TOKENS = 5;

    public ExpiryEntry {
        tenantName = Texts.plain(tenantName);
        appName = Texts.plain(appName);
        renewedBy = Texts.plain(renewedBy);
        tokens = List.copyOf(tokens);
    }

    /**
     * The entry for a renewal; empty if nobody knows in which organisation or app it was.
     *
     * @param before what stood in the book for the same organisation and portal
     */
    static Optional<ExpiryEntry> of(RenewalRecord record, Optional<ExpiryEntry> before) {
        return record.signedIn()
                .flatMap(who -> record.app()
                        .map(app -> new ExpiryEntry(record.portal(), who.tenantName(), who.account().tenantId(),
                                app.name(), app.objectId(), who.account().userName(), record.savedAt(),
                                record.expiry(), tokens(record, before),
                                before.map(ExpiryEntry::reminder).orElseGet(ReminderSeries::begin),
                                Optional.of(record))));
    }

    /** True if both are about the same organisation and the same portal, so that the later one counts. */
    boolean replaces(ExpiryEntry other) {
        return matches(other.portal, other.tenantId);
    }

    /** True if it is about this organisation, at this portal. */
    boolean matches(Portal where, String organisation) {
        return portal == where && tenantId.equalsIgnoreCase(organisation);
    }

    /** The same organisation, whose reminders are about to be written. */
    ExpiryEntry reminded() {
        return new ExpiryEntry(portal, tenantName, tenantId, appName, appObjectId, renewedBy, renewedAt, expiry,
                tokens, reminder.next(), receipt);
    }

    private static List<SavedToken> tokens(RenewalRecord record, Optional<ExpiryEntry> before) {
        List<SavedToken> tokens = new ArrayList<>();
        fingerprint(record).ifPresent(
                print -> tokens.add(new SavedToken(print, record.savedAt(), record.expiry(), false)));
        Instant saved = record.savedAt().truncatedTo(ChronoUnit.SECONDS); // as the book has it of the same renewal
        List<SavedToken> earlier = before.map(ExpiryEntry::tokens)
                .orElse(List.of())
                .stream()
                .filter(token -> token.savedAt().isBefore(saved))
                .toList();
        for (SavedToken token : earlier) {
            boolean old = token.equals(earlier.getFirst());
            tokens.add(old && record.oldToken() == OldTokenFate.REVOKED ? token.asRevoked() : token);
        }
        return tokens.stream().limit(MOST_TOKENS).toList();
    }

    private static Optional<Fingerprint> fingerprint(RenewalRecord record) {
        return switch (record.work()) {
            case ByKeyturn done -> Optional.of(done.fingerprint());
            case ByHand done -> done.fingerprint();
        };
    }
}
