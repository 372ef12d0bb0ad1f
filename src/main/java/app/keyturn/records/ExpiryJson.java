package app.keyturn.records;

import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expiry book as JSON, with the same member names as receipts. Each element of "organisations" is one app of an
 * organisation. Everything this version does not know is kept: members, words in a receipt, and tokens or elements it
 * cannot read.
 */
final class ExpiryJson {
    /** A book with a greater version would be damaged if this program wrote it. */
    static final int VERSION = 1;

    private static final String FORMAT = "keyturn-expiry-book";
    private static final String ORGANISATIONS = "organisations";
    private static final String APP = "app";
    private static final String APP_ID = "appObjectId";
    private static final String TOKENS = "tokens";
    private static final String REMINDER = "reminder";
    private static final String RECEIPT = "receipt";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final JsonObject book;

    private ExpiryJson(JsonObject book) {
        this.book = book;
    }

    static ExpiryJson empty() {
        JsonObject book = new JsonObject();
        book.addProperty("format", FORMAT);
        book.addProperty("version", VERSION);
        book.add(ORGANISATIONS, new JsonArray());
        return new ExpiryJson(book);
    }

    /** Parses a book of any version; empty if the text is not one. */
    static Optional<ExpiryJson> parse(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject book
                    && FORMAT.equals(JsonFields.text(book, "format").orElse(""))
                    && book.get("version") instanceof JsonPrimitive version
                    && version.isNumber()
                    && book.get(ORGANISATIONS) instanceof JsonArray
                            ? Optional.of(new ExpiryJson(book))
                            : Optional.empty();
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }

    /** Whether a later version of this program wrote it. */
    boolean isNewer() {
        return book.get("version").getAsDouble() > VERSION;
    }

    /** The entries that can be read, in file order. If two are of the same app, the first counts. */
    List<ExpiryEntry> entries() {
        Map<RenewedApp, ExpiryEntry> entries = new LinkedHashMap<>();
        readable().forEach(entry -> entries.putIfAbsent(entry.renewedApp(), entry));
        return List.copyOf(entries.values());
    }

    /** All tokens that can be read. */
    Stream<SavedToken> tokens() {
        return readable().flatMap(entry -> entry.tokens().stream());
    }

    /**
     * The entry of an app; empty if there is none, or the app is not known. An entry of an old version that names no
     * app belongs to the first one that is renewed.
     */
    Optional<ExpiryEntry> entry(RenewedApp app) {
        return place(app).flatMap(ExpiryJson::parseEntry);
    }

    /** A copy with an entry added or updated. A number that was given to reminders is not taken back. */
    ExpiryJson with(ExpiryEntry entry) {
        ExpiryJson changed = copy();
        RenewedApp app = entry.renewedApp();
        JsonObject target = changed.place(app).or(() -> changed.placeOfTaken(entry)).orElseGet(() -> {
            JsonObject added = new JsonObject();
            changed.organisations().add(added);
            return added;
        });
        writeEntry(entry, target);
        return changed;
    }

    /** A copy with another number for an app's reminders; nothing else is changed. */
    ExpiryJson withReminders(RenewedApp app, ReminderSeries reminders) {
        ExpiryJson changed = copy();
        changed.place(app).ifPresent(target -> writeReminders(reminders, target));
        return changed;
    }

    /** A copy without an entry. */
    ExpiryJson without(ExpiryEntry entry) {
        ExpiryJson changed = copy();
        changed.organisations().asList().removeIf(json -> isOf(entry.renewedApp(), json));
        return changed;
    }

    /** Whether both would be the same file. */
    boolean isSame(ExpiryJson other) {
        return book.equals(other.book);
    }

    private ExpiryJson copy() {
        return new ExpiryJson(book.deepCopy());
    }

    private Stream<ExpiryEntry> readable() {
        return organisations().asList().stream().flatMap(json -> parseEntry(json).stream());
    }

    private Optional<JsonObject> place(RenewedApp app) {
        return first(json -> isOf(app, json)).or(() -> app.isKnown()
                ? first(json -> isOf(app.anyApp(), json))
                : Optional.empty());
    }

    /** Where an entry without an app is to be restored: in the entry of the app that took it over. */
    private Optional<JsonObject> placeOfTaken(ExpiryEntry entry) {
        return entry.appObjectId().isEmpty()
                ? first(json -> parseEntry(json)
                        .filter(other -> other.renewedApp().anyApp().equals(entry.renewedApp()))
                        .filter(other -> other.reminders().id().equals(entry.reminders().id()))
                        .isPresent()).or(() -> onlyOne(entry.renewedApp()))
                : Optional.empty();
    }

    private Optional<JsonObject> onlyOne(RenewedApp anyApp) {
        List<ExpiryEntry> apps = entries().stream().filter(it -> it.renewedApp().anyApp().equals(anyApp)).toList();
        return apps.size() == 1 ? place(apps.getFirst().renewedApp()) : Optional.empty();
    }

    private Optional<JsonObject> first(Predicate<JsonElement> wanted) {
        return organisations().asList().stream().filter(wanted).findFirst().map(JsonElement::getAsJsonObject);
    }

    private static boolean isOf(RenewedApp app, JsonElement json) {
        return parseEntry(json).filter(entry -> entry.renewedApp().equals(app)).isPresent();
    }

    String toText() {
        return GSON.toJson(book) + "\n";
    }

    private JsonArray organisations() {
        return book.getAsJsonArray(ORGANISATIONS);
    }

