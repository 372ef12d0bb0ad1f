package installer;

import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/**
 * Turns style sheets into JavaFX's binary form. In a JVM of its own, since it needs JavaFX: {@code java --module-path ...
 * --add-modules javafx.graphics packaging/installer/StyleSheetCompiler.java SHEET RESULT SHEET RESULT ...}.
 */
final class StyleSheetCompiler {
    private StyleSheetCompiler() {}

    public static void main(String[] arguments) throws IOException {
        for (int at = 0; at < arguments.length; at += 2) {
            Stylesheet.convertToBinary(new File(arguments[at]), new File(arguments[at + 1]));
        }
    }
}
