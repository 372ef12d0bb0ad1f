package app.keyturn.aftercare;

import app.keyturn.renewal.Expiry;
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
                    && FORMAT.equals(text(book, "format").orElse(""))
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
        place.addProperty("portal", entry.portal().name());
        place.addProperty("organisation", entry.tenantName());
        place.addProperty("tenantId", entry.tenantId());
        place.addProperty("app", entry.appName());
        place.addProperty("appObjectId", entry.appObjectId());
        place.addProperty("user", entry.renewedBy());
        place.addProperty("renewedAt", entry.renewedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        place.addProperty("expires", entry.expiry().date().toString());
        place.addProperty("expiresKnownFrom", entry.expiry().source().name());
        return changed;
    }

    /** The book, to be written. */
    String text() {
        return GSON.toJson(book) + "\n";
    }

    private JsonArray organisations() {
        return book.getAsJsonArray(ORGANISATIONS);
    }

    private static Optional<ExpiryEntry> entry(JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ExpiryEntry(Portal.valueOf(needed(json, "portal")), needed(json, "organisation"),
                    needed(json, "tenantId"), needed(json, "app"), needed(json, "appObjectId"), needed(json, "user"),
                    Instant.parse(needed(json, "renewedAt")), new Expiry(LocalDate.parse(needed(json, "expires")),
                            Expiry.Source.valueOf(needed(json, "expiresKnownFrom")))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty(); // not shown, and kept as it stands
        }
    }

    /** A text that has to be there.
     *
     * @throws IllegalArgumentException if it is not
     */
    static String needed(JsonObject json, String name) {
        return text(json, name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** A text that may be there. */
    static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }
}