    private static void writeEntry(ExpiryEntry entry, JsonObject target) {
        target.addProperty("portal", entry.portal().name());
        target.addProperty("organisation", entry.tenantName());
        target.addProperty("tenantId", entry.tenantId());
        if (entry.appObjectId().isEmpty()) {
            target.remove(APP);
            target.remove(APP_ID);
        } else {
            target.addProperty(APP, entry.appName());
            target.addProperty(APP_ID, entry.appObjectId());
        }
        target.addProperty("user", entry.renewedBy());
        target.addProperty("renewedAt", toSeconds(entry.renewedAt()));
        target.addProperty("expires", entry.expiry().date().toString());
        target.addProperty("expiresKnownFrom", entry.expiry().source().name());
        target.add(TOKENS, tokensJson(entry.tokens(), target.get(TOKENS)));
        writeReminders(parseReminders(target).filter(series -> series.sequence() > 0)
                .map(given -> given.orLater(entry.reminders()))
                .orElse(entry.reminders()), target);
        writeReceipt(entry.receipt(), target);
    }

    private static void writeReminders(ReminderSeries reminders, JsonObject target) {
        JsonObject json = JsonFields.objectOrEmpty(target, REMINDER);
        json.addProperty("id", reminders.id().toString());
        json.addProperty("sequence", reminders.sequence());
        target.add(REMINDER, json);
    }

    /** A receipt with a word of a later version stays until the next renewal. */
    private static void writeReceipt(Optional<RenewalRecord> receipt, JsonObject target) {
        JsonObject present = JsonFields.objectOrEmpty(target, RECEIPT);
        if (receipt.isPresent()) {
            target.add(RECEIPT, ReceiptJson.toJson(receipt.get(), present));
        } else if (ReceiptParser.parse(present).isPresent()) {
            target.remove(RECEIPT);
        }
    }

    /** Keeps unknown members, and tokens that only a later version can read. */
    private static JsonArray tokensJson(List<SavedToken> tokens, @Nullable JsonElement present) {
        List<JsonElement> before = present instanceof JsonArray array ? array.asList() : List.of();
        JsonArray json = new JsonArray();
        for (SavedToken token : tokens) {
            JsonObject element = before.stream()
                    .filter(it -> parseToken(it).filter(old -> old.fingerprint().equals(token.fingerprint()))
                            .isPresent())
                    .findFirst()
                    .map(it -> it.getAsJsonObject().deepCopy())
                    .orElseGet(JsonObject::new);
            writeToken(token, element);
            json.add(element);
        }
        before.stream().filter(it -> parseToken(it).isEmpty()).forEach(json::add);
        return json;
    }

    private static void writeToken(SavedToken token, JsonObject json) {
        json.addProperty("salt", token.fingerprint().salt());
        json.addProperty("sha256", token.fingerprint().hash());
        json.addProperty("savedAt", toSeconds(token.savedAt()));
        json.addProperty("expires", token.expiry().date().toString());
        json.addProperty("expiresKnownFrom", token.expiry().source().name());
        json.addProperty("revoked", token.revoked());
    }

    private static String toSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Optional<ExpiryEntry> parseEntry(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            return Optional.empty();
        }
        try {
            Instant renewedAt = Instant.parse(JsonFields.requiredText(json, "renewedAt"));
            return Optional.of(new ExpiryEntry(Portal.valueOf(JsonFields.requiredText(json, "portal")),
                    JsonFields.requiredText(json, "organisation"), JsonFields.requiredText(json, "tenantId"),
                    JsonFields.text(json, APP).orElse(""), JsonFields.text(json, APP_ID).orElse(""),
                    JsonFields.requiredText(json, "user"),
                    renewedAt, expiry(json), tokens(json), parseReminders(json).orElseGet(ReminderSeries::create),
                    // An older version updates the members above, and leaves an outdated receipt in place.
                    ReceiptParser.parse(JsonFields.objectOrEmpty(json, RECEIPT))
                            .filter(record -> record.savedAt().equals(renewedAt))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty(); // not shown, but kept in the file
        }
    }

    private static Expiry expiry(JsonObject json) {
        return new Expiry(LocalDate.parse(JsonFields.requiredText(json, "expires")),
                Expiry.Source.valueOf(JsonFields.requiredText(json, "expiresKnownFrom")));
    }

    private static List<SavedToken> tokens(JsonObject json) {
        return json.get(TOKENS) instanceof JsonArray tokens
                ? tokens.asList().stream().flatMap(token -> parseToken(token).stream()).toList()
                : List.of();
    }

    /** A token that cannot be read is not recognised again. */
    private static Optional<SavedToken> parseToken(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedToken(
                    new Fingerprint(JsonFields.requiredText(json, "salt"), JsonFields.requiredText(json, "sha256")),
                    Instant.parse(JsonFields.requiredText(json, "savedAt")), expiry(json),
                    JsonFields.isTrue(json, "revoked")));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Empty if the series cannot be read: then a new one begins, whose events do not replace earlier ones. */
    private static Optional<ReminderSeries> parseReminders(JsonObject entry) {
        JsonObject json = JsonFields.objectOrEmpty(entry, REMINDER);
        try {
            int sequence = new BigDecimal(json.get("sequence") instanceof JsonPrimitive number && number.isNumber()
                    ? number.getAsString()
                    : "").intValueExact();
            return Optional.of(new ReminderSeries(UUID.fromString(JsonFields.requiredText(json, "id")), sequence))
                    .filter(series -> series.sequence() >= 0);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
