package app.keyturn.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.InjectedLatency;
import app.keyturn.renewal.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/**
 * How long the user waits from <em>Test and save</em> to the done page, and how much of it is Microsoft's: the real
 * window on JavaFX's Headless platform, the program's own HTTP client, and the practice world over loopback, which
 * answers at once or after 200 ms. The save is journaled on disk, as it is outside practice mode.
 *
 * <p>Measures only. {@code mvn -Pbench verify} runs it and leaves
 * {@code target/bench/save-to-green.md}.
 */
class SaveBench {
    private static final int WARM_UPS = 6;
    private static final int MEASURED = 11;

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @Test
    void fromTestAndSaveToDone() throws IOException, InterruptedException, TimeoutException {
        SaveBenchTable table = new SaveBenchTable();
        for (Duration latency : List.of(Duration.ZERO, Duration.ofMillis(200))) {
            Stage stage = FxToolkit.registerPrimaryStage();
            UiJourney[] user = new UiJourney[1];
            Clock clock = Clock.systemUTC();
            PracticeSettings practice = PracticeSettings.forTests(clock)
                    .withLatency(InjectedLatency.Kind.ALL_REQUESTS, latency);
            FxToolkit.setupFixture(() -> user[0] = new UiJourney(stage, folder, clock, practice, true));
            for (Scenario scenario : List.of(Scenario.HEALTHY, Scenario.EXPIRED_TOKEN)) {
                table.add(scenario == Scenario.HEALTHY ? "runs" : "stopped by the old token", latency,
                        measure(user[0], scenario));
            }
            user[0].close();
            FxToolkit.cleanupStages();
        }
        System.out.println(table.text());
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/save-to-green.md"), table.text());
    }

    private List<TimedSave> measure(UiJourney user, Scenario scenario) throws IOException, InterruptedException {
        List<TimedSave> measured = new ArrayList<>();
        for (int turn = 0; turn < WARM_UPS + MEASURED; turn++) {
            user.enterPractice(Portal.SCHOOL, scenario);
            user.goToSignInWithToken(Portal.SCHOOL);
            user.signInAndContinue();
            user.click("confirm-expiry");
            user.click("next");
            user.waitFor("page-save");
            TimedSave save = TimedSave.of(user, scenario == Scenario.EXPIRED_TOKEN, folder);
            assertEquals(List.of(), user.violations());
            if (turn == 0) {
                System.out.println("The first of " + scenario + ": " + save.duration().toMillis() + " ms");
            }
            if (turn >= WARM_UPS) {
                measured.add(save);
            }
        }
        return measured;
    }
}
