package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.ScriptedAnswer;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switches that make Graph as unkind as the real one may be. */
class UnkindGraphTest {
    private static final Set<String> USUAL_KEYS = Set.of("BaseAddress", "SecretToken", "SyncAll",
            "SyncNotificationSettings");

    private static PracticeClient in(Scenario scenario, UnaryOperator<PracticeSettings> change) throws Exception {
        return PracticeClient.in(scenario, change).signIn("administrator");
    }

    @Test
    void theOldTokenCanStayInUseAfterASave() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN,
                settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60)))) {
            client.renew();
            assertEquals(400, client.checkSaved(client.school()).statusCode());
            client.clock.advanceSeconds(59);
            assertEquals(400, client.checkSaved(client.school()).statusCode());
            client.clock.advanceSeconds(1);
            assertEquals(204, client.checkSaved(client.school()).statusCode());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void aCycleMayStillUseTheOldToken() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN,
                settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60)))) {
            client.renew();
            client.graph("POST", client.jobPath() + "/start", "");
            client.clock.advanceSeconds(5);
            assertEquals("Failed", client.status().getAsJsonObject("lastExecution").get("state").getAsString());
        }
    }

    @Test
    void savingTheSameAgainDoesNotProlongTheWait() throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN,
                settings -> settings.with(GraphSettings.EFFECTIVE_AFTER, Duration.ofSeconds(60)))) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            client.validate(pairs);
            client.save(pairs);
            client.clock.advanceSeconds(40);
            client.save(pairs);
            client.clock.advanceSeconds(20);
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void readsCanFlapBetweenNewAndOldValues() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY, settings -> settings
                .with(GraphSettings.VISIBLE_AFTER, Duration.ofSeconds(20))
                .with(GraphSettings.READS_FLAP, true))) {
            client.save(Map.of("SyncAll", "true"));
            assertEquals("true", client.shownPairs().get("SyncAll"));
            assertEquals("false", client.shownPairs().get("SyncAll"));
            assertEquals("true", client.shownPairs().get("SyncAll"));
            client.clock.advanceSeconds(20);
            assertEquals("true", client.shownPairs().get("SyncAll"));
            assertEquals("true", client.shownPairs().get("SyncAll"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BrandNewKey", "baseAddress", "secretToken"})
    void aKeyThatIsNotUnderstoodFailsTestAndSave(String key) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.with(GraphSettings.KNOWN_KEYS, Optional.of(USUAL_KEYS)))) {
            Map<String, String> stored = client.world.storedPairs();
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            pairs.remove("BrandNewKey");
            assertEquals(204, client.validate(pairs).statusCode());
            pairs.put(key, "x");
            for (HttpResponse<String> response : List.of(client.validate(pairs), client.save(pairs))) {
                assertError(500, "InternalError", response);
                assertTrue(response.body().contains("Requested value '" + key + "' was not found."), response.body());
            }
            assertEquals(stored, client.world.storedPairs());
            assertEquals(0, client.world.saveCount());
        }
    }

    @Test
    void theJsonOfTheNotificationSettingsCanBeRewritten() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.with(GraphSettings.REWRITES_JSON, true))) {
            String before = client.shownPairs().getOrDefault("SyncNotificationSettings", "");
            client.renew();
            String after = client.shownPairs().getOrDefault("SyncNotificationSettings", "");
            assertFalse(after.contains(" "), after);
            assertTrue(after.startsWith("{\"DeleteThresholdEnabled\":true,\"DeleteThresholdValue\":50.0"), after);
            assertEquals(JsonParser.parseString(before), JsonParser.parseString(after));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void aPairCanBeShownWithoutAValue() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.with(GraphSettings.SHOWN_EMPTY, Set.of("Oauth2ClientSecret", "SyncAll")))) {
            assertEquals("", client.shownPairs().get("Oauth2ClientSecret"), "left over from OAuth, and empty");
            assertEquals("false", client.shownPairs().get("SyncAll"), "it has a value");
            client.save(Map.of("SyncAll", ""));
            assertEquals("", client.shownPairs().get("SyncAll"));
        }
    }

    @ParameterizedTest
    @CsvSource({"Oauth2ClientSecret, *", "ClientSecret, *", "Oauth2ClientId, left-over"})
    void keysOfAnotherWayOfSigningInCanBeLeftOver(String key, String shown) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.withConnectionPairs(Map.of(key, "left-over")))) {
            assertEquals(shown, client.shownPairs().get(key));
            assertEquals("*", client.shownPairs().get("SecretToken"));
        }
    }

    @Test
    void aTokenAndReadableOAuthPairsTogetherLoseEverything() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.withConnectionPairs(Map.of("Oauth2ClientId", "left-over")))) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            client.validate(pairs);
            assertError(500, "InternalError", client.save(pairs));
            assertEquals(Map.of(), client.world.storedPairs());
            assertEquals(List.of("a SecretToken was saved together with readable pairs of OAuth"),
                    client.world.violations());
        }
    }

    @Test
    void keysCanBeShownInAnotherCaseThanSent() throws Exception {
        Map<String, String> names = Map.of("BaseAddress", "baseAddress", "SecretToken", "secretToken");
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.with(GraphSettings.KEYS_SHOWN_AS, names))) {
            assertEquals(Set.of("baseAddress", "secretToken", "SyncAll", "SyncNotificationSettings", "BrandNewKey"),
                    client.shownPairs().keySet());
            Map<String, String> pairs = new LinkedHashMap<>(client.completeWith("unused"));
            pairs.remove("SecretToken");
            String token = client.world.generateToken();
            pairs.put("secretToken", token);
            assertEquals(204, client.validate(pairs).statusCode());
            assertEquals(204, client.save(pairs).statusCode());
            assertEquals(token, client.world.storedPairs().get("SecretToken"));
            assertFalse(client.world.storedPairs().containsKey("secretToken"));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs", "/secrets"})
    void anAppThatWasNeverSetUpCanBeNotFound(String path) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY,
                settings -> settings.with(GraphSettings.NEVER_SET_UP_IS_404, true))) {
            assertEquals(404, client.get(client.synchronization("Apple Internet Accounts") + path).statusCode());
            assertFalse(rows(client.get(client.school() + path)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500})
    void aFailedTestCanBeABareStatus(int status) throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN,
                settings -> settings.with(GraphSettings.FAILED_CHECK, Optional.of(ScriptedAnswer.bare(status))))) {
            HttpResponse<String> failed = client.checkSaved(client.school());
            assertEquals(status, failed.statusCode());
            assertEquals("", failed.body());
            client.renew();
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"400, BadRequest", "401, UnknownError", "403, Forbidden", "500, InternalError"})
    void aFailedTestCanHaveAnotherCode(int status, String code) throws Exception {
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN, settings -> settings.with(GraphSettings.FAILED_CHECK,
                Optional.of(ScriptedAnswer.error(status, code, ""))))) {
            assertError(status, code, client.checkSaved(client.school()));
        }
    }
}
