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
import app.keyturn.renewal.SaveTime;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the facts written by {@link ReceiptJson}, so that they can be completed later. */
final class ReceiptParser {
    private ReceiptParser() {}

    /** The renewal; empty if the facts are incomplete. */
    static Optional<RenewalRecord> parse(JsonObject json) {
        try {
            return Optional.of(new RenewalRecord(JsonFields.isTrue(json, "practice"),
                    JsonFields.requiredText(json, "keyturnVersion"),
                    Portal.valueOf(JsonFields.requiredText(json, "portal")),
                    signedIn(json), app(json), instant(json, "savedAt"),
                    ZoneId.of(JsonFields.requiredText(json, "zone")),
                    work(json),
                    new Expiry(LocalDate.parse(JsonFields.requiredText(json, "expires")),
                            Expiry.Source.valueOf(JsonFields.requiredText(json, "expiresKnownFrom"))),
                    OldTokenStatus.valueOf(JsonFields.requiredText(json, "oldToken"))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<SignedIn> signedIn(JsonObject json) {
        return json.has("tenantId")
                ? Optional.of(new SignedIn(
                        new Account(JsonFields.requiredText(json, "user"), JsonFields.requiredText(json, "tenantId")),
                        JsonFields.requiredText(json, "organisation")))
                : Optional.empty();
    }

    private static Optional<EnterpriseApp> app(JsonObject json) {
        return json.has("appObjectId")
                ? Optional.of(new EnterpriseApp(JsonFields.requiredText(json, "app"),
                        JsonFields.requiredText(json, "appObjectId")))
                : Optional.empty();
    }

    private static Work work(JsonObject json) {
        return switch (JsonFields.requiredText(json, "work")) {
            case ReceiptJson.BY_KEYTURN -> byKeyturn(json);
            case ReceiptJson.BY_HAND -> new ByHand(json.has("tokenFingerprint")
                    ? Optional.of(fingerprint(json))
                    : Optional.empty());
            default -> throw new IllegalArgumentException("work");
        };
    }

    private static ByKeyturn byKeyturn(JsonObject json) {
        JsonObject before = JsonFields.objectOrEmpty(json, "syncBefore");
        JsonObject after = JsonFields.objectOrEmpty(json, "syncAfter");
        JsonObject ids = JsonFields.objectOrEmpty(json, "requestIds");
        return new ByKeyturn(
                new SyncBefore(SyncJob.Status.valueOf(JsonFields.requiredText(before, "status")),
                        SyncJob.Schedule.valueOf(JsonFields.requiredText(before, "schedule")),
                        JsonFields.text(before, "quarantine").map(SyncJob.QuarantineReason::valueOf)),
                new Address(JsonFields.text(json, "addressBefore"), JsonFields.text(json, "address")),
                new TestIds(JsonFields.text(ids, "test"), JsonFields.text(ids, "check")), proof(json, ids),
                new Restart(Restart.Outcome.valueOf(JsonFields.requiredText(json, "resume")),
                        JsonFields.text(json, "resumeProblem")),
                sync(after), instant(after, "lookedAt"), fingerprint(json));
    }

    private static SaveProof proof(JsonObject json, JsonObject ids) {
        SaveTime time = saveTime(json);
        return switch (JsonFields.requiredText(json, "saveKnownFrom")) {
            case ReceiptJson.ANSWERED -> new SaveProof.ByResponse(time, JsonFields.text(ids, "save"));
            case ReceiptJson.SEEN_TO_CHANGE -> new SaveProof.ByTest(time, JsonFields.text(ids, "save"));
            default -> throw new IllegalArgumentException("saveKnownFrom");
        };
    }

    private static SaveTime saveTime(JsonObject json) {
        return JsonFields.isTrue(json, ReceiptJson.UNDATED)
                ? new SaveTime.Undated(JsonFields.text(json, ReceiptJson.LAST_CYCLE).map(Instant::parse))
                : new SaveTime.Dated(instant(json, "saveKnownAt"));
    }

    private static SyncProof sync(JsonObject after) {
        String result = JsonFields.requiredText(after, "result");
        if (result.equals(ReceiptJson.NOT_YET_SEEN)) {
            return new SyncProof.NotYet();
        }
        SyncJob.Execution cycle = new SyncJob.Execution(instant(after, "began"),
                JsonFields.text(after, "ended").map(Instant::parse), SyncJob.Result.valueOf(result));
        return cycle.result() == SyncJob.Result.FAILED ? new SyncProof.Failed(cycle) : new SyncProof.Seen(cycle);
    }

    private static Fingerprint fingerprint(JsonObject json) {
        JsonObject fingerprint = JsonFields.objectOrEmpty(json, "tokenFingerprint");
        return new Fingerprint(JsonFields.requiredText(fingerprint, "salt"),
                JsonFields.requiredText(fingerprint, "sha256"));
    }

    private static Instant instant(JsonObject json, String name) {
        return Instant.parse(JsonFields.requiredText(json, name));
    }
}
