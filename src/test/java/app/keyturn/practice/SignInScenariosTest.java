package app.keyturn.practice;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.signin.SignInSettings;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scenarios that differ in what the signed-in user may do, and for how long. */
class SignInScenariosTest {
    private static final Pattern CLAIMS = Pattern.compile("error=\"insufficient_claims\", claims=\"([^\"]+)\"");

    @Test
    void theAdministratorHasTheRoleFromTheSecondSignInOn() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.ROLE_SWITCHED_ON)) {
            assertError(401, "UnknownError", client.get(client.school() + "/jobs"));
            assertEquals(200, client.refresh().statusCode());
            assertEquals(401, client.get(client.school() + "/secrets").statusCode());
            client.signIn("administrator");
            assertEquals(200, client.get(client.school() + "/jobs").statusCode());
            client.signIn("administrator");
            assertEquals(200, client.get(client.school() + "/secrets").statusCode());
        }
    }

    @Test
    void theOtherUserNeverGetsTheRole() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.ROLE_SWITCHED_ON).signIn("user-without-role")) {
            assertEquals(401, client.get(client.school() + "/jobs").statusCode());
            client.signIn("administrator");
            assertEquals(401, client.get(client.school() + "/jobs").statusCode());
            client.signIn("user-without-role");
            assertEquals(401, client.get(client.school() + "/jobs").statusCode());
        }
    }

    @Test
    void theFirstTestOfNewCredentialsEndsTheSession() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.SESSION_ENDED).declaringCp1().signIn("administrator")) {
            assertEquals(204, client.checkSaved(client.school()).statusCode(), "saved credentials are not new ones");
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            HttpResponse<String> response = client.validate(pairs);
            assertError(401, "InvalidAuthenticationToken", response);
            assertEquals(
                    "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                            + "TokenIssuedBeforeRevocationTimestamp",
                    PracticeClient.json(response).getAsJsonObject("error").get("message").getAsString());
            assertEquals(client.clock.instant().getEpochSecond(), claims(response).getAsJsonObject("access_token")
                    .getAsJsonObject("nbf")
                    .get("value")
                    .getAsLong());
        }
    }

    @Test
    void aProgramThatDidNotDeclareItGetsNoClaimsChallenge() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SESSION_ENDED)) {
            HttpResponse<String> response = client.validate(client.completeWith(client.world.generateToken()));
            assertError(401, "InvalidAuthenticationToken", response);
            assertEquals("Lifetime validation failed, the token is expired.",
                    PracticeClient.json(response).getAsJsonObject("error").get("message").getAsString());
            assertFalse(response.headers().firstValue("WWW-Authenticate").orElseThrow().contains("claims"));
        }
    }

    @Test
    void aRoleCanBeginToCountAMinuteLater() throws Exception {
        try (PracticeClient client = PracticeClient
                .in(Scenario.HEALTHY, settings -> settings.with(SignInSettings.ROLE_AFTER, Duration.ofMinutes(1)))
                .signIn("administrator")) {
            assertError(401, "UnknownError", client.get(client.school() + "/jobs"));
            client.clock.advanceSeconds(60);
            assertEquals(200, client.get(client.school() + "/jobs").statusCode(), "with the same access token");
        }
    }

    @Test
    void afterTheEndOfTheSessionOnlyANewSignInHelps() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SESSION_ENDED)) {
            Map<String, String> pairs = client.completeWith(client.world.generateToken());
            assertEquals(401, client.validate(pairs).statusCode());
            client.clock.advanceSeconds(60);
            assertError(401, "InvalidAuthenticationToken", client.get("/organization"));
            JsonObject refused = PracticeClient.json(client.refresh());
            assertEquals("invalid_grant", refused.get("error").getAsString());
            assertEquals(50173, refused.getAsJsonArray("error_codes").get(0).getAsInt());
            client.signIn("administrator");
            assertEquals(204, client.validate(pairs).statusCode());
            assertEquals(204, client.save(pairs).statusCode());
            assertEquals(200, client.refresh().statusCode());
            assertEquals(List.of(), client.world.violations());
        }
    }

    @Test
    void oneUserHasTheRoleAndTheOtherDoesNot() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.NO_PERMISSION).signIn("user-without-role")) {
            assertError(401, "UnknownError", client.get(client.school() + "/jobs"));
            client.signIn("administrator");
            assertEquals(200, client.get(client.school() + "/jobs").statusCode());
        }
    }

    private static JsonObject claims(HttpResponse<String> response) {
        Matcher claims = CLAIMS.matcher(response.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertTrue(claims.find());
        return JsonParser.parseString(new String(Base64.getDecoder().decode(claims.group(1)), UTF_8))
                .getAsJsonObject();
    }
}
