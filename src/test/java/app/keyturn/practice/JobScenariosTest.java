package app.keyturn.practice;

import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios that differ in the state of the job. */
class JobScenariosTest {
    private static final String UNPARSABLE_RESPONSE = "SystemForCrossDomainIdentityManagementServiceIncompatible";

    @ParameterizedTest
    @CsvSource({"HEALTHY, Active, Active, ''", "PAUSED, Paused, Paused, ''", "NEVER_RAN, NotRun, Disabled, ''",
            "SWITCHED_OFF, Paused, Disabled, EncounteredQuarantineException",
            "EXPIRED_TOKEN, Quarantine, Active, EncounteredQuarantineException",
            "QUARANTINE_DELETES, Quarantine, Active, TooManyDeletes",
            "QUARANTINE_FAILURES, Quarantine, Active, EncounteredEscrowProportionThreshold",
            "QUARANTINE_BY_MICROSOFT, Quarantine, Active, QuarantinedOnDemand",
            "QUARANTINE_INTAKE, Quarantine, Active, IngestionInterrupted",
            "QUARANTINE_OTHER, Quarantine, Active, EncounteredQuarantineException",
            "QUARANTINE_UNKNOWN, Quarantine, Active, FutureReason", "UNKNOWN_STATUS, FutureCode, Active, ''",
            "FIRST_CYCLE_RUNNING, NotRun, Active, ''", "NEVER_STARTED, Paused, Disabled, ''",
            "ERRORS_TO_CLEAN_UP, Paused, Paused, ''",
            "QUARANTINE_WITHOUT_ERROR, Quarantine, Active, EncounteredQuarantineException"})
    void everyScenarioHasItsJobState(Scenario scenario, String code, String schedule, String reason) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(scenario)) {
            JsonObject job = client.job();
            JsonObject status = job.getAsJsonObject("status");
            assertEquals(code, status.get("code").getAsString());
            assertEquals(schedule, job.getAsJsonObject("schedule").get("state").getAsString());
            assertEquals(reason, status.get("quarantine").isJsonNull()
                    ? ""
                    : status.getAsJsonObject("quarantine").get("reason").getAsString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "NEVER_RAN", "QUARANTINE_.*", "UNKNOWN_STATUS"}, mode = EnumSource.Mode.MATCH_ANY)
    void theStoredTokenWorksWhateverTheJobState(Scenario scenario) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(scenario)) {
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "NEVER_RAN", "QUARANTINE_.*", "UNKNOWN_STATUS",
            "SWITCHED_OFF"}, mode = EnumSource.Mode.MATCH_ANY)
    void aNewTokenAloneDoesNotChangeTheState(Scenario scenario) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(scenario)) {
            JsonObject before = client.job();
            client.renew();
            client.clock.advance(Duration.ofHours(49));
            client.signIn("administrator");
            assertEquals(before, client.job());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @ParameterizedTest
    @CsvSource({"QUARANTINE_DELETES, start on a job in quarantine for a reason other than the token: TooManyDeletes",
            "QUARANTINE_OTHER, start on a job in quarantine for a reason other than the token: "
                    + "EncounteredQuarantineException",
            "QUARANTINE_UNKNOWN, start on a job in quarantine for a reason other than the token: FutureReason",
            "NEVER_RAN, start on a job that never ran",
            "FIRST_CYCLE_RUNNING, start on a job whose first cycle was running",
            "ERRORS_TO_CLEAN_UP, start on a job that waits until errors are cleaned up",
            "QUARANTINE_WITHOUT_ERROR, start on a job in quarantine for a reason other than the token: "
                    + "EncounteredQuarantineException",
            "UNKNOWN_STATUS, start on a job in an unknown state",
            "HEALTHY, start on a job that was active"})
    void anUnsafeStartIsFlagged(Scenario scenario, String violation) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(scenario)) {
            assertEquals(204, client.graph("POST", client.jobPath() + "/start", "").statusCode());
            assertEquals(List.of(violation), client.world.violations());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "SWITCHED_OFF", "EXPIRED_TOKEN"})
    void aStartThatTheUserMayAgreeToResumesSync(Scenario scenario) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(scenario)) {
            client.renew();
            client.graph("POST", client.jobPath() + "/start", "");
            client.clock.advanceSeconds(4);
            assertEquals("Active", client.status().get("code").getAsString());
            assertEquals("Active", client.job().getAsJsonObject("schedule").get("state").getAsString());
            assertEquals("2026-03-10T09:30:02.4000000Z",
                    client.status().getAsJsonObject("lastSuccessfulExecution").get("timeBegan").getAsString());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void microsoftSwitchedTheJobOffAfterFourWeeksOfRetries() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SWITCHED_OFF)) {
            JsonObject quarantine = client.status().getAsJsonObject("quarantine");
            assertEquals("2026-01-29T09:50:00.4000000Z", quarantine.get("seriesBegan").getAsString());
            assertEquals("2026-02-26T09:50:00.4000000Z", quarantine.get("currentBegan").getAsString());
            assertEquals(30, quarantine.get("seriesCount").getAsInt());
            assertTrue(quarantine.getAsJsonObject("error").get("code").getAsString().contains("Credential"));
            assertEquals(400, client.checkSaved(client.school()).statusCode());
            assertTrue(client.page("https://school.apple.com/").body().contains("expired on January 29, 2026."));
        }
    }

    @Test
    void aJobThatNeverRanHasNoExecutions() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NEVER_RAN)) {
            JsonObject status = client.status();
            for (String name : List.of("lastExecution", "lastSuccessfulExecution",
                    "lastSuccessfulExecutionWithExports")) {
                assertTrue(status.get(name).isJsonNull(), name);
            }
            assertEquals("0001-01-01T00:00:00Z", status.get("steadyStateFirstAchievedTime").getAsString());
            assertEquals("0001-01-01T00:00:00Z", status.get("steadyStateLastAchievedTime").getAsString());
        }
    }

    @Test
    void anErrorUnrelatedToCredentialsIsReported() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.QUARANTINE_OTHER)) {
            JsonObject status = client.status();
            for (String name : List.of("quarantine", "lastExecution")) {
                assertEquals(UNPARSABLE_RESPONSE,
                        status.getAsJsonObject(name).getAsJsonObject("error").get("code").getAsString());
            }
        }
    }

    @Test
    void tooManyAccountsFailed() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.QUARANTINE_FAILURES)) {
            JsonObject last = client.status().getAsJsonObject("lastExecution");
            assertEquals("EntryLevelErrors", last.get("state").getAsString());
            assertTrue(last.get("countEscrowed").getAsInt() >= 5000);
            assertTrue(last.get("countEscrowed").getAsInt() > 0.4 * last.get("countEntitled").getAsInt());
        }
    }

    @Test
    void theSecondOfTwoJobsIsInUse() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_JOBS)) {
            assertEquals(List.of("Paused Disabled", "Active Active"), states(client));
            JsonObject first = client.job();
            client.renew();
            client.clock.advanceSeconds(4);
            assertEquals(first, client.job());
            JsonObject second = rows(client.get(client.school() + "/jobs")).getLast();
            assertEquals("2026-03-10T09:30:02.4000000Z", second.getAsJsonObject("status")
                    .getAsJsonObject("lastSuccessfulExecution")
                    .get("timeBegan")
                    .getAsString());
            String path = client.school() + "/jobs/" + second.get("id").getAsString();
            assertEquals(second, withoutContext(PracticeClient.json(client.get(path))));
        }
    }

    private static List<String> states(PracticeClient client) throws Exception {
        return rows(client.get(client.school() + "/jobs")).stream()
                .map(job -> job.getAsJsonObject("status").get("code").getAsString() + " "
                        + job.getAsJsonObject("schedule").get("state").getAsString())
                .toList();
    }

    private static JsonObject withoutContext(JsonObject object) {
        object.remove("@odata.context");
        return object;
    }
}
