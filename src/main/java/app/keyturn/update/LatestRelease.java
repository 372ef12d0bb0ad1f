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
 * Reads the release feed's answer (GitHub Docs, "REST API endpoints for releases", "Get the latest release"). Takes
 * nothing but the version, and whether it is neither a draft nor a pre-release.
 */
public final class LatestRelease {
    private LatestRelease() {}

    /** The version of a published release; empty if the answer has none or is something else. */
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
                && isFalse(release.get("draft")) && isFalse(release.get("prerelease"))
                        ? Version.of(tag.getAsString().replaceFirst("^v", "")).filter(found -> !found.snapshot())
                        : Optional.empty();
    }

    /** True if the member is absent or {@code false}. */
    private static boolean isFalse(@Nullable JsonElement member) {
        return member == null || (member instanceof JsonPrimitive word && word.isBoolean() && !word.getAsBoolean());
    }
}
