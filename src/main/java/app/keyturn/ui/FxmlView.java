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
 * A part of the window whose nodes are described in an FXML file beside the class. The file has the name of the class,
 * so its path cannot be misspelt.
 */
public abstract class FxmlView {
    /** A key of the bundle, as FXML writes it. */
    private static final Pattern KEY = Pattern.compile("=\"%([^\"]+)\"");
    /** The name of the texts in FXML expressions; a control with this {@code fx:id} would hide them. */
    static final String TEXTS = "textsOfTheBundle";

    protected final Messages messages;
    private final Parent view;

    /**
     * Loads the FXML file. The {@code @FXML} fields are set when this returns, so they need no initialisers, and the
     * rest of the subclass's constructor can use them: there is no {@code initialize} method.
     *
     * <p>FXML reads its {@code %keys} once; here each is bound to its text, so that it changes with the language. The
     * subclass cannot set these properties.
     *
     * @param messages the texts for the file's {@code %keys}
     */
    @SuppressWarnings("this-escape")
    protected FxmlView(Messages messages) {
        this.messages = messages;
        Class<?> type = getClass();
        String name = type.getSimpleName() + ".fxml";
        URL file = Objects.requireNonNull(type.getResource(name), name);
        FXMLLoader loader = new FXMLLoader(file);
        loader.setClassLoader(type.getClassLoader());
        loader.setController(this);
        try (InputStream in = file.openStream()) {
            String fxml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            loader.getNamespace().put(TEXTS, texts(fxml, messages));
            String bound = KEY.matcher(fxml).replaceAll("=\"\\${" + TEXTS + "['$1']}\"");
            view = loader.load(new ByteArrayInputStream(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The root of the FXML file; always the same node. */
    public final Parent view() {
        return view;
    }

    /** The texts of one file by their keys, in the current language. */
    private static ObservableMap<String, String> texts(String fxml, Messages messages) {
        ObservableMap<String, String> texts = FXCollections.observableHashMap();
        messages.language()
                .subscribe(_ -> KEY.matcher(fxml)
                        .results()
                        .map(key -> key.group(1))
                        .forEach(key -> texts.put(key, messages.text(key))));
        return texts;
    }
}
