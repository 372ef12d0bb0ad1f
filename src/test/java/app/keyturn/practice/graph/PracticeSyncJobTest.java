package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.graph.PracticeSyncJob.Schedule;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.graph.PracticeSyncJob.Status;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The job, its quarantine, and the cycles that follow a save or a start. */
class PracticeSyncJobTest {
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";

    private static PracticeClient in(Scenario scenario) throws Exception {
        return PracticeClient.in(scenario).signIn("administrator");
    }

    @Test
    void aHealthyJobIsActive() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            JsonObject job = json(client.get(client.jobPath()));
            assertTrue(job.get("id").getAsString().startsWith("scim.7a3f0c529d1e4b8a8f6d2c5e9b1d4a70."));
            assertEquals("Active", job.getAsJsonObject("schedule").get("state").getAsString());
            assertEquals("PT40M", job.getAsJsonObject("schedule").get("interval").getAsString());
            assertTrue(job.getAsJsonObject("schedule").get("expiration").isJsonNull());
            JsonObject status = job.getAsJsonObject("status");
            assertEquals("Active", status.get("code").getAsString());
            assertTrue(status.get("quarantine").isJsonNull());
            assertEquals("2026-03-10T09:13:00.4000000Z",
                    status.getAsJsonObject("lastExecution").get("timeBegan").getAsString());
            assertError(404, "JobNotFound", client.get(client.school() + "/jobs/another"));
        }
    }

    @Test
    void anExpiredTokenPutTheJobInQuarantine() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            JsonObject status = client.status();
            JsonObject quarantine = status.getAsJsonObject("quarantine");
            assertEquals("Quarantine", status.get("code").getAsString());
            assertEquals("EncounteredQuarantineException", quarantine.get("reason").getAsString());
            assertEquals(FAILURE, quarantine.getAsJsonObject("error").get("code").getAsString());
            assertEquals("Failed", status.getAsJsonObject("lastExecution").get("state").getAsString());
            assertEquals("2026-02-24T09:50:00.4000000Z", quarantine.get("seriesBegan").getAsString());
            assertEquals("Active", client.job().getAsJsonObject("schedule").get("state").getAsString());
        }
    }

    @Test
    void aStartLiftsTheQuarantineAndAGoodCycleFollows() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            saveNewToken(client);
            String job = client.jobPath();
            assertEquals(204, client.graph("POST", job + "/start", "").statusCode());
            assertEquals("Active", client.status().get("code").getAsString());
            assertEquals("Failed", lastState(client), "no new cycle yet");
            client.clock.advanceSeconds(3);
            assertEquals("Succeeded", lastState(client));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void aStartWithTheOldTokenEndsInQuarantineAgain() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            client.graph("POST", client.jobPath() + "/start", "");
            client.clock.advanceSeconds(3);
            assertEquals("Quarantine", client.status().get("code").getAsString());
            assertEquals(1, client.status().getAsJsonObject("quarantine").get("seriesCount").getAsInt());
        }
    }

    @Test
    void aSavedTokenAloneLiftsTheQuarantineAtTheNextRetry() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            saveNewToken(client);
            client.clock.advanceSeconds(3);
            assertEquals("Quarantine", client.status().get("code").getAsString());
            client.clock.advanceSeconds(Duration.ofHours(24).toSeconds());
            client.signIn("administrator");
            assertEquals("Active", client.status().get("code").getAsString());
        }
    }

    @Test
    void aBadTokenPutsAnActiveJobIntoQuarantine() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            client.save(client.completeWith("PRACTICE-wrong"));
            client.clock.advanceSeconds(3);
            assertEquals("Quarantine", client.status().get("code").getAsString());
        }
    }

    @Test
    void aCycleBeginsAtLeastTwoClockSecondsAfterASave() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withCycles(Duration.ZERO, Duration.ZERO))) {
            client.signIn("administrator");
            saveNewToken(client);
            client.clock.advanceSeconds(1);
            assertEquals("2026-03-10T09:13:00.4000000Z", lastBegan(client));
            client.clock.advanceSeconds(1);
            assertEquals("2026-03-10T09:30:02.0000000Z", lastBegan(client));
        }
    }

    @Test
    void aSecondStartIsFlagged() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            String start = client.jobPath() + "/start";
            client.graph("POST", start, "");
            assertEquals(List.of(), client.world.violations());
            client.graph("POST", start, "");
            assertEquals(List.of("start on a job that was active"), client.world.violations());
            assertEquals(2, client.world.startCount());
        }
    }

    @Test
    void aPausedJobRunsNoCycleUntilItIsStarted() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            String job = client.jobPath();
            client.graph("POST", job + "/pause", "");
            saveNewToken(client);
            client.clock.advance(Duration.ofMinutes(50));
            assertEquals("Paused", client.status().get("code").getAsString());
            assertEquals("2026-03-10T09:13:00.4000000Z", lastBegan(client));
            client.graph("POST", job + "/start", "");
            assertEquals("Active", client.status().get("code").getAsString());
            assertEquals(List.of(), client.world.violations());
            assertError(400, "BadRequest", client.graph("POST", job + "/restart", ""));
        }
    }

    @Test
    void aFirstCycleHasNoTimesUntilItHasEnded() {
        PracticeSyncJob job = new PracticeSyncJob(GraphSettings.defaults(Duration.ZERO, Duration.ofSeconds(5)),
                new State(Status.NOT_RUN, Schedule.ACTIVE, Optional.empty(), Optional.empty(), Optional.empty()));
        JsonObject status = JobJson.from(job).getAsJsonObject("status");
        assertEquals("NotRun", status.get("code").getAsString());
        assertEquals("0001-01-01T00:00:00Z",
                status.getAsJsonObject("lastExecution").get("timeBegan").getAsString());

        Instant now = Instant.parse("2026-03-10T09:30:00Z");
        job.credentialsSaved(now);
        job.runDueCycle(now.plusSeconds(60), Optional::empty);

        JsonObject after = JobJson.from(job).getAsJsonObject("status");
        assertEquals("Active", after.get("code").getAsString());
        assertEquals("2026-03-10T09:30:02.0000000Z",
                after.getAsJsonObject("lastExecution").get("timeBegan").getAsString());
    }

    @Test
    void aJobThatWaitsForErrorsToBeCleanedUpSaysSo() {
        PracticeSyncJob job = new PracticeSyncJob(GraphSettings.defaults(Duration.ZERO, Duration.ZERO), new State(
                Status.PAUSED, Schedule.PAUSED, Optional.empty(), Optional.empty(), Optional.empty(), true));
        assertTrue(JobJson.from(job).getAsJsonObject("status").get("escrowsPruned").getAsBoolean());
    }

    @Test
    void aJobCanBeUnconfigured() {
        PracticeSyncJob job = new PracticeSyncJob(GraphSettings.defaults(Duration.ZERO, Duration.ZERO), new State(
                Status.NOT_CONFIGURED, Schedule.DISABLED, Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals("NotConfigured", JobJson.from(job).getAsJsonObject("status").get("code").getAsString());
    }

    private static void saveNewToken(PracticeClient client) throws Exception {
        Map<String, String> pairs = client.completeWith(client.world.generateToken());
        assertEquals(204, client.validate(pairs).statusCode());
        assertEquals(204, client.save(pairs).statusCode());
    }

    private static String lastState(PracticeClient client) throws Exception {
        return client.status().getAsJsonObject("lastExecution").get("state").getAsString();
    }

    private static String lastBegan(PracticeClient client) throws Exception {
        return client.status().getAsJsonObject("lastExecution").get("timeBegan").getAsString();
    }
}
