package app.keyturn.testkit;

import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sample renewals by Keyturn, for the expiry book. */
public final class Renewals {
    /** When the first was saved. */
    public static final Instant FIRST = Instant.parse("2026-11-22T10:00:00Z");

    private static final SyncJob JOB = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE,
            Optional.empty(), Optional.empty(), Optional.empty());

    private Renewals() {}

    /**
     * A renewal.
     *
     * @param organisation its name and ID
     * @param token the new one
     * @param savedAt when it was saved; it is valid for a year from then
     */
    public static RenewalRecord of(String organisation, String token, Instant savedAt) {
        return of(organisation, token, savedAt, Expiry.confirmed(LocalDate.ofInstant(savedAt, ZoneOffset.UTC)
                .plusYears(1)));
    }

    /** A renewal with this expiry. */
    public static RenewalRecord of(String organisation, String token, Instant savedAt, Expiry expiry) {
        return new RenewalRecord(false, "1.2.3", Portal.SCHOOL,
                Optional.of(new RenewalRecord.SignedIn(new Account("it@maple.example", organisation), organisation)),
                Optional.of(new RenewalRecord.EnterpriseApp("Accounts to Apple", "aaaa")), savedAt, ZoneOffset.UTC,
                new RenewalRecord.ByKeyturn(RenewalRecord.SyncBefore.of(JOB),
                        new RenewalRecord.Address(Optional.empty(), Optional.empty()),
                        RenewalRecord.TestIds.of(Outcomes.TESTS), new SaveProof.ByResponse(FIRST, Optional.empty()),
                        RenewalRecord.Restart.of(new SyncRestartResult.NotNeeded()), new SyncProof.NotYet(), FIRST,
                        Fingerprint.of(Tokens.of(token))),
                expiry, OldTokenStatus.NOT_YET);
    }

    /** A renewal of another app of the organisation. */
    public static RenewalRecord ofApp(String appObjectId, RenewalRecord record) {
        return new RenewalRecord(record.practice(), record.keyturnVersion(), record.portal(), record.signedIn(),
                Optional.of(new RenewalRecord.EnterpriseApp("Accounts " + appObjectId, appObjectId)),
                record.savedAt(), record.zone(), record.work(), record.expiry(), record.oldToken());
    }

    /** The same renewal with the old token marked as revoked. */
    public static RenewalRecord withTheOldTokenRevoked(RenewalRecord record) {
        return withTheOldToken(OldTokenStatus.REVOKED, record);
    }

    /** The same renewal with this status of the old token. */
    public static RenewalRecord withTheOldToken(OldTokenStatus status, RenewalRecord record) {
        return new RenewalRecord(record.practice(), record.keyturnVersion(), record.portal(), record.signedIn(),
                record.app(), record.savedAt(), record.zone(), record.work(), record.expiry(), status);
    }

    /** The same renewal, after a sync was seen. */
    public static RenewalRecord withASyncSeen(RenewalRecord record) {
        Instant ended = record.savedAt().plusSeconds(90);
        SyncProof seen = new SyncProof.Seen(new SyncJob.Execution(record.savedAt().plusSeconds(60), Optional.of(ended),
                SyncJob.Result.SUCCEEDED));
        return record.withWork(((RenewalRecord.ByKeyturn) record.work()).withSync(seen, ended));
    }
}
