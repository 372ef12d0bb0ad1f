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
     * @param address where accounts are sent to; empty if it is not known
     * @param tests Microsoft's ids of the two requests that tried the token
     * @param proof how the save is known
     * @param resumed what became of the sync right after the save
     * @param sync whether a sync has run since
     * @param lookedAt when {@code sync} was last looked at, by this computer's clock
     * @param fingerprint the new token's
     */
    public record ByKeyturn(SyncBefore before, Address address, TestIds tests, SaveProof proof, Resumed resumed,
            SyncProof sync, Instant lookedAt, Fingerprint fingerprint) implements Work {

        /** The same renewal, as it stands after another look at the sync. */
        public ByKeyturn seenAgain(SyncProof now, Instant looked) {
            return new ByKeyturn(before, address, tests, proof, resumed, now, looked, fingerprint);
        }
    }

    /**
     * The sync as it was found.
     *
     * @param status what the job was doing
     * @param schedule whether it was meant to run
     * @param quarantine why it was in quarantine; empty if it was not
     */
    public record SyncBefore(SyncJob.Status status, SyncJob.Schedule schedule,
            Optional<SyncJob.QuarantineReason> quarantine) {
        /** As a job was found. */
        public static SyncBefore of(SyncJob job) {
            return new SyncBefore(job.status(), job.schedule(), job.quarantine().map(SyncJob.Quarantine::reason));
        }
    }

    /**
     * Where accounts are sent to, before and after. What stands behind an address's question mark is never in it: it is
     * taken over unread, so nobody knows what it is.
     *
     * @param before as it was found; empty if there was none
     * @param after as it is now, if it was corrected with the person's yes; empty if it is as before
     */
    public record Address(Optional<String> before, Optional<String> after) {
        /** Of these two. */
        public static Address of(Optional<TenantUrl> found, Optional<TenantUrl> corrected) {
            // Before an "at" there may stand a password.
            return new Address(found.map(TenantUrl::withoutFlags).filter(text -> !text.contains("@")),
                    corrected.map(TenantUrl::withoutFlags));
        }
    }

    /**
     * Microsoft's ids of the requests that tried the token, for its support.
     *
     * @param before of the new token, before anything was saved
     * @param after of what was saved
     */
    public record TestIds(Optional<String> before, Optional<String> after) {
        /** Of these tests. */
        public static TestIds of(RenewalOutcome.Tests tests) {
            return new TestIds(tests.before().requestId(), tests.after().requestId());
        }
    }

    /**
     * What became of the sync right after the save.
     *
     * @param how it stands
     * @param code of the problem for which it was left alone; empty if it was not
     */
    public record Resumed(How how, Optional<String> code) {
        /** How it stands. */
        public enum How {
            /** It runs by itself. */
            NOT_NEEDED,
            /** The bad token had stopped it; it was started, once. */
            STARTED,
            /** It was paused or switched off, and nobody has said to switch it on. */
            LEFT_PAUSED_OR_OFF,
            /** It stands still for another reason. */
            LEFT_ALONE
        }

        /** As a renewal left it. */
        public static Resumed of(SyncRestartResult result) {
            return switch (result) {
                case SyncRestartResult.NotNeeded _ -> new Resumed(How.NOT_NEEDED, Optional.empty());
                case SyncRestartResult.Started _ -> new Resumed(How.STARTED, Optional.empty());
                case SyncRestartResult.AskFirst _ -> new Resumed(How.LEFT_PAUSED_OR_OFF, Optional.empty());
                case SyncRestartResult.LeftAlone left ->
                    new Resumed(How.LEFT_ALONE, Optional.of(left.problem().code().id()));
            };
        }
    }

    /**
     * The person finished in Microsoft's portal; Keyturn checked nothing of it.
     *
     * @param fingerprint of the token that was at hand then; empty if none was
     */
    public record ByHand(Optional<Fingerprint> fingerprint) implements Work {}

    /** What became of the old token at Apple, as the person says: Keyturn cannot see it. */
    public enum OldTokenFate {
        /** It is revoked. */
        REVOKED,
        /** It is not, and runs out by itself. */
        NOT_REVOKED,
        /** It will be, later. */
        NOT_YET
    }

    /** The same renewal, with another end of the work. */
    public RenewalRecord with(Work other) {
        return new RenewalRecord(practice, keyturnVersion, portal, signedIn, app, savedAt, zone, other, expiry,
                oldToken);
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
