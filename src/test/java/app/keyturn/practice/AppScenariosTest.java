package app.keyturn.practice;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.filter;
import static app.keyturn.testkit.PracticeClient.innerError;
import static app.keyturn.testkit.PracticeClient.json;
import static app.keyturn.testkit.PracticeClient.names;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios that differ in the tenant's applications and their stored connections. */
class AppScenariosTest {
    private static final String SCHOOL = "https://federation.apple.com/feeds/school/scim";
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
    private static final String UNAVAILABLE = "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable";

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScenarioOpensWithoutViolationsAndGeneratesAToken(Scenario scenario) throws Exception {
        try (PracticeClient client = PracticeClient.in(scenario)) {
            // In some scenarios the first sign-in is refused.
            client.post(client.authorize(PracticeClient.authorizeQuery()), Map.of("choice", "administrator"));
            client.signIn("administrator");
            assertEquals(200, client.get("/servicePrincipals").statusCode());
            assertTrue(client.world.generateToken().startsWith("PRACTICE-"));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void withoutAnAppNothingIsStored() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NO_APP)) {
            assertEquals(List.of("Apple Internet Accounts"),
                    names(client.get("/servicePrincipals?" + filter("startswith(displayName,'Apple')"))));
            for (JsonObject app : rows(client.get("/servicePrincipals"))) {
                String path = "/servicePrincipals/" + app.get("id").getAsString() + "/synchronization";
                assertEquals(List.of(), rows(client.get(path + "/secrets")));
                assertEquals(List.of(), rows(client.get(path + "/jobs")));
            }
            assertEquals(Map.of(), client.world.storedPairs());
        }
    }

    @Test
    void aRenamedAppIsIdentifiedByItsTemplate() throws Exception {
        try (PracticeClient client = PracticeClient.inBusiness(Scenario.RENAMED_APP)) {
            client.signIn("administrator");
            String template = rows(
                    client.get("/applicationTemplates?" + filter("displayName eq 'Apple Business Manager'")))
                    .getFirst()
                    .get("id")
                    .getAsString();
            JsonObject app = client.app("applicationTemplateId eq '" + template + "'");
            assertEquals("iPad accounts", app.get("displayName").getAsString());
            assertEquals("Apple Business Manager", app.get("appDisplayName").getAsString());
        }
    }

    @Test
    void aNamelessAppIsIdentifiedOnlyByItsAddress() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NAMELESS_APP)) {
            JsonObject app = client.app("displayName eq 'Managed accounts for pupils'");
            assertEquals("Managed accounts for pupils", app.get("appDisplayName").getAsString());
            assertTrue(app.get("applicationTemplateId").isJsonNull());
            String synchronization = client.synchronization("Managed accounts for pupils");
            assertEquals(SCHOOL, client.shownPairs(synchronization).get("BaseAddress"));
            assertEquals(204, client.checkSaved(synchronization).statusCode());
        }
    }

    @Test
    void oneOfSeveralAppsIsInUseAndOneIsForTests() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            assertEquals(List.of("Apple School Manager (test)", "Apple School Manager"),
                    names(client.get("/servicePrincipals?" + filter("startswith(displayName,'Apple School')"))));
            String inUse = client.school();
            String test = client.synchronization("Apple School Manager (test)");
            assertEquals(client.shownPairs(inUse).get("BaseAddress"), client.shownPairs(test).get("BaseAddress"));
            assertEquals(204, client.checkSaved(inUse).statusCode());
            assertEquals(FAILURE, innerError(client.checkSaved(test)).get("code").getAsString());
            assertEquals("Active 2026-03-10T09:13:03.4000000Z", statusAndLastSuccess(client, inUse));
            assertEquals("Paused 2025-07-13T09:30:03.4000000Z", statusAndLastSuccess(client, test));
        }
    }

    private static String statusAndLastSuccess(PracticeClient client, String synchronization) throws Exception {
        JsonObject status = rows(client.get(synchronization + "/jobs")).getFirst().getAsJsonObject("status");
        return status.get("code").getAsString() + " "
                + status.getAsJsonObject("lastSuccessfulExecution").get("timeEnded").getAsString();
    }

    @Test
    void theAppInUseIsTheOneToRenew() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            String before = client.world.storedPairs().getOrDefault("SecretToken", "");
            client.renew();
            assertNotEquals(before, client.world.storedPairs().get("SecretToken"));
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void theStoredTokenFailsAtTheOtherPortal() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.OTHER_PORTAL)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            assertEquals("https://federation.apple.com/feeds/business/scim", pairs.get("BaseAddress"));
            assertEquals(FAILURE, innerError(client.checkSaved(client.school())).get("code").getAsString());
            assertEquals(400, client.validate(pairs).statusCode());
            pairs.put("BaseAddress", SCHOOL);
            assertEquals(204, client.validate(pairs).statusCode());
            assertEquals("Active", client.status().get("code").getAsString());
        }
    }

    @Test
    void withoutAnAddressAppleIsUnavailable() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NO_ADDRESS)) {
            assertFalse(client.shownPairs().containsKey("BaseAddress"));
            assertEquals("*", client.shownPairs().get("SecretToken"));
            assertEquals(UNAVAILABLE, innerError(client.checkSaved(client.school())).get("code").getAsString());
        }
    }

    @Test
    void flagsAfterTheAddressAreHarmless() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.ADDRESS_WITH_FLAGS)) {
            assertEquals(SCHOOL + "?aadOptscim062020", client.shownPairs().get("BaseAddress"));
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void withoutAJobCredentialsCanStillBeTested() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NO_JOB)) {
            assertEquals(List.of(), rows(client.get(client.school() + "/jobs")));
            assertEquals("*", client.shownPairs().get("SecretToken"));
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void anOidcConnectionStoresNothing() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.OIDC)) {
            assertEquals(Map.of(), client.shownPairs());
            assertEquals(List.of(), rows(client.get(client.school() + "/jobs")));
            assertTrue(client.page("https://school.apple.com/").body().contains("There is no token yet."));
        }
    }

    @Test
    void anOAuthConnectionHasItsOwnKeysAndMasksTheSecretOnes() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.OAUTH)) {
            Map<String, String> shown = client.shownPairs();
            assertEquals(List.of("BaseAddress", "Oauth2AccessToken", "Oauth2AccessTokenCreationTime", "Oauth2ClientId",
                    "Oauth2ClientSecret", "Oauth2RefreshToken", "SyncAll", "SyncNotificationSettings", "BrandNewKey"),
                    List.copyOf(shown.keySet()));
            assertEquals(List.of("Oauth2AccessToken", "Oauth2ClientSecret", "Oauth2RefreshToken"),
                    shown.keySet().stream().filter(key -> shown.getOrDefault(key, "").equals("*")).toList());
            assertEquals("Active", client.status().get("code").getAsString());
            assertEquals(204, client.checkSaved(client.school()).statusCode());
        }
    }

    @Test
    void theNameIsHiddenAndTheAppsAreNot() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.NAME_HIDDEN)) {
            assertError(403, "Authorization_RequestDenied", client.get("/organization?$select=displayName"));
            HttpResponse<String> batch = client.graph("POST", "/$batch",
                    "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/organization\"},"
                            + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/servicePrincipals\"}]}");
            assertEquals(List.of(200, 403), json(batch).getAsJsonArray("responses")
                    .asList()
                    .stream()
                    .map(part -> part.getAsJsonObject().get("status").getAsInt())
                    .toList());
        }
    }
}
