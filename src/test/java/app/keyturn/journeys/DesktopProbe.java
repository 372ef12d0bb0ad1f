package app.keyturn.journeys;

import app.keyturn.desktop.FxDesktop;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A window in a process of its own that does one thing with the person's real desktop, and says what came of it. */
final class DesktopProbe {
    static final String SAVE = "save";
    static final String COPY = "copy";
    static final String PASTE = "paste";
    /** Before what it says; GTK and Java may say something, too. */
    static final String ANSWER = "probe: ";

    private DesktopProbe() {}

    public static void main(String[] arguments) {
        Application.launch(Probe.class, arguments);
    }

    private static void say(String text) {
        System.out.println(ANSWER + text);
    }

    /** Made by JavaFX, which asks for a public class. */
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
                        // The clipboard is the window's own: it is gone with it.
                        return;
                    }
                }
                Platform.exit();
            });
        }
    }
}
