package app.keyturn.practice;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.filter;
import static app.keyturn.testkit.PracticeClient.json;
import static app.keyturn.testkit.PracticeClient.names;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios in which Microsoft has a bad day. In most of them a renewal ends well all the same. */
class UnkindScenariosTest {
    @Test
    void theServiceIsUnwellOnceForEachKindOfRequestAndTwiceForASave() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SERVICE_UNWELL)) {
            String school = client.school();
            assertEquals(List.of(503, 200), statuses(client, "GET", school + "/jobs"));
            assertEquals(List.of(503, 200), statuses(client, "GET", client.jobPath()));
            assertEquals(List.of(503, 200), statuses(client, "GET", school + "/secrets"));
            assertEquals(503, client.checkSaved(school).statusCode());
            assertEquals(204, client.checkSaved(school).statusCode());
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            assertEquals(503, client.validate(pairs).statusCode());
            assertEquals(204, client.validate(pairs).statusCode());
            HttpResponse<String> unavailable = client.save(pairs);
            assertEquals("3", unavailable.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(503, client.save(pairs).statusCode());
            assertEquals(204, client.save(pairs).statusCode());
            assertEquals(1, client.world.saveCount());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void readsAndTestsAreRefusedOnceForNoReason() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.REFUSED_AT_FIRST)) {
            String school = client.school();
            assertEquals(List.of(401, 200), statuses(client, "GET", school + "/jobs"));
            assertEquals(List.of(403, 200), statuses(client, "GET", school + "/secrets"));
            assertError(401, "UnknownError", client.checkSaved(school));
            assertEquals(204, client.checkSaved(school).statusCode());
        }
    }

    private static List<Integer> statuses(PracticeClient client, String method, String path) throws Exception {
        return List.of(client.graph(method, path, "").statusCode(), client.graph(method, path, "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"3, 200", "4, 504", "20, 504"})
    void onlySmallBatchesAreAnswered(int size, int status) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.BATCH_FAILS)) {
            JsonArray requests = new JsonArray();
            for (int id = 1; id <= size; id++) {
                JsonObject request = new JsonObject();
                request.addProperty("id", Integer.toString(id));
                request.addProperty("method", "GET");
                request.addProperty("url", "/organization");
                requests.add(request);
            }
            assertEquals(status, client.graph("POST", "/$batch", "{\"requests\":" + requests + "}").statusCode());
        }
    }

    @Test
    void theStoredTokenCannotBeTestedUntilANewOneIsSaved() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.OLD_TOKEN_UNTESTED)) {
            assertError(500, "InternalError", client.checkSaved(client.school()));
            assertError(500, "InternalError", client.checkSaved(client.school()));
            client.renew();
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void theCheckFailsForSomeSecondsAfterASave() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.CHECK_UNWELL)) {
            assertEquals(400, client.checkSaved(client.school()).statusCode(), "the old token has expired");
            client.renew();
            assertEquals(503, client.checkSaved(client.school()).statusCode());
            client.clock.advanceSeconds(14);
            assertEquals(503, client.checkSaved(client.school()).statusCode());
            client.clock.advanceSeconds(1);
            assertEquals(204, client.checkSaved(client.school()).statusCode());
            assertEquals("Quarantine", client.status().get("code").getAsString());
        }
    }

    @Test
    void theOldTokenStaysInUseForAWhile() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.STALE_TOKEN)) {
            client.renew();
            assertEquals(400, client.checkSaved(client.school()).statusCode());
            client.clock.advanceSeconds(20);
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void theRoleCountsAWhileLater() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.ROLE_LATER)) {
            assertError(401, "UnknownError", client.get(client.school() + "/jobs"));
            client.clock.advanceSeconds(20);
            assertEquals(200, client.get(client.school() + "/jobs").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"APPROVAL_NEEDED, AADSTS90095", "PARTNER_ACCOUNT, AADSTS90099", "DEVICE_REFUSED, AADSTS530003"})
    void theFirstSignInIsRefused(Scenario scenario, String number) throws Exception {
        try (PracticeClient client = PracticeClient.in(scenario)) {
            HttpResponse<String> page = client.post(client.authorize(PracticeClient.authorizeQuery()),
                    Map.of("choice", "administrator"));
            assertTrue(page.body().contains(number + ": "), page.body());
            assertEquals(200, client.signIn("administrator").get("/organization").statusCode());
        }
    }

    @Test
    void sixtyMoreAppsHaveApplesName() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.MANY_APPS)) {
            List<String> named = names(
                    client.get("/servicePrincipals?$top=999&" + filter("startswith(displayName,'Apple')")));
            assertEquals(62, named.size());
            assertEquals("Apple School Manager", named.getLast());
        }
    }

    @Test
    void oneOfTheAppleAppsCannotBeRead() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NEIGHBOUR_UNREADABLE)) {
            String neighbour = client.synchronization("Apple Classroom tools");
            for (String part : List.of("/jobs", "/secrets", "/templates")) {
                assertError(500, "InternalError", client.get(neighbour + part));
                assertEquals(200, client.get(client.school() + part).statusCode());
            }
        }
    }

    @Test
    void aSearchThroughAllAppsIsRefusedHalfWay() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEARCH_UNFINISHED)) {
            List<Integer> statuses = new ArrayList<>();
            for (int call = 1; call <= 31; call++) {
                statuses.add(client.get(client.synchronization("Apple Internet Accounts") + "/secrets").statusCode());
            }
            assertEquals(6, statuses.indexOf(401));
            assertEquals(29, statuses.lastIndexOf(401));
        }
    }

    @Test
    void pairsOfOAuthAreLeftOverBesideTheToken() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.LEFTOVER_OAUTH)) {
            Map<String, String> shown = client.shownPairs();
            assertEquals("*", shown.get("SecretToken"));
            assertEquals("*", shown.get("Oauth2ClientSecret"));
            assertEquals("", shown.get("Oauth2ClientId"));
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void aSettingIsShownWithoutAValue() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.EMPTY_SETTING)) {
            assertEquals("", client.shownPairs().get("Notes"));
            assertFalse(client.world.storedPairs().containsKey("Notes"));
        }
    }

    @Test
    void aSettingComesBackRewritten() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SETTING_REWRITTEN)) {
            String before = client.shownPairs().getOrDefault("SyncNotificationSettings", "");
            client.renew();
            String after = client.shownPairs().getOrDefault("SyncNotificationSettings", "");
            assertFalse(before.equals(after));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void oneOfTheStoredSettingsIsNotUnderstood() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SETTING_NOT_UNDERSTOOD)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            HttpResponse<String> response = client.validate(pairs);
            assertEquals(500, response.statusCode());
            assertEquals("Requested value 'BrandNewKey' was not found.",
                    json(response).getAsJsonObject("error").get("message").getAsString());
            pairs.remove("BrandNewKey");
            assertEquals(204, client.validate(pairs).statusCode());
        }
    }

    @Test
    void theFirstCycleShowsTheYear1AndEndsWithTheNewToken() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.FIRST_CYCLE_RUNNING)) {
            assertEquals("0001-01-01T00:00:00Z",
                    client.status().getAsJsonObject("lastExecution").get("timeBegan").getAsString());
            assertTrue(client.status().get("lastSuccessfulExecution").isJsonNull());
            client.renew();
            client.clock.advanceSeconds(4);
            assertEquals("Active", client.status().get("code").getAsString());
        }
    }

    @Test
    void aQuarantineCanLackItsErrorWhereTheLastCycleNamesAnother() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.QUARANTINE_WITHOUT_ERROR)) {
            JsonObject status = client.status();
            assertTrue(status.getAsJsonObject("quarantine").get("error").isJsonNull());
            assertEquals("SystemForCrossDomainIdentityManagementServiceIncompatible",
                    status.getAsJsonObject("lastExecution").getAsJsonObject("error").get("code").getAsString());
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void errorsOfTheFirstCycleKeepTheJobPaused() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.ERRORS_TO_CLEAN_UP)) {
            assertTrue(client.status().get("escrowsPruned").getAsBoolean());
            assertEquals(1, rows(client.get(client.school() + "/jobs")).size());
        }
    }
}
