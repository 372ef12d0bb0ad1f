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

/** The scenarios that differ in what the tenant's applications are called and what is stored for them. */
class AppScenariosTest {
    private static final String SCHOOL = "https://federation.apple.com/feeds/school/scim";
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
    private static final String UNAVAILABLE = "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable";

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyWorldOpensWithoutAViolationAndGivesOutAToken(Scenario scenario) throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(scenario)) {
            assertEquals(200, visitor.get("/servicePrincipals").statusCode());
            assertTrue(visitor.world.generateToken().startsWith("PRACTICE-"));
            assertEquals(List.of(), visitor.world.violations());
        }
    }

    @Test
    void withoutAnAppNothingIsStored() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NO_APP)) {
            assertEquals(List.of("Apple Internet Accounts"),
                    names(visitor.get("/servicePrincipals?" + filter("startswith(displayName,'Apple')"))));
            for (JsonObject app : rows(visitor.get("/servicePrincipals"))) {
                String path = "/servicePrincipals/" + app.get("id").getAsString() + "/synchronization";
                assertEquals(List.of(), rows(visitor.get(path + "/secrets")));
                assertEquals(List.of(), rows(visitor.get(path + "/jobs")));
            }
            assertEquals(Map.of(), visitor.world.storedPairs());
        }
    }

    @Test
    void aRenamedAppIsToldByItsTemplate() throws Exception {
        try (PracticeClient visitor = PracticeClient.inBusiness(Scenario.RENAMED_APP)) {
            visitor.signIn("administrator");
            String template = rows(
                    visitor.get("/applicationTemplates?" + filter("displayName eq 'Apple Business Manager'")))
                    .getFirst()
                    .get("id")
                    .getAsString();
            JsonObject app = visitor.app("applicationTemplateId eq '" + template + "'");
            assertEquals("iPad accounts", app.get("displayName").getAsString());
            assertEquals("Apple Business Manager", app.get("appDisplayName").getAsString());
        }
    }

    @Test
    void aNamelessAppIsToldByItsAddressAlone() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NAMELESS_APP)) {
            JsonObject app = visitor.app("displayName eq 'Managed accounts for pupils'");
            assertEquals("Managed accounts for pupils", app.get("appDisplayName").getAsString());
            assertTrue(app.get("applicationTemplateId").isJsonNull());
            String synchronization = visitor.synchronization("Managed accounts for pupils");
            assertEquals(SCHOOL, visitor.shownPairs(synchronization).get("BaseAddress"));
            assertEquals(204, visitor.checkSaved(synchronization).statusCode());
        }
    }

    @Test
    void ofSeveralAppsOneIsInUseAndOneWasForTests() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            assertEquals(List.of("Apple School Manager (test)", "Apple School Manager"),
                    names(visitor.get("/servicePrincipals?" + filter("startswith(displayName,'Apple School')"))));
            String inUse = visitor.school();
            String test = visitor.synchronization("Apple School Manager (test)");
            assertEquals(visitor.shownPairs(inUse).get("BaseAddress"), visitor.shownPairs(test).get("BaseAddress"));
            assertEquals(204, visitor.checkSaved(inUse).statusCode());
            assertEquals(FAILURE, innerError(visitor.checkSaved(test)).get("code").getAsString());
            assertEquals("Active 2026-03-10T09:13:03.4000000Z", statusAndLastSuccess(visitor, inUse));
            assertEquals("Paused 2025-07-13T09:30:03.4000000Z", statusAndLastSuccess(visitor, test));
        }
    }

    private static String statusAndLastSuccess(PracticeClient visitor, String synchronization) throws Exception {
        JsonObject status = rows(visitor.get(synchronization + "/jobs")).getFirst().getAsJsonObject("status");
        return status.get("code").getAsString() + " "
                + status.getAsJsonObject("lastSuccessfulExecution").get("timeEnded").getAsString();
    }

    @Test
    void ofSeveralAppsTheOneInUseIsToBeRenewed() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            String before = visitor.world.storedPairs().getOrDefault("SecretToken", "");
            visitor.renew();
            assertNotEquals(before, visitor.world.storedPairs().get("SecretToken"));
            assertEquals(List.of(), visitor.world.violations());
        }
    }

    @Test
    void atTheOtherPortalTheStoredTokenIsNotGood() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.OTHER_PORTAL)) {
            Map<String, String> pairs = visitor.completeWith(visitor.world.generateToken());
            assertEquals("https://federation.apple.com/feeds/business/scim", pairs.get("BaseAddress"));
            assertEquals(FAILURE, innerError(visitor.checkSaved(visitor.school())).get("code").getAsString());
            assertEquals(400, visitor.validate(pairs).statusCode());
            pairs.put("BaseAddress", SCHOOL);
            assertEquals(204, visitor.validate(pairs).statusCode());
            assertEquals("Active", visitor.status().get("code").getAsString());
        }
    }

    @Test
    void withoutAnAddressNothingCanBeReached() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NO_ADDRESS)) {
            assertFalse(visitor.shownPairs().containsKey("BaseAddress"));
            assertEquals("*", visitor.shownPairs().get("SecretToken"));
            assertEquals(UNAVAILABLE, innerError(visitor.checkSaved(visitor.school())).get("code").getAsString());
        }
    }

    @Test
    void flagsBehindTheAddressDoNotHarm() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.ADDRESS_WITH_FLAGS)) {
            assertEquals(SCHOOL + "?aadOptscim062020", visitor.shownPairs().get("BaseAddress"));
            assertEquals(204, visitor.checkSaved(visitor.school()).statusCode());
        }
    }

    @Test
    void withoutAJobCredentialsCanStillBeTested() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NO_JOB)) {
            assertEquals(List.of(), rows(visitor.get(visitor.school() + "/jobs")));
            assertEquals("*", visitor.shownPairs().get("SecretToken"));
            assertEquals(204, visitor.checkSaved(visitor.school()).statusCode());
        }
    }

    @Test
    void aLinkByOidcStoresNothing() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.OIDC)) {
            assertEquals(Map.of(), visitor.shownPairs());
            assertEquals(List.of(), rows(visitor.get(visitor.school() + "/jobs")));
            assertTrue(visitor.page("https://school.apple.com/").body().contains("There is no token yet."));
        }
    }

    @Test
    void aLinkByOAuthHasKeysOfItsOwnAndMasksTheSecretOnes() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.OAUTH)) {
            Map<String, String> shown = visitor.shownPairs();
            assertEquals(List.of("BaseAddress", "Oauth2AccessToken", "Oauth2AccessTokenCreationTime", "Oauth2ClientId",
                    "Oauth2ClientSecret", "Oauth2RefreshToken", "SyncAll", "SyncNotificationSettings", "BrandNewKey"),
                    List.copyOf(shown.keySet()));
            assertEquals(List.of("Oauth2AccessToken", "Oauth2ClientSecret", "Oauth2RefreshToken"),
                    shown.keySet().stream().filter(key -> shown.getOrDefault(key, "").equals("*")).toList());
            assertEquals("Active", visitor.status().get("code").getAsString());
            assertEquals(204, visitor.checkSaved(visitor.school()).statusCode());
        }
    }

    @Test
    void theNameIsHiddenAndTheAppsAreNot() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.NAME_HIDDEN)) {
            assertError(403, "Authorization_RequestDenied", visitor.get("/organization?$select=displayName"));
            HttpResponse<String> batch = visitor.graph("POST", "/$batch",
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
