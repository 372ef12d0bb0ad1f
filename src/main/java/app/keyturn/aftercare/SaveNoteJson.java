package app.keyturn.aftercare;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Step;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The note of an unfinished save as JSON, with the names that the expiry book uses. */
final class SaveNoteJson {
    private static final String FORMAT = "keyturn-unfinished-save";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private SaveNoteJson() {}

    /** The note, to be written. */
    static String text(SaveNote note) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("portal", note.portal().name());
        json.addProperty("organisation", note.tenantName());
        json.addProperty("tenantId", note.tenantId());
        json.addProperty("app", note.appName());
        json.addProperty("appObjectId", note.appObjectId());
        json.addProperty("at", note.at().truncatedTo(ChronoUnit.SECONDS).toString());
        json.addProperty("step", note.step().name());
        return GSON.toJson(json) + "\n";
    }

    /** Reads a note; empty if the text is none. */
    static Optional<SaveNote> read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject json
                    && ExpiryJson.needed(json, "format").equals(FORMAT) ? Optional.of(note(json)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | JsonParseException _) {
            return Optional.empty();
        }
    }

    private static SaveNote note(JsonObject json) {
        return new SaveNote(Portal.valueOf(ExpiryJson.needed(json, "portal")),
                ExpiryJson.needed(json, "organisation"), ExpiryJson.needed(json, "tenantId"),
                ExpiryJson.needed(json, "app"), ExpiryJson.needed(json, "appObjectId"),
                Instant.parse(ExpiryJson.needed(json, "at")), Step.valueOf(ExpiryJson.needed(json, "step")));
    }
}
