package bench;

import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The smallest window in which a key press can move the focus. Keyturn is compared with it. */
public final class BareWindow extends Application {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 240;
    private static final double GAP = 16;

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        VBox content = new VBox(GAP, new TextField("A field"), new Button("A button"));
        content.setPadding(new Insets(GAP));
        stage.setTitle("Bare window");
        stage.setScene(new Scene(content, WIDTH, HEIGHT));
        stage.show();
    }
}
