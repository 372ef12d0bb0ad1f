package app.keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every FXML file and the class beside it, without a toolkit. */
class FxmlViewTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            // Pictures have no view class.
            return all.filter(file -> file.toString().endsWith(".fxml"))
                    .filter(file -> !file.startsWith(RESOURCES.resolve("app/keyturn/guide/pictures")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldOfAViewIsInItsFile(Path file) throws Exception {
        Set<String> wanted = Arrays.stream(controller(file).getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.removeAll(found("fx:id=\"([^\"]+)\"", file));
        assertEquals(Set.of(), wanted);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyHandlerInAFileIsAMethodOfItsView(Path file) throws Exception {
        Set<String> wanted = found("=\"#([^\"]+)\"", file);
        wanted.removeAll(Arrays.stream(controller(file).getDeclaredMethods()).map(Method::getName).toList());
        assertEquals(Set.of(), wanted);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyInAFileIsInTheBundle(Path file) throws Exception {
        Messages messages = Messages.in(Locale.ENGLISH);
        for (String key : found("=\"%([^\"]+)\"", file)) {
            assertTrue(messages.bundle().containsKey(key), key);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noControlHidesTheTexts(Path file) throws Exception {
        assertFalse(found("fx:id=\"([^\"]+)\"", file).contains(FxmlView.TEXTS));
    }

    private static Class<?> controller(Path file) throws ClassNotFoundException {
        String path = RESOURCES.relativize(file).toString();
        return Class.forName(path.substring(0, path.length() - ".fxml".length()).replaceAll("[/\\\\]", "."));
    }

    private static Set<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
