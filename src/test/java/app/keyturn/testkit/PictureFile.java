package app.keyturn.testkit;

import app.keyturn.walkthrough.PngEncoder;
import javafx.scene.image.Image;

/** Lets the tests of every package make files of pictures. */
public final class PictureFile {
    private PictureFile() {}

    /** A picture as a PNG file. */
    public static byte[] of(Image image) {
        return PngEncoder.of(image);
    }
}
