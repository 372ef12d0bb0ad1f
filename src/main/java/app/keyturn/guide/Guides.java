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

/** All guides: the files named in {@code guide/index.json}, the newest of each portal first. */
public final class Guides {
    private static final List<Guide> ALL = JsonParser.parseString(readResource("index.json"))
            .getAsJsonArray()
            .asList()
            .stream()
            .map(JsonElement::getAsString)
            .map(name -> GuideJson.parse(readResource(name + ".json")))
            .toList();

    private Guides() {}

    /** A portal's guides, for the newest screens first; never empty. */
    public static List<Guide> forPortal(Portal portal) {
        return ALL.stream().filter(guide -> guide.portal() == portal).toList();
    }

    private static String readResource(String name) {
        try (InputStream file = Objects.requireNonNull(Guides.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
