package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * All guides: the files beside {@code guide/index.json}, which names them, each portal's newest first. Each file names
 * its own sources.
 */
public final class Guides {
    private static final List<Guide> ALL = JsonParser.parseString(text("index.json"))
            .getAsJsonArray()
            .asList()
            .stream()
            .map(JsonElement::getAsString)
            .map(name -> GuideFile.read(text(name + ".json")))
            .toList();

    private Guides() {}

    /** A portal's guides, the newest screens first; never empty. */
    public static List<Guide> forPortal(Portal portal) {
        return ALL.stream().filter(guide -> guide.portal() == portal).toList();
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Guides.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
