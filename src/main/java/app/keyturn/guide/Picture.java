package app.keyturn.guide;

import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;

/**
 * A picture drawn by us, in the FXML file {@code guide/pictures/<name>.fxml}: boxes, lines, and Apple's names of what is
 * to be found, which are not translated. Where to press stands in a ring with a number. It has the size of its text and
 * the colours of the window.
 *
 * @param name the file's, without its ending
 */
public record Picture(String name) {
    /** Apple's list of two tokens, the old one above the new one. */
    public static final Picture TWO_TOKENS = new Picture("two-tokens");
    /** The words to look for where a token is made, and nothing else. */
    public static final Picture LANDMARKS = new Picture("landmarks");

    /** Where the picture's file is. */
    public URL file() {
        String path = "pictures/" + name + ".fxml";
        return Objects.requireNonNull(Picture.class.getResource(path), path);
    }

    /** The key of what the picture shows, for those who cannot see it. */
    public String altTextKey() {
        return "guide.picture." + name;
    }

    /**
     * Draws it.
     *
     * @param portal whose addresses stand in it
     * @param alternative what it shows, in words
     */
    public Parent draw(Portal portal, String alternative) {
        FXMLLoader loader = new FXMLLoader(file());
        loader.setClassLoader(Picture.class.getClassLoader());
        loader.getNamespace().put("site", portal.site().getHost());
        // The end is what differs between the portals, and what there is room for.
        loader.getNamespace().put("address", "…" + URI.create(portal.tenantUrl().text()).getPath());
        try {
            Parent drawing = loader.load();
            drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            drawing.setAccessibleText(alternative);
            drawing.setMouseTransparent(true);
            return drawing;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
