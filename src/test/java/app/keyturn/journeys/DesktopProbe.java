package app.keyturn.journeys;

import app.keyturn.desktop.FxDesktop;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A window in its own process that does one thing with the real desktop and prints the result. */
final class DesktopProbe {
    static final String SAVE = "save";
    static final String COPY = "copy";
    static final String PASTE = "paste";
    /** Prefix of its output; GTK and Java may print, too. */
    static final String ANSWER = "probe: ";

    private DesktopProbe() {}

    public static void main(String[] arguments) {
        Application.launch(Probe.class, arguments);
    }

    private static void say(String text) {
        System.out.println(ANSWER + text);
    }

    /** JavaFX requires a public class. */
    public static final class Probe extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Label("probe"), 400, 300));
            stage.show();
            FxDesktop desktop = new FxDesktop(stage);
            String what = getParameters().getRaw().getFirst();
            Platform.runLater(() -> {
                switch (what) {
                    case SAVE ->
                        say(desktop.chooseFile("receipt.html").map(Path::toString).orElse("none"));
                    case PASTE -> say(desktop.paste().orElse("nothing"));
                    default -> {
                        desktop.copy(getParameters().getRaw().getLast());
                        say("copied");
                        // The clipboard belongs to the window and would be gone with it.
                        return;
                    }
                }
                Platform.exit();
            });
        }
    }
}
