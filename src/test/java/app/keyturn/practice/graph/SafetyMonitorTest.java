package app.keyturn.practice.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The violations that are flagged although Graph would allow them. */
class SafetyMonitorTest {
    private static final String OTHER_APP = "secrets were saved for an application other than Apple's";

    @Test
    void aSaveForAnotherAppIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            saveSyncAll(client, "Apple School Manager (test)");
            assertEquals(List.of(OTHER_APP), client.world.violations());
            assertEquals(1, client.world.saveCount());
        }
    }

    @Test
    void withoutAnAppEverySaveIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NO_APP)) {
            saveSyncAll(client, "Apple Internet Accounts");
            assertEquals(List.of(OTHER_APP), client.world.violations());
            assertEquals(Map.of(), client.world.storedPairs());
        }
    }

    private static void saveSyncAll(PracticeClient client, String app) throws Exception {
        assertEquals(204, client.graph("PUT", client.synchronization(app) + "/secrets",
                "{\"value\":[{\"key\":\"SyncAll\",\"value\":\"true\"}]}").statusCode());
    }

    @Test
    void aStartForAnotherAppIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            String test = client.synchronization("Apple School Manager (test)");
            String job = PracticeClient.rows(client.get(test + "/jobs")).getFirst().get("id").getAsString();
            client.graph("POST", test + "/jobs/" + job + "/start", "");
            assertEquals(List.of("start on a job of an application other than Apple's"), client.world.violations());
        }
    }

    @Test
    void aTokenSavedWhereThereWasNoneIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient
                .in(Scenario.OAUTH, settings -> settings.with(GraphSettings.MIXED_SAVE_DROPS_ALL, false))
                .signIn("administrator")) {
            client.renew();
            assertTrue(client.world.violations().contains("a SecretToken was saved where there was none"));
        }
    }

    @ParameterizedTest
    @CsvSource({"SyncAll, true, a save changed the setting SyncAll",
            "SyncAll, , a save left out the setting SyncAll",
            "BrandNewKey, kept as it is., a save changed the setting BrandNewKey",
            "BaseAddress, , a save left out the setting BaseAddress",
            "SyncNotificationSettings, {\"Enabled\":false}, a save changed the setting SyncNotificationSettings"})
    void aSettingThatIsNotKeptIsFlagged(String key, @Nullable String value, String violation) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            client.validate(pairs);
            if (value == null) {
                pairs.remove(key);
            } else {
                pairs.put(key, value);
            }
            assertEquals(204, client.save(pairs).statusCode());
            assertEquals(List.of(violation), client.world.violations());
        }
    }

    @Test
    void aSettingWithTheSameMeaningIsKept() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            client.validate(pairs);
            pairs.put("SyncNotificationSettings", "{\"Recipients\":\"it@maple.example\",\"Enabled\":true,"
                    + "\"DeleteThresholdValue\":50,\"DeleteThresholdEnabled\":true,"
                    + "\"HumanResourcesLookaheadQueryEnabled\":false}");
            assertEquals(204, client.save(pairs).statusCode());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void anEmptyValueIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            client.save(Map.of("Extra", ""));
            assertEquals(List.of("an empty value was written for Extra"), client.world.violations());
        }
    }

    @Test
    void aSaveOfAProvenTokenNeedsANewTest() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            client.validate(pairs);
            client.save(pairs);
            client.save(pairs);
            assertEquals(List.of(), client.world.violations(), "the first answer may have been lost");
            client.checkSaved(client.school());
            client.validate(pairs);
            client.save(pairs);
            assertEquals(List.of(), client.world.violations(), "tested again");
            client.checkSaved(client.school());
            client.save(pairs);
            assertEquals(
                    List.of("a SecretToken was saved again, without a new test, after its save had been proven"),
                    client.world.violations());
        }
    }

    @Test
    void aSecondStartAfterAFailedCycleIsFlagged() throws Exception {
        try (PracticeClient client = PracticeClient
                .in(Scenario.EXPIRED_TOKEN,
                        settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofMinutes(1)))
                .signIn("administrator")) {
            client.renew();
            client.graph("POST", client.jobPath() + "/start", "");
            client.clock.advanceSeconds(10);
            assertEquals("Quarantine", client.status().get("code").getAsString());
            client.graph("POST", client.jobPath() + "/start", "");
            assertEquals(List.of("a second start without a new token in between"), client.world.violations());
        }
    }
}
