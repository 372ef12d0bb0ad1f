package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.FastClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** A window, and somebody in front of it. Whatever the journey, Microsoft's side must have nothing to complain of. */
public abstract class JourneyTest {
    public final FastClock clock = new FastClock();
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;
    @SuppressWarnings("NullAway.Init")
    protected UiJourney me;

    @BeforeEach
    public void openTheWindow() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(
                () -> me = new UiJourney(stage, folder, clock, practice(PracticeSettings.forTests(clock)),
                        settings(folder.resolve("settings"))));
    }

    /** What has been set, and where it is kept. */
    public StoredSettings settings(Path kept) {
        return StoredSettings.load(kept);
    }

    /** How this journey's practice worlds behave. */
    public PracticeSettings practice(PracticeSettings usual) {
        return usual;
    }

    @AfterEach
    public void nothingCarelessWasDone() throws IOException, TimeoutException {
        List<String> violations = me.violations();
        List<String> disliked = me.disliked();
        me.close();
        FxToolkit.cleanupStages();
        assertEquals(List.of(), violations);
        assertEquals("", String.join("\n", disliked));
    }
}
