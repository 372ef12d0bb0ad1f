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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The expiry book as JSON, with the same member names as receipts. Everything this version does not know is kept:
 * members of the book or of an organisation, and organisations it cannot read.
 */
final class ExpiryJson {
    /** A book with a greater version would be damaged if this program wrote it. */
    static final int VERSION = 1;

    private static final String FORMAT = "keyturn-expiry-book";
    private static final String ORGANISATIONS = "organisations";
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

    /** The organisations that can be read, in file order. */
    List<ExpiryEntry> entries() {
        return organisations().asList().stream().flatMap(json -> parseEntry(json).stream()).toList();
    }

    Optional<ExpiryEntry> entry(Portal portal, String tenantId) {
        return entries().stream().filter(entry -> entry.matches(portal, tenantId)).findFirst();
    }

    /** The entry for a renewal; empty if there is none, or its organisation or app is not known. */
    Optional<ExpiryEntry> entry(RenewalRecord record) {
        return record.signedIn()
                .filter(_ -> record.app().isPresent())
                .flatMap(signedIn -> entry(record.portal(), signedIn.account().tenantId()));
    }

    /** A copy with an organisation added or updated. */
    ExpiryJson with(ExpiryEntry entry) {
        ExpiryJson changed = new ExpiryJson(book.deepCopy());
        JsonArray organisations = changed.organisations();
        JsonObject target = StreamSupport.stream(organisations.spliterator(), false)
                .filter(json -> parseEntry(json).filter(entry::isSameOrganisation).isPresent())
                .map(JsonElement::getAsJsonObject)
                .findFirst()
                .orElseGet(() -> {
                    JsonObject added = new JsonObject();
                    organisations.add(added);
                    return added;
                });
        writeEntry(entry, target);
        return changed;
    }

    /** A copy without an organisation. */
    ExpiryJson without(ExpiryEntry entry) {
        ExpiryJson changed = new ExpiryJson(book.deepCopy());
        changed.organisations()
                .asList()
                .removeIf(json -> parseEntry(json).filter(entry::isSameOrganisation).isPresent());
        return changed;
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
        target.addProperty("app", entry.appName());
        target.addProperty("appObjectId", entry.appObjectId());
        target.addProperty("user", entry.renewedBy());
        target.addProperty("renewedAt", toSeconds(entry.renewedAt()));
        target.addProperty("expires", entry.expiry().date().toString());
        target.addProperty("expiresKnownFrom", entry.expiry().source().name());
        JsonArray tokens = new JsonArray();
        entry.tokens().stream().map(ExpiryJson::tokenJson).forEach(tokens::add);
        target.add(TOKENS, tokens);
        JsonObject reminder = new JsonObject();
        reminder.addProperty("id", entry.reminders().id().toString());
        reminder.addProperty("sequence", entry.reminders().sequence());
        target.add(REMINDER, reminder);
        target.remove(RECEIPT);
        entry.receipt().ifPresent(record -> target.add(RECEIPT, ReceiptJson.toJson(record)));
    }

    private static JsonObject tokenJson(SavedToken token) {
        JsonObject json = new JsonObject();
        json.addProperty("salt", token.fingerprint().salt());
        json.addProperty("sha256", token.fingerprint().hash());
        json.addProperty("savedAt", toSeconds(token.savedAt()));
        json.addProperty("expires", token.expiry().date().toString());
        json.addProperty("expiresKnownFrom", token.expiry().source().name());
        json.addProperty("revoked", token.revoked());
        return json;
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
                    JsonFields.requiredText(json, "app"), JsonFields.requiredText(json, "appObjectId"),
                    JsonFields.requiredText(json, "user"),
                    renewedAt, expiry(json), tokens(json), reminders(JsonFields.objectOrEmpty(json, REMINDER)),
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

    /** If the series cannot be read, a new one begins, whose events do not replace earlier ones. */
    private static ReminderSeries reminders(JsonObject json) {
        try {
            return json.get("sequence") instanceof JsonPrimitive sequence && sequence.isNumber()
                    ? new ReminderSeries(UUID.fromString(JsonFields.requiredText(json, "id")), sequence.getAsInt())
                    : ReminderSeries.create();
        } catch (IllegalArgumentException _) {
            return ReminderSeries.create();
        }
    }
}
