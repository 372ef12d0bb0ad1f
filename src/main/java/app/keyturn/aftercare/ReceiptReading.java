package app.keyturn.aftercare;

import app.keyturn.aftercare.RenewalRecord.Address;
import app.keyturn.aftercare.RenewalRecord.ByHand;
import app.keyturn.aftercare.RenewalRecord.ByKeyturn;
import app.keyturn.aftercare.RenewalRecord.EnterpriseApp;
import app.keyturn.aftercare.RenewalRecord.OldTokenFate;
import app.keyturn.aftercare.RenewalRecord.Resumed;
import app.keyturn.aftercare.RenewalRecord.SignedIn;
import app.keyturn.aftercare.RenewalRecord.SyncBefore;
import app.keyturn.aftercare.RenewalRecord.TestIds;
import app.keyturn.aftercare.RenewalRecord.Work;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the facts of a receipt back, as {@link ReceiptData} writes them, so that a later look can complete them. */
final class ReceiptReading {
    private ReceiptReading() {}

    /** The renewal behind the facts; empty if they do not tell it whole. */
    static Optional<RenewalRecord> record(JsonObject json) {
        try {
            return Optional.of(new RenewalRecord(Members.isTrue(json, "practice"),
                    Members.needed(json, "keyturnVersion"), Portal.valueOf(Members.needed(json, "portal")),
                    signedIn(json), app(json), moment(json, "savedAt"), ZoneId.of(Members.needed(json, "zone")),
                    work(json),
                    new Expiry(LocalDate.parse(Members.needed(json, "expires")),
                            Expiry.Source.valueOf(Members.needed(json, "expiresKnownFrom"))),
                    OldTokenFate.valueOf(Members.needed(json, "oldToken"))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<SignedIn> signedIn(JsonObject json) {
        return json.has("tenantId")
                ? Optional.of(new SignedIn(
                        new Account(Members.needed(json, "user"), Members.needed(json, "tenantId")),
                        Members.needed(json, "organisation")))
                : Optional.empty();
    }

    private static Optional<EnterpriseApp> app(JsonObject json) {
        return json.has("appObjectId")
                ? Optional.of(new EnterpriseApp(Members.needed(json, "app"), Members.needed(json, "appObjectId")))
                : Optional.empty();
    }

    private static Work work(JsonObject json) {
        return switch (Members.needed(json, "work")) {
            case ReceiptData.BY_KEYTURN -> byKeyturn(json);
            case ReceiptData.BY_HAND -> new ByHand(json.has("tokenFingerprint")
                    ? Optional.of(fingerprint(json))
                    : Optional.empty());
            default -> throw new IllegalArgumentException("work");
        };
    }

    private static ByKeyturn byKeyturn(JsonObject json) {
        JsonObject before = Members.object(json, "syncBefore");
        JsonObject after = Members.object(json, "syncAfter");
        JsonObject ids = Members.object(json, "requestIds");
        return new ByKeyturn(
                new SyncBefore(SyncJob.Status.valueOf(Members.needed(before, "status")),
                        SyncJob.Schedule.valueOf(Members.needed(before, "schedule")),
                        Members.text(before, "quarantine").map(SyncJob.QuarantineReason::valueOf)),
                new Address(Members.text(json, "addressBefore"), Members.text(json, "address")),
                new TestIds(Members.text(ids, "test"), Members.text(ids, "check")), proof(json, ids),
                new Resumed(Resumed.How.valueOf(Members.needed(json, "resume")), Members.text(json, "resumeProblem")),
                sync(after), moment(after, "lookedAt"), fingerprint(json));
    }

    private static SaveProof proof(JsonObject json, JsonObject ids) {
        Instant at = moment(json, "saveKnownAt");
        return switch (Members.needed(json, "saveKnownFrom")) {
            case ReceiptData.ANSWERED -> new SaveProof.Answered(at, Members.text(ids, "save"));
            case ReceiptData.SEEN_TO_CHANGE -> new SaveProof.SeenToChange(at, Members.text(ids, "save"));
            default -> throw new IllegalArgumentException("saveKnownFrom");
        };
    }

    private static SyncProof sync(JsonObject after) {
        String result = Members.needed(after, "result");
        if (result.equals(ReceiptData.NOT_YET_SEEN)) {
            return new SyncProof.NotYet();
        }
        SyncJob.Execution cycle = new SyncJob.Execution(moment(after, "began"),
                Members.text(after, "ended").map(Instant::parse), SyncJob.Result.valueOf(result));
        return cycle.result() == SyncJob.Result.FAILED ? new SyncProof.Failed(cycle) : new SyncProof.Seen(cycle);
    }

    private static Fingerprint fingerprint(JsonObject json) {
        JsonObject print = Members.object(json, "tokenFingerprint");
        return new Fingerprint(Members.needed(print, "salt"), Members.needed(print, "sha256"));
    }

    private static Instant moment(JsonObject json, String name) {
        return Instant.parse(Members.needed(json, name));
    }
}
