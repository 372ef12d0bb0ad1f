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
 * A save note as JSON, with the same member names as the expiry book. Unknown members are ignored.
 *
 * @param note empty if it can only be read by the version that wrote it
 * @param writer the file name of the writing process's lock; empty if it could not create one
 */
record SaveNoteJson(Optional<SaveNote> note, Optional<String> writer) {
    private static final String FORMAT = "keyturn-unfinished-save";
    private static final String STATE = "state";
    private static final String ENDED = "ENDED";
    private static final String WRITER = "writtenBy";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** A note as text. */
    static String toText(SaveNote note, Optional<String> writer) {
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
        writer.ifPresent(name -> json.addProperty(WRITER, name));
        return GSON.toJson(json) + "\n";
    }

    /** Parses a note of any version; empty if the text is not one. */
    static Optional<SaveNoteJson> parse(String text) {
        try {
            if (!(JsonParser.parseString(text) instanceof JsonObject json)) {
                return Optional.empty();
            }
            Optional<String> writer = JsonFields.text(json, WRITER);
            boolean thisFormat = JsonFields.text(json, "format").filter(FORMAT::equals).isPresent();
            Optional<SaveNote> note = thisFormat ? note(json) : Optional.empty();
            return note.isPresent() || writer.isPresent()
                    ? Optional.of(new SaveNoteJson(note, writer))
                    : Optional.empty();
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<SaveNote> note(JsonObject json) {
        try {
            return Optional.of(new SaveNote(Portal.valueOf(JsonFields.requiredText(json, "portal")),
                    JsonFields.requiredText(json, "organisation"), JsonFields.requiredText(json, "tenantId"),
                    JsonFields.requiredText(json, "app"), JsonFields.requiredText(json, "appObjectId"),
                    Instant.parse(JsonFields.requiredText(json, "at")),
                    Step.valueOf(JsonFields.requiredText(json, "step")),
                    ENDED.equals(JsonFields.text(json, STATE).orElse(""))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
