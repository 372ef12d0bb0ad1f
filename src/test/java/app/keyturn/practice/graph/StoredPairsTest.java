package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.innerError;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.PracticeSettings.SaveMode;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection pairs, which Graph calls secrets: masked, merged or replaced, and kept as they are. */
class StoredPairsTest {
    private static PracticeClient in(Scenario scenario) throws Exception {
        return PracticeClient.in(scenario).signIn("administrator");
    }

    @Test
    void onlyTheTokenIsMasked() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            Map<String, String> shown = visitor.shownPairs();
            assertEquals(List.of("BaseAddress", "SecretToken", "SyncAll", "SyncNotificationSettings", "BrandNewKey"),
                    List.copyOf(shown.keySet()));
            assertEquals("*", shown.get("SecretToken"));
            assertEquals("https://federation.apple.com/feeds/school/scim", shown.get("BaseAddress"));
        }
    }

    @ParameterizedTest
    @EnumSource(SaveMode.class)
    void aCompleteSaveChangesTheTokenAndNothingElse(SaveMode mode) throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.HEALTHY, settings -> settings.with(mode)
                .withConnectionPairs(Map.of("Odd", "\u00e9 \\u00e9 \\/ \t <&> \" \u2028")))) {
            visitor.signIn("administrator");
            Map<String, String> before = new LinkedHashMap<>(visitor.world.storedPairs());
            assertTrue(before.getOrDefault("SyncNotificationSettings", "").contains("maple\\u002eexample"));
            String token = visitor.world.generateToken();
            Map<String, String> pairs = visitor.completeWith(token);
            visitor.validate(pairs);
            assertEquals(204, visitor.save(pairs).statusCode());
            before.put("SecretToken", token);
            assertEquals(before, visitor.world.storedPairs());
            assertEquals(List.of(), visitor.world.violations());
        }
    }

    @Test
    void mergingKeepsWhatIsNotSentAndRemovesWhatIsSentEmpty() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            visitor.save(Map.of("SyncAll", ""));
            Map<String, String> stored = visitor.world.storedPairs();
            assertFalse(stored.containsKey("SyncAll"));
            assertTrue(stored.containsKey("BrandNewKey"));
        }
    }

    @Test
    void replacingLosesWhatIsNotSent() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.with(SaveMode.REPLACE))) {
            visitor.signIn("administrator").save(Map.of("SyncAll", "true"));
            assertEquals(Map.of("SyncAll", "true"), visitor.world.storedPairs());
        }
    }

    @Test
    void theMaskIsStoredAsItIsAndFlagged() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            assertEquals(204, visitor.save(visitor.shownPairs()).statusCode());
            assertEquals("*", visitor.world.storedPairs().get("SecretToken"));
            assertTrue(visitor.world.violations().contains("the mask \"*\" was written as the value of SecretToken"));
        }
    }

    @Test
    void aTokenThatNobodyTestedIsFlagged() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            visitor.save(visitor.completeWith(visitor.world.generateToken()));
            assertEquals(List.of("a SecretToken was saved that had not passed the test with this BaseAddress"),
                    visitor.world.violations());
            visitor.save(visitor.completeWith("PRACTICE-invented"));
            assertTrue(visitor.world.violations().contains("a SecretToken was saved that Apple never made"));
        }
    }

    @Test
    void aSaveCanTakeTimeToBeSeen() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withVisibleAfter(Duration.ofSeconds(20)))) {
            visitor.signIn("administrator").save(Map.of("SyncAll", "true"));
            assertEquals("false", visitor.shownPairs().get("SyncAll"));
            visitor.clock.advanceSeconds(20);
            assertEquals("true", visitor.shownPairs().get("SyncAll"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"credentials\":[]}", "{\"value\":[{\"key\":null,\"value\":\"x\"}]}",
            "{\"value\":[{\"key\":\"A\"}]}", "{\"value\":[{\"key\":\"A\",\"value\":1}]}",
            "{\"value\":[{\"key\":\"A\",\"value\":\"1\"},{\"key\":\"A\",\"value\":\"2\"}]}",
            "{\"value\":[{\"key\":\"A\",\"value\":\"1\",\"more\":\"2\"}]}"})
    void aBodyThatIsNotInOrderIsRefused(String body) throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            Map<String, String> before = visitor.world.storedPairs();
            assertError(400, "BadRequest", visitor.graph("PUT", visitor.school() + "/secrets", body));
            assertEquals(before, visitor.world.storedPairs());
            assertEquals(0, visitor.world.puts());
        }
    }

    @Test
    void aBodyMustBeSentAsJson() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            assertError(415, "BadRequest", visitor.graph("PUT", visitor.school() + "/secrets", "{\"value\":[]}",
                    "Content-Type", "text/plain"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]"})
    void notificationSettingsMustBeJson(String value) throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            HttpResponse<String> answer = visitor.save(Map.of("SyncNotificationSettings", value));
            assertError(400, "UnknownError", answer);
            JsonObject inner = innerError(answer);
            assertEquals("InvalidNotificationSettings", inner.get("code").getAsString());
            assertTrue(inner.get("message").isJsonNull());
        }
    }

    @Test
    void anApplicationThatIsNotSynchronizedHasNeitherJobNorSecrets() throws Exception {
        try (PracticeClient visitor = in(Scenario.HEALTHY)) {
            String other = visitor.synchronization("Apple Internet Accounts");
            assertEquals(List.of(), rows(visitor.get(other + "/jobs")));
            assertEquals(List.of(), rows(visitor.get(other + "/secrets")));
            assertEquals("scim", rows(visitor.get(other + "/templates")).getFirst().get("id").getAsString());
            assertEquals(204, visitor.graph("PUT", other + "/secrets",
                    "{\"value\":[{\"key\":\"SyncAll\",\"value\":\"true\"}]}").statusCode());
        }
    }

    @Test
    void whatStandsAtFirstCanBeChanged() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withConnectionPairs(Map.of("SecretToken", "", "Oauth2ClientId", "x")))) {
            Map<String, String> shown = visitor.signIn("administrator").shownPairs();
            assertFalse(shown.containsKey("SecretToken"));
            assertEquals("x", shown.get("Oauth2ClientId"));
        }
    }
}
