package app.keyturn.ui;

import app.keyturn.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the scene of a controller from the FXML file of the same name that lies beside it. Every path stands in one
 * place, the name of a class, so a misspelt one cannot be written.
 */
public final class Fxml {
    /** A word of the bundle, as FXML has it. */
    private static final Pattern KEY = Pattern.compile("=\"%([^\"]+)\"");
    /** What the words are called in FXML's expressions; a control with that {@code fx:id} would take their place. */
    public static final String WORDS = "wordsOfTheBundle";

    private Fxml() {}

    /**
     * Loads the file {@code <class name>.fxml} beside the controller's class. FXML reads its {@code %keys} once; here
     * each is bound to the words, by FXML's own expressions, so that they change with the language. The controller
     * cannot set what is bound.
     *
     * @param controller gets the file's {@code @FXML} fields; call this last in its constructor
     * @param messages the words for the file's {@code %keys}
     * @return the file's root
     */
    public static Parent load(Object controller, Messages messages) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName() + ".fxml";
        URL file = Objects.requireNonNull(type.getResource(name), name);
        FXMLLoader loader = new FXMLLoader(file);
        loader.setClassLoader(type.getClassLoader());
        loader.setController(controller);
        try (InputStream from = file.openStream()) {
            String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            loader.getNamespace().put(WORDS, words(text, messages));
            String bound = KEY.matcher(text).replaceAll("=\"\\${" + WORDS + "['$1']}\"");
            return loader.load(new ByteArrayInputStream(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The words of one file, by their keys. */
    private static ObservableMap<String, String> words(String text, Messages messages) {
        ObservableMap<String, String> words = FXCollections.observableHashMap();
        messages.language()
                .subscribe(_ -> KEY.matcher(text)
                        .results()
                        .map(key -> key.group(1))
                        .forEach(key -> words.put(key, messages.text(key))));
        return words;
    }
}
