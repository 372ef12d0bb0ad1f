package installer;

import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/** Converts style sheets to JavaFX's binary form. It needs JavaFX, so it runs in a JVM of its own. */
final class StyleSheetCompiler {
    private StyleSheetCompiler() {}

    /** Takes pairs of files: a style sheet and its result. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i += 2) {
            Stylesheet.convertToBinary(new File(arguments[i]), new File(arguments[i + 1]));
        }
    }
}
