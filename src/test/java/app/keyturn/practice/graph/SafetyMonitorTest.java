package app.keyturn.practice.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        try (PracticeClient client = PracticeClient.signedInto(Scenario.OAUTH)) {
            client.renew();
            assertTrue(client.world.violations().contains("a SecretToken was saved where there was none"));
        }
    }
}
