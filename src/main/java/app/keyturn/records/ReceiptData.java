package app.keyturn.records;

import app.keyturn.records.RenewalRecord.ByHand;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The receipt for programs: the same facts as JSON. Names in it are the same in every language; times are UTC; what is
 * not known is left out.
 */
final class ReceiptData {
    private static final String FORMAT = "keyturn-receipt";
    private static final int VERSION = 1;
    static final String BY_KEYTURN = "BY_KEYTURN";
    static final String BY_HAND = "BY_HAND_NOT_CHECKED";
    static final String ANSWERED = "MICROSOFT_ANSWERED";
    static final String SEEN_TO_CHANGE = "REFUSED_BEFORE_PASSES_NOW";
    static final String NOT_YET_SEEN = "NOT_YET_SEEN";
    private static final Pattern INVISIBLE = Pattern.compile("[\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ReceiptData() {}

    /** True if a text is such a receipt, of this or another version. */
    static boolean isReceipt(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object
                    && object.get("format") instanceof JsonPrimitive format
                    && format.getAsString().equals(FORMAT);
        } catch (JsonParseException _) {
            return false;
        }
    }

    /** The facts as text. Names stand as they are; characters that would turn the direction of text are escaped. */
    static String json(RenewalRecord record) {
        return INVISIBLE.matcher(GSON.toJson(facts(record)))
                .replaceAll(found -> String.format("\\\\u%04x", (int) found.group().charAt(0))) + "\n";
    }

    /** The facts. */
    static JsonObject facts(RenewalRecord record) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("formatVersion", VERSION);
        json.addProperty("practice", record.practice());
        if (record.practice()) {
            json.addProperty("warning", PracticeMark.WORD + ": a rehearsal, nothing real was changed");
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
            case ByKeyturn done -> {
                json.addProperty("work", BY_KEYTURN);
                byKeyturn(json, done);
            }
            case ByHand done -> {
                json.addProperty("work", BY_HAND);
                done.fingerprint().ifPresent(print -> json.add("tokenFingerprint", fingerprint(print)));
            }
        }
        json.addProperty("expires", record.expiry().date().toString());
        json.addProperty("expiresKnownFrom", record.expiry().source().name());
        json.addProperty("oldToken", record.oldToken().name());
        return json;
    }

    private static void byKeyturn(JsonObject json, ByKeyturn done) {
        json.addProperty("test", "PASSED_BEFORE_AND_AFTER_THE_SAVE");
        SaveProof proof = done.proof();
        json.addProperty("saveKnownFrom", switch (proof) {
            case SaveProof.Answered _ -> ANSWERED;
            case SaveProof.SeenToChange _ -> SEEN_TO_CHANGE;
        });
        json.addProperty("saveKnownAt", proof.at().toString());
        JsonObject ids = new JsonObject();
        done.tests().before().ifPresent(id -> ids.addProperty("test", id));
        proof.requestId().ifPresent(id -> ids.addProperty("save", id));
        done.tests().after().ifPresent(id -> ids.addProperty("check", id));
        json.add("requestIds", ids);
        json.addProperty("secretTokenChanged", true);
        json.add("tokenFingerprint", fingerprint(done.fingerprint()));
        json.addProperty("addressChanged", done.address().after().isPresent());
        done.address().before().ifPresent(address -> json.addProperty("addressBefore", address));
        done.address().after().ifPresent(address -> json.addProperty("address", address));
        JsonObject before = new JsonObject();
        before.addProperty("status", done.before().status().name());
        before.addProperty("schedule", done.before().schedule().name());
        done.before().quarantine().map(Enum::name).ifPresent(reason -> before.addProperty("quarantine", reason));
        json.add("syncBefore", before);
        json.addProperty("syncStarted", done.restart().outcome() == Restart.Outcome.STARTED);
        json.addProperty("resume", done.restart().outcome().name());
        done.restart().problemCode().ifPresent(code -> json.addProperty("resumeProblem", code));
        JsonObject after = new JsonObject();
        after.addProperty("lookedAt", done.checkedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        switch (done.sync()) {
            case SyncProof.NotYet _ -> after.addProperty("result", NOT_YET_SEEN);
            case SyncProof.Seen seen -> cycle(after, seen.cycle());
            case SyncProof.Failed failed -> cycle(after, failed.cycle());
        }
        json.add("syncAfter", after);
    }

    private static JsonObject fingerprint(Fingerprint print) {
        JsonObject json = new JsonObject();
        json.addProperty("salt", print.salt());
        json.addProperty("sha256", print.hash());
        return json;
    }

    private static void cycle(JsonObject json, SyncJob.Execution cycle) {
        json.addProperty("result", cycle.result().name());
        json.addProperty("began", cycle.began().toString());
        cycle.ended().ifPresent(ended -> json.addProperty("ended", ended.toString()));
    }
}
