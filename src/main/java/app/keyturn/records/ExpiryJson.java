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
 * The expiry book as JSON, with the names that receipts use. What this version does not know stays where it stands: a
 * member of the book or of an organisation, and an organisation it cannot read.
 */
final class ExpiryJson {
    /** Greater in a book that this program would spoil by writing into it. */
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

    /** A book with nothing in it. */
    static ExpiryJson empty() {
        JsonObject book = new JsonObject();
        book.addProperty("format", FORMAT);
        book.addProperty("version", VERSION);
        book.add(ORGANISATIONS, new JsonArray());
        return new ExpiryJson(book);
    }

    /** Reads a book of any version; empty if the text is none. */
    static Optional<ExpiryJson> read(String text) {
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

    /** True if a later version of this program wrote it. */
    boolean isNewer() {
        return book.get("version").getAsDouble() > VERSION;
    }

    /** The organisations that can be read, in the order of the book. */
    List<ExpiryEntry> entries() {
        return organisations().asList().stream().flatMap(each -> entry(each).stream()).toList();
    }

    /** The entry of an organisation; empty if there is none. */
    Optional<ExpiryEntry> entry(Portal portal, String tenantId) {
        return entries().stream().filter(entry -> entry.matches(portal, tenantId)).findFirst();
    }

    /** The entry of a renewal's organisation; empty if there is none, or if nobody knows organisation or app. */
    Optional<ExpiryEntry> entry(RenewalRecord record) {
        return record.signedIn()
                .filter(_ -> record.app().isPresent())
                .flatMap(who -> entry(record.portal(), who.account().tenantId()));
    }

    /** The book with an organisation added, or with new facts in the place of the old ones. */
    ExpiryJson with(ExpiryEntry entry) {
        ExpiryJson changed = new ExpiryJson(book.deepCopy());
        JsonArray all = changed.organisations();
        JsonObject place = StreamSupport.stream(all.spliterator(), false)
                .filter(each -> entry(each).filter(entry::replaces).isPresent())
                .map(JsonElement::getAsJsonObject)
                .findFirst()
                .orElseGet(() -> {
                    JsonObject fresh = new JsonObject();
                    all.add(fresh);
                    return fresh;
                });
        write(entry, place);
        return changed;
    }

    /** The book without an organisation. */
    ExpiryJson without(ExpiryEntry entry) {
        ExpiryJson changed = new ExpiryJson(book.deepCopy());
        changed.organisations().asList().removeIf(each -> entry(each).filter(entry::replaces).isPresent());
        return changed;
    }

    /** The book, to be written. */
    String text() {
        return GSON.toJson(book) + "\n";
    }

    private JsonArray organisations() {
        return book.getAsJsonArray(ORGANISATIONS);
    }

    private static void write(ExpiryEntry entry, JsonObject place) {
        place.addProperty("portal", entry.portal().name());
        place.addProperty("organisation", entry.tenantName());
        place.addProperty("tenantId", entry.tenantId());
        place.addProperty("app", entry.appName());
        place.addProperty("appObjectId", entry.appObjectId());
        place.addProperty("user", entry.renewedBy());
        place.addProperty("renewedAt", seconds(entry.renewedAt()));
        place.addProperty("expires", entry.expiry().date().toString());
        place.addProperty("expiresKnownFrom", entry.expiry().source().name());
        JsonArray tokens = new JsonArray();
        entry.tokens().stream().map(ExpiryJson::json).forEach(tokens::add);
        place.add(TOKENS, tokens);
        JsonObject reminder = new JsonObject();
        reminder.addProperty("id", entry.reminder().id().toString());
        reminder.addProperty("sequence", entry.reminder().sequence());
        place.add(REMINDER, reminder);
        place.remove(RECEIPT);
        entry.receipt().ifPresent(record -> place.add(RECEIPT, ReceiptData.facts(record)));
    }

    private static JsonObject json(SavedToken token) {
        JsonObject json = new JsonObject();
        json.addProperty("salt", token.fingerprint().salt());
        json.addProperty("sha256", token.fingerprint().hash());
        json.addProperty("savedAt", seconds(token.savedAt()));
        json.addProperty("expires", token.expiry().date().toString());
        json.addProperty("expiresKnownFrom", token.expiry().source().name());
        json.addProperty("revoked", token.revoked());
        return json;
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Optional<ExpiryEntry> entry(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            return Optional.empty();
        }
        try {
            Instant renewedAt = Instant.parse(JsonFields.needed(json, "renewedAt"));
            return Optional.of(new ExpiryEntry(Portal.valueOf(JsonFields.needed(json, "portal")),
                    JsonFields.needed(json, "organisation"), JsonFields.needed(json, "tenantId"),
                    JsonFields.needed(json, "app"), JsonFields.needed(json, "appObjectId"),
                    JsonFields.needed(json, "user"),
                    renewedAt, expiry(json), tokens(json), reminder(JsonFields.object(json, REMINDER)),
                    // An older version of this program writes the facts above, and leaves those it does not know.
                    ReceiptParser.record(JsonFields.object(json, RECEIPT))
                            .filter(record -> record.savedAt().equals(renewedAt))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty(); // not shown, and kept as it stands
        }
    }

    private static Expiry expiry(JsonObject json) {
        return new Expiry(LocalDate.parse(JsonFields.needed(json, "expires")),
                Expiry.Source.valueOf(JsonFields.needed(json, "expiresKnownFrom")));
    }

    private static List<SavedToken> tokens(JsonObject json) {
        return json.get(TOKENS) instanceof JsonArray tokens
                ? tokens.asList().stream().flatMap(each -> token(each).stream()).toList()
                : List.of();
    }

    /** A token that cannot be read is one that is not known again. */
    private static Optional<SavedToken> token(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedToken(
                    new Fingerprint(JsonFields.needed(json, "salt"), JsonFields.needed(json, "sha256")),
                    Instant.parse(JsonFields.needed(json, "savedAt")), expiry(json),
                    JsonFields.isTrue(json, "revoked")));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Without a series that can be read, a new one begins: its events stand beside those of the lost one. */
    private static ReminderSeries reminder(JsonObject json) {
        try {
            return json.get("sequence") instanceof JsonPrimitive sequence && sequence.isNumber()
                    ? new ReminderSeries(UUID.fromString(JsonFields.needed(json, "id")), sequence.getAsInt())
                    : ReminderSeries.begin();
        } catch (IllegalArgumentException _) {
            return ReminderSeries.begin();
        }
    }
}
