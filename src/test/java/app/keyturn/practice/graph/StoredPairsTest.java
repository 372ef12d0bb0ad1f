package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.innerError;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.scenario.Scenario;
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

/** The connection pairs, which Graph calls secrets: masked, merged or replaced, and kept unchanged. */
class StoredPairsTest {
    private static PracticeClient in(Scenario scenario) throws Exception {
        return PracticeClient.in(scenario).signIn("administrator");
    }

    @Test
    void onlyTheTokenIsMasked() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            Map<String, String> shown = client.shownPairs();
            assertEquals(List.of("BaseAddress", "SecretToken", "SyncAll", "SyncNotificationSettings", "BrandNewKey"),
                    List.copyOf(shown.keySet()));
            assertEquals("*", shown.get("SecretToken"));
            assertEquals("https://federation.apple.com/feeds/school/scim", shown.get("BaseAddress"));
        }
    }

    @ParameterizedTest
    @EnumSource(SaveMode.class)
    void aCompleteSaveChangesTheTokenAndNothingElse(SaveMode mode) throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY, settings -> settings.with(mode)
                .withConnectionPairs(Map.of("Odd", "\u00e9 \\u00e9 \\/ \t <&> \" \u2028")))) {
            client.signIn("administrator");
            Map<String, String> before = new LinkedHashMap<>(client.world.storedPairs());
            assertTrue(before.getOrDefault("SyncNotificationSettings", "").contains("maple\\u002eexample"));
            String token = client.world.generateToken();
            Map<String, String> pairs = client.completeWith(token);
            client.validate(pairs);
            assertEquals(204, client.save(pairs).statusCode());
            before.put("SecretToken", token);
            assertEquals(before, client.world.storedPairs());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void mergingKeepsPairsNotSentAndRemovesPairsSentEmpty() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            client.save(Map.of("SyncAll", ""));
            Map<String, String> stored = client.world.storedPairs();
            assertFalse(stored.containsKey("SyncAll"));
            assertTrue(stored.containsKey("BrandNewKey"));
        }
    }

    @Test
    void replacingRemovesPairsNotSent() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.with(SaveMode.REPLACE))) {
            client.signIn("administrator").save(Map.of("SyncAll", "true"));
            assertEquals(Map.of("SyncAll", "true"), client.world.storedPairs());
        }
    }

    @Test
    void theMaskIsStoredUnchangedAndFlagged() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            assertEquals(204, client.save(client.shownPairs()).statusCode());
            assertEquals("*", client.world.storedPairs().get("SecretToken"));
            assertTrue(client.world.violations().contains("the mask \"*\" was written as the value of SecretToken"));
        }
    }

    @Test
    void anUntestedTokenIsFlagged() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            client.save(client.completeWith(client.world.generateToken()));
            assertEquals(List.of("a SecretToken was saved that had not passed the test with this BaseAddress"),
                    client.world.violations());
            client.save(client.completeWith("PRACTICE-invented"));
            assertTrue(client.world.violations().contains("a SecretToken was saved that Apple never issued"));
        }
    }

    @Test
    void aSaveCanBecomeVisibleLater() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withVisibleAfter(Duration.ofSeconds(20)))) {
            client.signIn("administrator").save(Map.of("SyncAll", "true"));
            assertEquals("false", client.shownPairs().get("SyncAll"));
            client.clock.advanceSeconds(20);
            assertEquals("true", client.shownPairs().get("SyncAll"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"credentials\":[]}", "{\"value\":[{\"key\":null,\"value\":\"x\"}]}",
            "{\"value\":[{\"key\":\"A\"}]}", "{\"value\":[{\"key\":\"A\",\"value\":1}]}",
            "{\"value\":[{\"key\":\"A\",\"value\":\"1\"},{\"key\":\"A\",\"value\":\"2\"}]}",
            "{\"value\":[{\"key\":\"A\",\"value\":\"1\",\"more\":\"2\"}]}"})
    void anInvalidBodyIsRefused(String body) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            Map<String, String> before = client.world.storedPairs();
            assertError(400, "BadRequest", client.graph("PUT", client.school() + "/secrets", body));
            assertEquals(before, client.world.storedPairs());
            assertEquals(0, client.world.saveCount());
        }
    }

    @Test
    void aBodyMustBeSentAsJson() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            assertError(415, "BadRequest", client.graph("PUT", client.school() + "/secrets", "{\"value\":[]}",
                    "Content-Type", "text/plain"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]"})
    void notificationSettingsMustBeJson(String value) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            HttpResponse<String> response = client.save(Map.of("SyncNotificationSettings", value));
            assertError(400, "UnknownError", response);
            JsonObject inner = innerError(response);
            assertEquals("InvalidNotificationSettings", inner.get("code").getAsString());
            assertTrue(inner.get("message").isJsonNull());
        }
    }

    @Test
    void anApplicationThatIsNotSynchronizedHasNeitherJobNorSecrets() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            String other = client.synchronization("Apple Internet Accounts");
            assertEquals(List.of(), rows(client.get(other + "/jobs")));
            assertEquals(List.of(), rows(client.get(other + "/secrets")));
            assertEquals("scim", rows(client.get(other + "/templates")).getFirst().get("id").getAsString());
            assertEquals(204, client.graph("PUT", other + "/secrets",
                    "{\"value\":[{\"key\":\"SyncAll\",\"value\":\"true\"}]}").statusCode());
        }
    }

    @Test
    void initialPairsCanBeOverridden() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withConnectionPairs(Map.of("SecretToken", "", "Oauth2ClientId", "x")))) {
            Map<String, String> shown = client.signIn("administrator").shownPairs();
            assertFalse(shown.containsKey("SecretToken"));
            assertEquals("x", shown.get("Oauth2ClientId"));
        }
    }
}
