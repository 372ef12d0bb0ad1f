package app.keyturn.records;

import app.keyturn.records.RenewalRecord.Address;
import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.EnterpriseApp;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SignedIn;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.records.RenewalRecord.TestIds;
import app.keyturn.records.RenewalRecord.Work;
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
final class ReceiptParser {
    private ReceiptParser() {}

    /** The renewal behind the facts; empty if they do not tell it whole. */
    static Optional<RenewalRecord> record(JsonObject json) {
        try {
            return Optional.of(new RenewalRecord(JsonFields.isTrue(json, "practice"),
                    JsonFields.needed(json, "keyturnVersion"), Portal.valueOf(JsonFields.needed(json, "portal")),
                    signedIn(json), app(json), moment(json, "savedAt"), ZoneId.of(JsonFields.needed(json, "zone")),
                    work(json),
                    new Expiry(LocalDate.parse(JsonFields.needed(json, "expires")),
                            Expiry.Source.valueOf(JsonFields.needed(json, "expiresKnownFrom"))),
                    OldTokenStatus.valueOf(JsonFields.needed(json, "oldToken"))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<SignedIn> signedIn(JsonObject json) {
        return json.has("tenantId")
                ? Optional.of(new SignedIn(
                        new Account(JsonFields.needed(json, "user"), JsonFields.needed(json, "tenantId")),
                        JsonFields.needed(json, "organisation")))
                : Optional.empty();
    }

    private static Optional<EnterpriseApp> app(JsonObject json) {
        return json.has("appObjectId")
                ? Optional.of(new EnterpriseApp(JsonFields.needed(json, "app"), JsonFields.needed(json, "appObjectId")))
                : Optional.empty();
    }

    private static Work work(JsonObject json) {
        return switch (JsonFields.needed(json, "work")) {
            case ReceiptData.BY_KEYTURN -> byKeyturn(json);
            case ReceiptData.BY_HAND -> new ByHand(json.has("tokenFingerprint")
                    ? Optional.of(fingerprint(json))
                    : Optional.empty());
            default -> throw new IllegalArgumentException("work");
        };
    }

    private static ByKeyturn byKeyturn(JsonObject json) {
        JsonObject before = JsonFields.object(json, "syncBefore");
        JsonObject after = JsonFields.object(json, "syncAfter");
        JsonObject ids = JsonFields.object(json, "requestIds");
        return new ByKeyturn(
                new SyncBefore(SyncJob.Status.valueOf(JsonFields.needed(before, "status")),
                        SyncJob.Schedule.valueOf(JsonFields.needed(before, "schedule")),
                        JsonFields.text(before, "quarantine").map(SyncJob.QuarantineReason::valueOf)),
                new Address(JsonFields.text(json, "addressBefore"), JsonFields.text(json, "address")),
                new TestIds(JsonFields.text(ids, "test"), JsonFields.text(ids, "check")), proof(json, ids),
                new Restart(Restart.Outcome.valueOf(JsonFields.needed(json, "resume")),
                        JsonFields.text(json, "resumeProblem")),
                sync(after), moment(after, "lookedAt"), fingerprint(json));
    }

    private static SaveProof proof(JsonObject json, JsonObject ids) {
        Instant at = moment(json, "saveKnownAt");
        return switch (JsonFields.needed(json, "saveKnownFrom")) {
            case ReceiptData.ANSWERED -> new SaveProof.Answered(at, JsonFields.text(ids, "save"));
            case ReceiptData.SEEN_TO_CHANGE -> new SaveProof.SeenToChange(at, JsonFields.text(ids, "save"));
            default -> throw new IllegalArgumentException("saveKnownFrom");
        };
    }

    private static SyncProof sync(JsonObject after) {
        String result = JsonFields.needed(after, "result");
        if (result.equals(ReceiptData.NOT_YET_SEEN)) {
            return new SyncProof.NotYet();
        }
        SyncJob.Execution cycle = new SyncJob.Execution(moment(after, "began"),
                JsonFields.text(after, "ended").map(Instant::parse), SyncJob.Result.valueOf(result));
        return cycle.result() == SyncJob.Result.FAILED ? new SyncProof.Failed(cycle) : new SyncProof.Seen(cycle);
    }

    private static Fingerprint fingerprint(JsonObject json) {
        JsonObject print = JsonFields.object(json, "tokenFingerprint");
        return new Fingerprint(JsonFields.needed(print, "salt"), JsonFields.needed(print, "sha256"));
    }

    private static Instant moment(JsonObject json, String name) {
        return Instant.parse(JsonFields.needed(json, name));
    }
}
