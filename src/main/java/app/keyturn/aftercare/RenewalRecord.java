package app.keyturn.aftercare;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.TenantUrl;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The facts of one renewal: what the receipt and the reminder are made of. It holds no secret of any kind.
 *
 * @param practice true if it was a rehearsal, in which nothing real was changed
 * @param keyturnVersion the version of this program
 * @param portal where the new token was made
 * @param signedIn who was signed in, where; empty only if a renewal by hand never came so far
 * @param app the app in Entra; empty only if a renewal by hand never came so far
 * @param savedAt when it was saved, by this computer's clock; by hand, when the person said so
 * @param zone this computer's time zone
 * @param work who did the work, and what is known of it
 * @param expiry when the new token runs out
 * @param oldToken what became of the token before it
 */
public record RenewalRecord(boolean practice, String keyturnVersion, Portal portal, Optional<SignedIn> signedIn,
        Optional<EnterpriseApp> app, Instant savedAt, ZoneId zone, Work work, Expiry expiry, OldTokenFate oldToken) {

    public RenewalRecord {
        if (work instanceof ByKeyturn && (signedIn.isEmpty() || app.isEmpty())) {
            throw new IllegalArgumentException("Keyturn renews only for someone who is signed in, in an app it found");
        }
    }

    /**
     * Who was signed in, where.
     *
     * @param account who, and the organisation's id
     * @param tenantName what the organisation is called
     */
    public record SignedIn(Account account, String tenantName) {}

    /**
     * The app in Microsoft Entra.
     *
     * @param name the name shown in Entra
     * @param objectId the service principal's object id
     */
    public record EnterpriseApp(String name, String objectId) {}

    /** Who did the work. */
    public sealed interface Work {}

    /**
     * Keyturn tested, saved and checked.
     *
     * @param before the sync as it was found
     * @param correctedAddress the address that was stored in place of a wrong one, with the person's yes; empty if the
     *     address stayed as it was
     * @param outcome how the save is known, and what became of the sync
     * @param sync whether a sync has run since
     * @param lookedAt when {@code sync} was last looked at, by this computer's clock
     */
    public record ByKeyturn(SyncJob before, Optional<TenantUrl> correctedAddress, RenewalOutcome.Renewed outcome,
            SyncProof sync, Instant lookedAt) implements Work {

        /**
         * The corrected address as it may be shown. What stands behind its question mark was taken over unread from
         * the wrong one, so nobody knows what it is.
         */
        Optional<String> shownAddress() {
            return correctedAddress.map(address -> address.text().replaceFirst("\\?.*", ""));
        }
    }

    /** The person finished in Microsoft's portal; Keyturn checked nothing of it. */
    public record ByHand() implements Work {}

    /** What became of the old token at Apple, as the person says: Keyturn cannot see it. */
    public enum OldTokenFate {
        /** It is revoked. */
        REVOKED,
        /** It is not, and runs out by itself. */
        NOT_REVOKED,
        /** It will be, later. */
        NOT_YET
    }

    /** The day it was saved, where the person is. */
    LocalDate day() {
        return LocalDate.ofInstant(savedAt, zone);
    }

    /**
     * The name to suggest for a file.
     *
     * @param kind for example {@code receipt}
     * @param ending without its dot
     */
    String fileName(String kind, String ending) {
        return (practice ? PracticeMark.WORD + "-" : "") + "keyturn-" + kind + "-" + day() + "." + ending;
    }
}
