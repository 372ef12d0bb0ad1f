package app.keyturn.records;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.TenantUrl;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The facts of one renewal, from which receipt and reminder are made. It has no field for a secret.
 *
 * @param practice true if it was done in practice mode, where nothing real was changed
 * @param keyturnVersion the version of this program
 * @param portal where the new token was created
 * @param signedIn empty only if a renewal by hand ended before the sign-in
 * @param app empty only if a renewal by hand ended before the app was found
 * @param savedAt by this computer's clock; for a renewal by hand, when the user confirmed it
 * @param zone this computer's time zone
 * @param work who did it, and what is known of it
 * @param expiry of the new token
 * @param oldToken the status of the token before it
 */
public record RenewalRecord(boolean practice, String keyturnVersion, Portal portal, Optional<SignedIn> signedIn,
        Optional<EnterpriseApp> app, Instant savedAt, ZoneId zone, Work work, Expiry expiry, OldTokenStatus oldToken) {
    /** Marks everything made in practice mode; the same in every language, so that it can be searched for. */
    static final String PRACTICE_MARK = "PRACTICE";

    public RenewalRecord {
        if (work instanceof ByKeyturn && (signedIn.isEmpty() || app.isEmpty())) {
            throw new IllegalArgumentException("A renewal by Keyturn needs a signed-in user and an app");
        }
    }

    /** The signed-in user and the organisation's name. */
    public record SignedIn(Account account, String tenantName) {}

    /**
     * The app in Microsoft Entra.
     *
     * @param objectId the service principal's object ID
     */
    public record EnterpriseApp(String name, String objectId) {}

    /** Who did the work. */
    public sealed interface Work {}

    /**
     * Keyturn tested, saved and checked.
     *
     * @param syncBefore the sync before the renewal
     * @param address the address that accounts are sent to
     * @param tests Microsoft's IDs of the two test requests
     * @param proof how the save is known
     * @param restart what happened to the sync right after the save
     * @param sync whether a sync has run since
     * @param checkedAt when {@code sync} was last read, by this computer's clock
     * @param fingerprint of the new token
     */
    public record ByKeyturn(SyncBefore syncBefore, Address address, TestIds tests, SaveProof proof, Restart restart,
            SyncProof sync, Instant checkedAt, Fingerprint fingerprint) implements Work {

        /** The same renewal after the sync has been checked again. */
        public ByKeyturn withSync(SyncProof newSync, Instant newCheckedAt) {
            return new ByKeyturn(syncBefore, address, tests, proof, restart, newSync, newCheckedAt, fingerprint);
        }
    }

    /**
     * The sync before the renewal.
     *
     * @param quarantine why it was in quarantine; empty if it was not
     */
    public record SyncBefore(SyncJob.Status status, SyncJob.Schedule schedule,
            Optional<SyncJob.QuarantineReason> quarantine) {
        public static SyncBefore of(SyncJob job) {
            return new SyncBefore(job.status(), job.schedule(), job.quarantine().map(SyncJob.Quarantine::reason));
        }
    }

    /**
     * The address that accounts are sent to, before and after. Never with its query: that is carried over unread, and
     * could contain anything.
     *
     * @param before empty if there was none
     * @param after the corrected address, if the user agreed to a correction; empty if it is unchanged
     */
    public record Address(Optional<String> before, Optional<String> after) {
        public static Address of(Optional<TenantUrl> found, Optional<TenantUrl> corrected) {
            // A password could be in front of an "@".
            return new Address(found.map(TenantUrl::withoutFlags).filter(text -> !text.contains("@")),
                    corrected.map(TenantUrl::withoutFlags));
        }
    }

    /**
     * Microsoft's IDs of the two test requests, for Microsoft's support.
     *
     * @param before the test of the new token, before the save
     * @param after the test of the saved token
     */
    public record TestIds(Optional<String> before, Optional<String> after) {
        public static TestIds of(RenewalOutcome.Tests tests) {
            return new TestIds(tests.before().requestId(), tests.after().requestId());
        }
    }

    /**
     * What happened to the sync right after the save.
     *
     * @param problemCode why it was left alone; empty if it was not
     */
    public record Restart(Outcome outcome, Optional<String> problemCode) {
        /** What happened. The names are part of message keys and of receipts. */
        public enum Outcome {
            /** It was running by itself. */
            NOT_NEEDED,
            /** The old token had stopped it, and it was started once. */
            STARTED,
            /** It was paused or switched off, and the user did not ask to start it. */
            LEFT_PAUSED_OR_OFF,
            /** It had stopped for another reason. */
            LEFT_ALONE
        }

        public static Restart of(SyncRestartResult result) {
            return switch (result) {
                case SyncRestartResult.NotNeeded _ -> new Restart(Outcome.NOT_NEEDED, Optional.empty());
                case SyncRestartResult.Started _ -> new Restart(Outcome.STARTED, Optional.empty());
                case SyncRestartResult.ConsentNeeded _ -> new Restart(Outcome.LEFT_PAUSED_OR_OFF, Optional.empty());
                case SyncRestartResult.LeftAlone left ->
                    new Restart(Outcome.LEFT_ALONE, Optional.of(left.problem().code().id()));
            };
        }
    }

    /**
     * The user finished in Microsoft's portal; Keyturn checked none of it.
     *
     * @param fingerprint of the token that was pasted then; empty if there was none
     */
    public record ByHand(Optional<Fingerprint> fingerprint) implements Work {}

    /** The status of the old token at Apple, according to the user: Keyturn cannot see it. */
    public enum OldTokenStatus {
        /** It is revoked. */
        REVOKED,
        /** It is not revoked, and will expire. */
        NOT_REVOKED,
        /** It will be revoked later. */
        NOT_YET
    }

    public RenewalRecord withWork(Work newWork) {
        return new RenewalRecord(practice, keyturnVersion, portal, signedIn, app, savedAt, zone, newWork, expiry,
                oldToken);
    }

    /** The new token; empty if it is not known, which is so only for a renewal by hand. */
    Optional<Fingerprint> fingerprint() {
        return switch (work) {
            case ByKeyturn done -> Optional.of(done.fingerprint());
            case ByHand done -> done.fingerprint();
        };
    }

    /** The date of the save in the user's time zone. */
    LocalDate savedOn() {
        return LocalDate.ofInstant(savedAt, zone);
    }

    /**
     * A file name to suggest.
     *
     * @param kind for example {@code receipt}
     * @param extension without the dot
     */
    String fileName(String kind, String extension) {
        return (practice ? PRACTICE_MARK + "-" : "") + "keyturn-" + kind + "-" + savedOn() + "." + extension;
    }
}
