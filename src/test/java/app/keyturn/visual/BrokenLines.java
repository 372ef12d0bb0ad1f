package app.keyturn.visual;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;

/** Words broken across lines because they are longer than a line. */
final class BrokenLines {
    /** Scripts in which a line may end between any two letters. */
    private static final Set<UnicodeScript> ANYWHERE = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.COMMON);
    /** File names, account names and long German role names may be broken. */
    private static final int LONGEST_NAME = 12;
    private static final int LONGEST_WORD = 24;

    private BrokenLines() {}

    static Stream<String> in(SceneSnapshot snapshot) {
        // A Text inside a TextFlow does not know its lines.
        return snapshot.texts().filter(text -> text.getParent() instanceof Labeled).flatMap(text -> {
            List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
            return IntStream.range(1, lines.size())
                    .map(line -> lines.get(line).start())
                    .filter(start -> splits(text, start))
                    .mapToObj(
                            start -> SceneSnapshot.name(text) + " is broken before “" + text.getText().substring(start)
                                    + "”");
        });
    }

    private static boolean splits(Text text, int start) {
        String words = text.getText();
        return start > 0 && start < words.length() && joins(words.codePointBefore(start))
                && joins(words.codePointAt(start)) && !isName(words, start);
    }

    private static boolean joins(int letter) {
        return Character.isLetter(letter) && !ANYWHERE.contains(UnicodeScript.of(letter));
    }

    private static boolean isName(String words, int at) {
        int begin = Math.max(words.lastIndexOf(' ', at), words.lastIndexOf('\n', at)) + 1;
        int end = words.indexOf(' ', at);
        String word = words.substring(begin, end < 0 ? words.length() : end);
        boolean plain = word.chars().allMatch(Character::isLetter);
        return word.length() > (plain ? LONGEST_WORD : LONGEST_NAME);
    }
}
