package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.innerError;
import static app.keyturn.testkit.PracticeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.graph.GraphSettings.Envelope;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The credential check, which queries Apple and explains why it failed. */
class CredentialCheckTest {
    private static final String FAILURE = "SystemForCrossDomainIdentityManagementCredentialValidationFailure";
    private static final String UNAVAILABLE = "SystemForCrossDomainIdentityManagementCredentialValidationUnavailable";

    private static PracticeClient in(Scenario scenario) throws Exception {
        return PracticeClient.in(scenario).signIn("administrator");
    }

    @Test
    void theStoredCredentialsCanBeChecked() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            assertEquals(204, checkSaved(client).statusCode());
        }
        try (PracticeClient client = in(Scenario.EXPIRED_TOKEN)) {
            assertEquals(400, checkSaved(client).statusCode());
        }
    }

    @Test
    void checkingStoresNothing() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            Map<String, String> before = client.world.storedPairs();
            client.validate(client.completeWith(client.world.generateToken()));
            assertEquals(before, client.world.storedPairs());
        }
    }

    @Test
    void credentialsCanBeCheckedWithoutAJob() throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            String path = client.synchronization("Apple Internet Accounts") + "/jobs/validateCredentials";
            assertEquals(204, client.graph("POST", path, """
                    {"useSavedCredentials":false,"templateId":"scim","credentials":[
                      {"key":"BaseAddress","value":"https://Federation.Apple.com/feeds/school/scim/?aadOptscim062020"},
                      {"key":"SecretToken","value":"%s"}]}""".formatted(client.world.generateToken())).statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource(Envelope.class)
    void aFailureNamesTheAddressAndNeverTheToken(Envelope envelope) throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY, settings -> settings.with(envelope))) {
            HttpResponse<String> response = client.signIn("administrator")
                    .validate(client.completeWith("PRACTICE-wrong"));
            assertEquals(400, response.statusCode());
            assertFalse(response.body().contains("PRACTICE-wrong"));
            JsonObject error = json(response).getAsJsonObject("error");
            JsonObject real = switch (envelope) {
                case PLAIN -> error;
                case JSON_IN_MESSAGE -> innerError(response);
                case INNER_ERROR -> error.getAsJsonObject("innerError");
            };
            assertEquals(FAILURE, real.get("code").getAsString());
            assertTrue(real.get("message")
                    .getAsString()
                    .contains(
                            "Resource: https://federation.apple.com/feeds/school/scim/Users?filter=userName+eq+\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://federation.apple.com/feeds/home/scim",
            "https://elsewhere.example/feeds/school/scim",
            "http://federation.apple.com/feeds/school/scim", "not an address", ""})
    void anAddressThatIsNotApplesIsUnavailable(String address) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            pairs.put("BaseAddress", address);
            assertEquals(UNAVAILABLE, innerError(client.validate(pairs)).get("code").getAsString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"useSavedCredentials\":\"true\"}", "{\"useSavedCredentials\":false}",
            "{\"secrets\":[]}"})
    void anInvalidCheckIsRefused(String body) throws Exception {
        try (PracticeClient client = in(Scenario.HEALTHY)) {
            assertError(400, "BadRequest", client.graph("POST", client.jobPath() + "/validateCredentials", body));
        }
    }

    private static HttpResponse<String> checkSaved(PracticeClient client) throws Exception {
        return client.graph("POST", client.jobPath() + "/validateCredentials", "{\"useSavedCredentials\":true}");
    }
}
