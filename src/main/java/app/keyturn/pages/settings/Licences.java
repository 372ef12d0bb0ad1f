package app.keyturn.pages.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Whose work comes with the program, and under which licences: the file that the build makes of the libraries it puts in
 * and of {@code src/licences}.
 *
 * @param folder where a copy is put to be opened; it must exist by then
 */
public record Licences(Path folder) {
    private static final String RESOURCE = "/app/keyturn/licences.txt";
    private static final String FILE = "licences.txt";

    /** Those whose copy lies in the system's folder for temporary files, until the program ends. */
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
     * A copy that other programs can open. Its folder is a new one, so that nobody else's file is met there.
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
