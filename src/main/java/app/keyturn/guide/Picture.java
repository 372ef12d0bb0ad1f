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
 * A drawing in the FXML file {@code guide/pictures/<name>.fxml}: boxes, lines, and the names on Apple's screens, which
 * are not translated. Numbered rings show where to press. It follows the text size and the colours of the window.
 *
 * @param name the file's name without extension
 */
public record Picture(String name) {
    /** Apple's list of two tokens, the old one above the new one. */
    public static final Picture TWO_TOKENS = new Picture("two-tokens");
    /** Only the names to look for where a token is created. */
    public static final Picture LANDMARKS = new Picture("landmarks");

    /** The FXML file. */
    public URL file() {
        String path = "pictures/" + name + ".fxml";
        return Objects.requireNonNull(Picture.class.getResource(path), path);
    }

    /** The message key of its alternative text, for users who cannot see it. */
    public String altTextKey() {
        return "guide.picture." + name;
    }

    /**
     * Loads the drawing.
     *
     * @param portal its addresses are shown
     * @param altText the alternative text
     */
    public Parent draw(Portal portal, String altText) {
        FXMLLoader loader = new FXMLLoader(file());
        loader.setClassLoader(Picture.class.getClassLoader());
        loader.getNamespace().put("site", portal.site().getHost());
        // The portals differ in the path only, and there is no room for more.
        loader.getNamespace().put("address", "…" + URI.create(portal.tenantUrl().text()).getPath());
        try {
            Parent drawing = loader.load();
            drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            drawing.setAccessibleText(altText);
            drawing.setMouseTransparent(true);
            return drawing;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
