package app.keyturn.testkit;

import app.keyturn.i18n.Texts;
import app.keyturn.records.RenewalRecord;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.TenantUrl;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Sample renewals for receipts and reminders. */
public final class Records {
    public static final Instant SAVED_AT = Instant.parse("2026-11-22T23:30:05Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final String TENANT_ID = "11112222-bbbb-3333-cccc-4444dddd5555";
    public static final String OBJECT_ID = "aaaa1111-22bb-33cc-44dd-555566667777";
    public static final RenewalRecord.SignedIn MAPLE = new RenewalRecord.SignedIn(
            new Account("it@maple.example", TENANT_ID), "Maple School");
    public static final SyncJob ACTIVE = job(SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty());

    private Records() {}

    /** The English messages. */
    public static ResourceBundle texts() {
        return ResourceBundle.getBundle("app.keyturn.messages", Locale.ROOT);
    }

    /** English texts, with dates in the format of the bare language. */
    public static Texts words() {
        return new Texts(texts(), Locale.ENGLISH);
    }

    public static SyncJob job(SyncJob.Status status, SyncJob.Schedule schedule,
            Optional<SyncJob.Quarantine> quarantine) {
        return new SyncJob("AppleSchoolManager.1", status, schedule, quarantine, Optional.empty(), Optional.empty());
    }

    public static RenewalRecord.ByKeyturn byKeyturn(SyncProof sync) {
        return byKeyturn(ACTIVE, new SaveProof.ByResponse(SAVED_AT, Optional.empty()),
                new SyncRestartResult.NotNeeded(),
                sync);
    }

    public static RenewalRecord.ByKeyturn byKeyturn(SyncJob before, SaveProof proof, SyncRestartResult result,
            SyncProof sync) {
        return byKeyturn(before, Optional.empty(), proof, result, sync);
    }

    public static RenewalRecord.ByKeyturn byKeyturn(SyncJob before, Optional<TenantUrl> corrected, SaveProof proof,
            SyncRestartResult result, SyncProof sync) {
        return new RenewalRecord.ByKeyturn(RenewalRecord.SyncBefore.of(before),
                RenewalRecord.Address.of(Optional.of(new TenantUrl("https://federation.apple.com/feeds/school/scim")),
                        corrected),
                RenewalRecord.TestIds.of(Outcomes.TESTS), proof, RenewalRecord.Restart.of(result), sync,
                SAVED_AT.plusSeconds(600), Outcomes.FINGERPRINT);
    }

    /** An ordinary renewal whose token expires on this day. */
    public static RenewalRecord until(LocalDate lastDay) {
        return with(false, MAPLE, byKeyturn(new SyncProof.NotYet()), Expiry.confirmed(lastDay));
    }

    public static RenewalRecord with(RenewalRecord.Work work) {
        return with(false, MAPLE, work, Expiry.confirmed(LocalDate.of(2027, 11, 22)));
    }

    public static RenewalRecord with(boolean practice, RenewalRecord.SignedIn signedIn, RenewalRecord.Work work,
            Expiry expiry) {
        return new RenewalRecord(practice, "1.2.3", Portal.SCHOOL, Optional.of(signedIn),
                Optional.of(new RenewalRecord.EnterpriseApp("Apple School Manager", OBJECT_ID)), SAVED_AT, ZONE, work,
                expiry, RenewalRecord.OldTokenStatus.NOT_YET);
    }
}
