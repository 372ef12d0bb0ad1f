package app.keyturn.records;

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

/**
 * The note of an unfinished save as JSON, with the names that the expiry book uses. Members that it
 * does not know are not looked at.
 *
 * @param note what is noted
 * @param writer the life sign of the process that wrote it; empty if it gave none
 */
record SaveNoteJson(SaveNote note, Optional<String> writer) {
    private static final String FORMAT = "keyturn-unfinished-save";
    private static final String STATE = "state";
    private static final String ENDED = "ENDED";
    private static final String WRITER = "writtenBy";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The note, to be written. */
    static String text(SaveNote note, Optional<String> writer) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("portal", note.portal().name());
        json.addProperty("organisation", note.tenantName());
        json.addProperty("tenantId", note.tenantId());
        json.addProperty("app", note.appName());
        json.addProperty("appObjectId", note.appObjectId());
        json.addProperty("at", note.at().truncatedTo(ChronoUnit.SECONDS).toString());
        json.addProperty("step", note.step().name());
        if (note.ended()) {
            json.addProperty(STATE, ENDED);
        }
        writer.ifPresent(sign -> json.addProperty(WRITER, sign));
        return GSON.toJson(json) + "\n";
    }

    /** Reads a note; empty if the text is none. */
    static Optional<SaveNoteJson> read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject json
                    && JsonFields.needed(json, "format").equals(FORMAT)
                            ? Optional.of(new SaveNoteJson(note(json), JsonFields.text(json, WRITER)))
                            : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | JsonParseException _) {
            return Optional.empty();
        }
    }

    private static SaveNote note(JsonObject json) {
        return new SaveNote(Portal.valueOf(JsonFields.needed(json, "portal")),
                JsonFields.needed(json, "organisation"), JsonFields.needed(json, "tenantId"),
                JsonFields.needed(json, "app"), JsonFields.needed(json, "appObjectId"),
                Instant.parse(JsonFields.needed(json, "at")), Step.valueOf(JsonFields.needed(json, "step")),
                ENDED.equals(JsonFields.text(json, STATE).orElse("")));
    }
}
