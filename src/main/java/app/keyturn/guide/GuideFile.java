package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A guide as JSON. A member that is missing or not known is refused, so that a slip in a file is seen at once. */
final class GuideFile {
    private static final Set<String> MEMBERS = Set.of("portal", "version", "seen", "sources", "steps", "landmarks",
            "warnings", "otherwise");
    private static final Set<String> STEP_MEMBERS = Set.of("words", "picture", "drawn");

    private GuideFile() {}

    /**
     * Reads a guide.
     *
     * @param json the file's text
     * @throws IllegalArgumentException if it is not a guide, with what is wrong about it
     */
    static Guide read(String json) {
        try {
            JsonObject guide = withMembers(MEMBERS, JsonParser.parseString(json));
            return new Guide(Portal.valueOf(text(guide, "portal")), text(guide, "version"),
                    YearMonth.parse(text(guide, "seen")), texts(guide, "sources"),
                    list(guide, "steps").asList().stream().map(GuideFile::step).toList(), texts(guide, "landmarks"),
                    texts(guide, "warnings"), texts(guide, "otherwise"));
        } catch (JsonParseException | DateTimeException | IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("No guide", e);
        }
    }

    private static Guide.Step step(JsonElement json) {
        JsonObject step = withMembers(STEP_MEMBERS, json);
        return new Guide.Step(text(step, "words"), new Picture(text(step, "picture")),
                Guide.DrawnFrom.valueOf(text(step, "drawn")));
    }

    private static JsonObject withMembers(Set<String> members, JsonElement json) {
        JsonObject object = json.getAsJsonObject();
        if (!object.keySet().equals(members)) {
            throw new IllegalArgumentException(new TreeSet<>(object.keySet()) + " in place of "
                    + new TreeSet<>(members));
        }
        return object;
    }

    private static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }

    private static JsonArray list(JsonObject object, String member) {
        return object.get(member).getAsJsonArray();
    }

    private static List<String> texts(JsonObject object, String member) {
        return list(object, member).asList().stream().map(JsonElement::getAsString).toList();
    }
}
