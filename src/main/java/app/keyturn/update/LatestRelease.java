package app.keyturn.update;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feed of releases says of the latest one. GitHub Docs, "REST API endpoints for releases", "Get the latest
 * release". Of all that stands there only the version is taken, and whether it is one for everybody.
 */
public final class LatestRelease {
    private LatestRelease() {}

    /** The version of a finished release; empty if the answer speaks of none, or is something else. */
    public static Optional<Version> version(String answer) {
        JsonReader reader = new JsonReader(new StringReader(answer));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement first = JsonParser.parseReader(reader);
            return first instanceof JsonObject release && reader.peek() == JsonToken.END_DOCUMENT
                    ? version(release)
                    : Optional.empty();
        } catch (IOException | JsonParseException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Version> version(JsonObject release) {
        return release.get("tag_name") instanceof JsonPrimitive tag && tag.isString()
                && isNot(release.get("draft")) && isNot(release.get("prerelease"))
                        ? Version.of(tag.getAsString().replaceFirst("^v", "")).filter(found -> !found.snapshot())
                        : Optional.empty();
    }

    /** True only where it is said so, or not spoken of. */
    private static boolean isNot(@Nullable JsonElement said) {
        return said == null || (said instanceof JsonPrimitive word && word.isBoolean() && !word.getAsBoolean());
    }
}
