package app.keyturn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;

/** Pictures of a window, for people to look at; taken only where they are wanted ({@code -Dpictures=FOLDER}). */
public final class Pictures {
    private static final String FOLDER = System.getProperty("pictures", "");

    private Pictures() {}

    /** True if somebody wants pictures. */
    public static boolean wanted() {
        return !FOLDER.isEmpty();
    }

    /**
     * Leaves a picture of what a scene shows now, if somebody wants it. To be called on the JavaFX thread.
     *
     * @param name the file's name, without its ending
     */
    public static void take(Scene scene, String name) {
        if (wanted()) {
            try {
                Files.write(Files.createDirectories(Path.of(FOLDER)).resolve(name + ".png"),
                        Png.of(scene.snapshot(null)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
