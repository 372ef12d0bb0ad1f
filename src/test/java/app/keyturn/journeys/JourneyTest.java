package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.settings.StoredSettings;
import app.keyturn.testkit.FastClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** A window and its user. After every journey there must be no safety violation and no visual finding. */
public abstract class JourneyTest {
    public final FastClock clock = new FastClock();
    @TempDir
    @SuppressWarnings("NullAway.Init") public Path folder;
    @SuppressWarnings("NullAway.Init") public UiJourney user;

    @BeforeEach
    public void openWindow() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(
                () -> user = new UiJourney(stage, folder, clock, practice(PracticeSettings.forTests(clock)),
                        settings(folder.resolve("settings"))));
    }

    /** The settings that the program starts with. */
    public StoredSettings settings(Path folder) {
        return StoredSettings.load(folder);
    }

    /** The violations that a journey is made of; none in most. */
    List<String> expectedViolations() {
        return List.of();
    }

    /** How practice worlds behave in this journey. */
    public PracticeSettings practice(PracticeSettings usual) {
        return usual;
    }

    /** Stored pairs with another token, in the same order. */
    static Map<String, String> withToken(Map<String, String> pairs, String token) {
        Map<String, String> renewed = new LinkedHashMap<>(pairs);
        renewed.put("SecretToken", token);
        return renewed;
    }

    @AfterEach
    public void noViolationsAndNoFindings() throws IOException, TimeoutException {
        List<String> violations = user.violations();
        List<String> findings = user.findings();
        user.close();
        FxToolkit.cleanupStages();
        assertEquals(expectedViolations(), violations);
        assertEquals("", String.join("\n", findings));
    }
}
