package app.keyturn.pages.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The licences of the libraries: the file that the build makes from the libraries and {@code src/licences}.
 *
 * @param folder where a copy is placed to be opened; must exist by then
 */
public record Licences(Path folder) {
    private static final String RESOURCE = "/app/keyturn/licences.txt";
    private static final String FILE = "licences.txt";

    /** With the copy in the system's folder for temporary files, until the program ends. */
    public static Licences temporary() {
        return new Licences(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The whole text, in English. */
    public String text() {
        try (InputStream in = Objects.requireNonNull(Licences.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A copy that other programs can open, in a new folder, so that it cannot collide with another file.
     *
     * @throws IOException if it cannot be written
     */
    public Path file() throws IOException {
        Path own = Files.createTempDirectory(folder, "keyturn-");
        own.toFile().deleteOnExit();
        Path file = Files.writeString(own.resolve(FILE), text());
        file.toFile().deleteOnExit();
        return file;
    }
}
