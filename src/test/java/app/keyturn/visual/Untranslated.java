package app.keyturn.visual;

import app.keyturn.i18n.Messages;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** English text in a window of another language: it was not updated when the language changed. */
final class Untranslated {
    /** Texts that are English only, by the language in which they would be wrong. */
    private static final Map<Locale, Set<String>> FOREIGN = new ConcurrentHashMap<>();

    private Untranslated() {}

    static Stream<String> in(SceneSnapshot snapshot, Locale language) {
        Set<String> foreign = FOREIGN.computeIfAbsent(language, Untranslated::foreignIn);
        // Bold text in a TextFlow, or drawn text, may quote an English screen.
        return snapshot.texts()
                .filter(text -> text.getParent() instanceof Labeled && !isDrawn(text))
                .filter(text -> foreign.contains(text.getText()))
                .map(text -> SceneSnapshot.name(text) + " is English");
    }

    private static boolean isDrawn(Node text) {
        for (Node at = text; at != null; at = at.getParent()) {
            if (at.getAccessibleRole() == AccessibleRole.IMAGE_VIEW) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> foreignIn(Locale language) {
        ResourceBundle words = Messages.in(language).bundle();
        ResourceBundle english = Messages.in(Locale.ENGLISH).bundle();
        Set<String> foreign = new HashSet<>();
        english.keySet().forEach(key -> foreign.add(english.getString(key)));
        words.keySet().forEach(key -> foreign.remove(words.getString(key)));
        // The language menu shows each language under its own name.
        foreign.remove(english.getString("frame.language.own"));
        return foreign;
    }
}
