package app.keyturn.practice.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a world notices that Graph would have allowed. */
class SafetyMonitorTest {
    private static final String OTHER_APP = "secrets were saved for another application than Apple's";

    @Test
    void aSaveForAnotherAppIsFlagged() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            saveSomething(visitor, "Apple School Manager (test)");
            assertEquals(List.of(OTHER_APP), visitor.world.violations());
            assertEquals(1, visitor.world.puts());
        }
    }

    @Test
    void whereThereIsNoAppEverySaveIsFlagged() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NO_APP)) {
            saveSomething(visitor, "Apple Internet Accounts");
            assertEquals(List.of(OTHER_APP), visitor.world.violations());
            assertEquals(Map.of(), visitor.world.storedPairs());
        }
    }

    private static void saveSomething(PracticeClient visitor, String app) throws Exception {
        assertEquals(204, visitor.graph("PUT", visitor.synchronization(app) + "/secrets",
                "{\"value\":[{\"key\":\"SyncAll\",\"value\":\"true\"}]}").statusCode());
    }

    @Test
    void aStartForAnotherAppIsFlagged() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            String test = visitor.synchronization("Apple School Manager (test)");
            String job = PracticeClient.rows(visitor.get(test + "/jobs")).getFirst().get("id").getAsString();
            visitor.graph("POST", test + "/jobs/" + job + "/start", "");
            assertEquals(List.of("start on a job of another application than Apple's"), visitor.world.violations());
        }
    }

    @Test
    void aTokenWhereNoneStoodIsFlagged() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.OAUTH)) {
            visitor.renew();
            assertTrue(visitor.world.violations().contains("a SecretToken was saved where none stood"));
        }
    }
}
