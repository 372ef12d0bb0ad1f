package app.keyturn.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the scene of a controller from the FXML file of the same name that lies beside it. Every path stands in one
 * place, the name of a class, so a misspelt one cannot be written.
 */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads the file {@code <class name>.fxml} beside the controller's class.
     *
     * @param controller gets the file's {@code @FXML} fields; call this last in its constructor
     * @param messages the words for the file's {@code %keys}
     * @return the file's root
     */
    public static Parent load(Object controller, Messages messages) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName() + ".fxml";
        URL file = Objects.requireNonNull(type.getResource(name), name);
        FXMLLoader loader = new FXMLLoader(file, messages.bundle());
        loader.setClassLoader(type.getClassLoader());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
