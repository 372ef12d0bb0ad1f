package app.keyturn.records;

import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SaveTime;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The facts of a receipt as JSON. Names are the same in every language, times are UTC, unknown facts are left out.
 * {@link ReceiptParser} reads it.
 */
final class ReceiptJson {
    private static final String FORMAT = "keyturn-receipt";
    private static final int VERSION = 1;
    static final String BY_KEYTURN = "BY_KEYTURN";
    static final String BY_HAND = "BY_HAND_NOT_CHECKED";
    static final String ANSWERED = "MICROSOFT_ANSWERED";
    static final String SEEN_TO_CHANGE = "REFUSED_BEFORE_PASSES_NOW";
    /** True if the time of the save is this computer's, since none of Microsoft's answers had one. */
    static final String UNDATED = "saveKnownAtThisComputersClock";
    /** When the last cycle before such a save began. */
    static final String LAST_CYCLE = "lastCycleBefore";
    static final String NOT_YET_SEEN = "NOT_YET_SEEN";
    /** Controls, and characters that change the direction of text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ReceiptJson() {}

    /** Whether a text is a receipt of this or another version. */
    static boolean isReceipt(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object
                    && object.get("format") instanceof JsonPrimitive format
                    && format.getAsString().equals(FORMAT);
        } catch (JsonParseException _) {
            return false;
        }
    }

    /** The facts as text. Invisible characters in names are escaped. */
    static String toText(RenewalRecord record) {
        return INVISIBLE.matcher(GSON.toJson(toJson(record)))
                .replaceAll(match -> String.format("\\\\u%04x", (int) match.group().charAt(0))) + "\n";
    }

    /** The facts, with what a later version has added to those of the same renewal. */
    static JsonObject toJson(RenewalRecord record, JsonObject previous) {
        JsonObject json = toJson(record);
        Optional<RenewalRecord> read = ReceiptParser.parse(previous);
        if (read.filter(it -> it.fingerprint().equals(record.fingerprint())).isPresent()) {
            addUnknown(json, previous, toJson(read.get()));
        }
        return json;
    }

    /** What is in the previous facts although this version would not have written it. */
    private static void addUnknown(JsonObject json, JsonObject previous, JsonObject known) {
        previous.asMap().forEach((name, value) -> {
            if (!known.has(name)) {
                if (!json.has(name)) {
                    json.add(name, value.deepCopy());
                }
            } else if (value instanceof JsonObject inner && known.get(name) instanceof JsonObject knownInner
                    && json.get(name) instanceof JsonObject target) {
                addUnknown(target, inner, knownInner);
            }
        });
    }

    static JsonObject toJson(RenewalRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("formatVersion", VERSION);
        json.addProperty("practice", record.practice());
        if (record.practice()) {
            json.addProperty("warning", RenewalRecord.PRACTICE_MARK + ": a rehearsal, nothing real was changed");
        }
        json.addProperty("keyturnVersion", record.keyturnVersion());
        json.addProperty("portal", record.portal().name());
        json.addProperty("portalSite", record.portal().site().toString());
        record.signedIn().ifPresent(signedIn -> {
            json.addProperty("organisation", signedIn.tenantName());
            json.addProperty("tenantId", signedIn.account().tenantId());
            json.addProperty("user", signedIn.account().userName());
        });
        record.app().ifPresent(app -> {
            json.addProperty("app", app.name());
            json.addProperty("appObjectId", app.objectId());
        });
        json.addProperty("savedAt", record.savedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        json.addProperty("savedAtLocal", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(
                record.savedAt().truncatedTo(ChronoUnit.SECONDS), record.zone())));
        json.addProperty("zone", record.zone().getId());
        switch (record.work()) {
            case ByKeyturn work -> {
                json.addProperty("work", BY_KEYTURN);
                addFacts(json, work, record.savedAt());
            }
            case ByHand work -> {
                json.addProperty("work", BY_HAND);
                work.fingerprint().ifPresent(fingerprint -> json.add("tokenFingerprint", fingerprint(fingerprint)));
            }
        }
        json.addProperty("expires", record.expiry().date().toString());
        json.addProperty("expiresKnownFrom", record.expiry().source().name());
        json.addProperty("oldToken", record.oldToken().name());
        return json;
    }

    private static void addFacts(JsonObject json, ByKeyturn work, Instant savedAt) {
        json.addProperty("test", "PASSED_BEFORE_AND_AFTER_THE_SAVE");
        SaveProof proof = work.proof();
        json.addProperty("saveKnownFrom", switch (proof) {
            case SaveProof.ByResponse _ -> ANSWERED;
            case SaveProof.ByTest _ -> SEEN_TO_CHANGE;
        });
        switch (proof.time()) {
            case SaveTime.Dated dated -> json.addProperty("saveKnownAt", dated.at().toString());
            case SaveTime.Undated undated -> {
                json.addProperty("saveKnownAt", savedAt.toString());
                json.addProperty(UNDATED, true);
                undated.lastCycle().ifPresent(began -> json.addProperty(LAST_CYCLE, began.toString()));
            }
        }
        JsonObject ids = new JsonObject();
        work.tests().before().ifPresent(id -> ids.addProperty("test", id));
        proof.requestId().ifPresent(id -> ids.addProperty("save", id));
        work.tests().after().ifPresent(id -> ids.addProperty("check", id));
        json.add("requestIds", ids);
        json.addProperty("secretTokenChanged", true);
        json.add("tokenFingerprint", fingerprint(work.fingerprint()));
        json.addProperty("addressChanged", work.address().after().isPresent());
        work.address().before().ifPresent(address -> json.addProperty("addressBefore", address));
        work.address().after().ifPresent(address -> json.addProperty("address", address));
        JsonObject before = new JsonObject();
        before.addProperty("status", work.syncBefore().status().name());
        before.addProperty("schedule", work.syncBefore().schedule().name());
        work.syncBefore().quarantine().map(Enum::name).ifPresent(reason -> before.addProperty("quarantine", reason));
        json.add("syncBefore", before);
        json.addProperty("syncStarted", work.restart().outcome() == Restart.Outcome.STARTED);
        json.addProperty("resume", work.restart().outcome().name());
        work.restart().problemCode().ifPresent(code -> json.addProperty("resumeProblem", code));
        JsonObject after = new JsonObject();
        after.addProperty("lookedAt", work.checkedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        switch (work.sync()) {
            case SyncProof.NotYet _ -> after.addProperty("result", NOT_YET_SEEN);
            case SyncProof.Seen seen -> addCycle(after, seen.cycle());
            case SyncProof.Failed failed -> addCycle(after, failed.cycle());
        }
        json.add("syncAfter", after);
    }

    private static JsonObject fingerprint(Fingerprint fingerprint) {
        JsonObject json = new JsonObject();
        json.addProperty("salt", fingerprint.salt());
        json.addProperty("sha256", fingerprint.hash());
        return json;
    }

    private static void addCycle(JsonObject json, SyncJob.Execution cycle) {
        json.addProperty("result", cycle.result().name());
        json.addProperty("began", cycle.began().toString());
        cycle.ended().ifPresent(ended -> json.addProperty("ended", ended.toString()));
    }
}
