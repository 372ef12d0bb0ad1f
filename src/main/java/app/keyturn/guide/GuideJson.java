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

/** Parses a guide. Missing and unknown members are errors, so that a mistake in a file is noticed at once. */
final class GuideJson {
    private static final Set<String> MEMBERS = Set.of("portal", "version", "seen", "sources", "steps", "landmarks",
            "warnings", "otherwise");
    private static final Set<String> STEP_MEMBERS = Set.of("words", "picture", "drawn");

    private GuideJson() {}

    /**
     * Parses the text of a file.
     *
     * @throws IllegalArgumentException if it is not a guide, with the reason
     */
    static Guide parse(String json) {
        try {
            JsonObject guide = requireMembers(MEMBERS, JsonParser.parseString(json));
            return new Guide(Portal.valueOf(text(guide, "portal")), text(guide, "version"),
                    YearMonth.parse(text(guide, "seen")), texts(guide, "sources"),
                    array(guide, "steps").asList().stream().map(GuideJson::step).toList(), texts(guide, "landmarks"),
                    texts(guide, "warnings"), texts(guide, "otherwise"));
        } catch (JsonParseException | DateTimeException | IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("Not a guide", e);
        }
    }

    private static Guide.Step step(JsonElement json) {
        JsonObject step = requireMembers(STEP_MEMBERS, json);
        return new Guide.Step(text(step, "words"), new Picture(text(step, "picture")),
                Guide.DrawnFrom.valueOf(text(step, "drawn")));
    }

    private static JsonObject requireMembers(Set<String> members, JsonElement json) {
        JsonObject object = json.getAsJsonObject();
        if (!object.keySet().equals(members)) {
            throw new IllegalArgumentException(new TreeSet<>(object.keySet()) + " instead of "
                    + new TreeSet<>(members));
        }
        return object;
    }

    private static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }

    private static JsonArray array(JsonObject object, String member) {
        return object.get(member).getAsJsonArray();
    }

    private static List<String> texts(JsonObject object, String member) {
        return array(object, member).asList().stream().map(JsonElement::getAsString).toList();
    }
}
