package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The job, its quarantine, and the cycles that follow a save or a start. */
class PracticeSyncJobTest {
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";

    private static PracticeClient in(Scenario scenario) throws Exception {
        return PracticeClient.in(scenario).signIn("administrator");
    }

    @Test
    void aHealthyJobIsActive() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            JsonObject job = json(visitor.get(visitor.jobPath()));
            assertTrue(job.get("id").getAsString().startsWith("scim.7a3f0c529d1e4b8a8f6d2c5e9b1d4a70."));
            assertEquals("Active", job.getAsJsonObject("schedule").get("state").getAsString());
            assertEquals("PT40M", job.getAsJsonObject("schedule").get("interval").getAsString());
            assertTrue(job.getAsJsonObject("schedule").get("expiration").isJsonNull());
            JsonObject status = job.getAsJsonObject("status");
            assertEquals("Active", status.get("code").getAsString());
            assertTrue(status.get("quarantine").isJsonNull());
            assertEquals("2026-03-10T09:13:00.4000000Z",
                    status.getAsJsonObject("lastExecution").get("timeBegan").getAsString());
            assertError(404, "JobNotFound", visitor.get(visitor.school() + "/jobs/another"));
        }
    }

    @Test
    void anExpiredTokenPutTheJobInQuarantine() throws Exception {
        try (PracticeClient visitor = in(Scenario.EXPIRED_TOKEN)) {
            JsonObject status = visitor.status();
            JsonObject quarantine = status.getAsJsonObject("quarantine");
            assertEquals("Quarantine", status.get("code").getAsString());
            assertEquals("EncounteredQuarantineException", quarantine.get("reason").getAsString());
            assertEquals(FAILURE, quarantine.getAsJsonObject("error").get("code").getAsString());
            assertEquals("Failed", status.getAsJsonObject("lastExecution").get("state").getAsString());
            assertEquals("2026-02-24T09:50:00.4000000Z", quarantine.get("seriesBegan").getAsString());
            assertEquals("Active", visitor.job().getAsJsonObject("schedule").get("state").getAsString());
        }
    }

    @Test
    void aStartLiftsTheQuarantineAndAGoodCycleFollows() throws Exception {
        try (PracticeClient visitor = in(Scenario.EXPIRED_TOKEN)) {
            saveNewToken(visitor);
            String job = visitor.jobPath();
            assertEquals(204, visitor.graph("POST", job + "/start", "").statusCode());
            assertEquals("Active", visitor.status().get("code").getAsString());
            assertEquals("Failed", lastState(visitor), "no new cycle yet");
            visitor.clock.advanceSeconds(3);
            assertEquals("Succeeded", lastState(visitor));
            assertEquals(List.of(), visitor.world.violations());
        }
    }

    @Test
    void aStartWithTheOldTokenEndsInQuarantineAgain() throws Exception {
        try (PracticeClient visitor = in(Scenario.EXPIRED_TOKEN)) {
            visitor.graph("POST", visitor.jobPath() + "/start", "");
            visitor.clock.advanceSeconds(3);
            assertEquals("Quarantine", visitor.status().get("code").getAsString());
            assertEquals(1, visitor.status().getAsJsonObject("quarantine").get("seriesCount").getAsInt());
        }
    }

    @Test
    void aSavedTokenAloneLiftsTheQuarantineAtTheNextRetry() throws Exception {
        try (PracticeClient visitor = in(Scenario.EXPIRED_TOKEN)) {
            saveNewToken(visitor);
            visitor.clock.advanceSeconds(3);
            assertEquals("Quarantine", visitor.status().get("code").getAsString());
            visitor.clock.advanceSeconds(Duration.ofHours(24).toSeconds());
            visitor.signIn("administrator");
            assertEquals("Active", visitor.status().get("code").getAsString());
        }
    }

    @Test
    void aBadTokenPutsAnActiveJobIntoQuarantine() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            visitor.save(visitor.completeWith("PRACTICE-wrong"));
            visitor.clock.advanceSeconds(3);
            assertEquals("Quarantine", visitor.status().get("code").getAsString());
        }
    }

    @Test
    void aCycleBeginsTwoClockSecondsAfterASaveAtLeast() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withCycles(Duration.ZERO, Duration.ZERO))) {
            visitor.signIn("administrator");
            saveNewToken(visitor);
            visitor.clock.advanceSeconds(1);
            assertEquals("2026-03-10T09:13:00.4000000Z", lastBegan(visitor));
            visitor.clock.advanceSeconds(1);
            assertEquals("2026-03-10T09:30:02.0000000Z", lastBegan(visitor));
        }
    }

    @Test
    void aSecondStartIsFlagged() throws Exception {
        try (PracticeClient visitor = in(Scenario.EXPIRED_TOKEN)) {
            String start = visitor.jobPath() + "/start";
            visitor.graph("POST", start, "");
            assertEquals(List.of(), visitor.world.violations());
            visitor.graph("POST", start, "");
            assertEquals(List.of("start on a job that was active"), visitor.world.violations());
            assertEquals(2, visitor.world.starts());
        }
    }

    @Test
    void aPausedJobRunsNoCycleUntilItIsStarted() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            String job = visitor.jobPath();
            visitor.graph("POST", job + "/pause", "");
            saveNewToken(visitor);
            visitor.clock.advance(Duration.ofMinutes(50));
            assertEquals("Paused", visitor.status().get("code").getAsString());
            assertEquals("2026-03-10T09:13:00.4000000Z", lastBegan(visitor));
            visitor.graph("POST", job + "/start", "");
            assertEquals("Active", visitor.status().get("code").getAsString());
            assertEquals(List.of(), visitor.world.violations());
            assertError(400, "BadRequest", visitor.graph("POST", job + "/restart", ""));
        }
    }

    private static void saveNewToken(PracticeClient visitor) throws Exception {
        Map<String, String> pairs = visitor.completeWith(visitor.world.generateToken());
        assertEquals(204, visitor.validate(pairs).statusCode());
        assertEquals(204, visitor.save(pairs).statusCode());
    }

    private static String lastState(PracticeClient visitor) throws Exception {
        return visitor.status().getAsJsonObject("lastExecution").get("state").getAsString();
    }

    private static String lastBegan(PracticeClient visitor) throws Exception {
        return visitor.status().getAsJsonObject("lastExecution").get("timeBegan").getAsString();
    }
}
