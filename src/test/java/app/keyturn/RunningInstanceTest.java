package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.platform.OperatingSystem;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

class RunningInstanceTest {
    @SuppressWarnings("NullAway.Init") private Stage stage;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        FxToolkit.setupFixture(stage::close);
    }

    @ParameterizedTest
    @EnumSource
    void aMinimisedWindowComesBackOnItsScreen(OperatingSystem system) throws TimeoutException {
        double width = Screen.getPrimary().getVisualBounds().getWidth();
        FxToolkit.setupFixture(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 400, 300));
            stage.setX(width + 100);
            stage.show();
            stage.setIconified(true);
        });
        FxToolkit.setupFixture(() -> RunningInstance.bringToFront(stage, system));
        FxToolkit.setupFixture(() -> {
            assertFalse(stage.isIconified());
            assertFalse(stage.isAlwaysOnTop());
            assertEquals(width - 400, stage.getX());
        });
    }
}
