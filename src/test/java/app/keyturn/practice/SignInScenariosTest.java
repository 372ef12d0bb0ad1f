package app.keyturn.practice;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scenarios that differ in what the one who signs in may do, and for how long. */
class SignInScenariosTest {
    private static final Pattern CLAIMS = Pattern.compile("error=\"insufficient_claims\", claims=\"([^\"]+)\"");

    @Test
    void theRoleComesWithTheSecondSignInOfTheAdministrator() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.ROLE_SWITCHED_ON)) {
            assertError(401, "UnknownError", visitor.get(visitor.school() + "/jobs"));
            assertEquals(200, visitor.refresh().statusCode());
            assertEquals(401, visitor.get(visitor.school() + "/secrets").statusCode());
            visitor.signIn("administrator");
            assertEquals(200, visitor.get(visitor.school() + "/jobs").statusCode());
            visitor.signIn("administrator");
            assertEquals(200, visitor.get(visitor.school() + "/secrets").statusCode());
        }
    }

    @Test
    void theRoleDoesNotComeForSomebodyElse() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.ROLE_SWITCHED_ON).signIn("user-without-role")) {
            assertEquals(401, visitor.get(visitor.school() + "/jobs").statusCode());
            visitor.signIn("administrator");
            assertEquals(401, visitor.get(visitor.school() + "/jobs").statusCode());
            visitor.signIn("user-without-role");
            assertEquals(401, visitor.get(visitor.school() + "/jobs").statusCode());
        }
    }

    @Test
    void theFirstTestOfNewCredentialsEndsTheSession() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SESSION_ENDED)) {
            assertEquals(204, visitor.checkSaved(visitor.school()).statusCode(), "saved credentials are no new ones");
            Map<String, String> pairs = visitor.completeWith(visitor.world.generateToken());
            HttpResponse<String> answer = visitor.validate(pairs);
            assertError(401, "InvalidAuthenticationToken", answer);
            assertEquals(
                    "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                            + "TokenIssuedBeforeRevocationTimestamp",
                    PracticeClient.json(answer).getAsJsonObject("error").get("message").getAsString());
            assertEquals(visitor.clock.instant().getEpochSecond(), claims(answer).getAsJsonObject("access_token")
                    .getAsJsonObject("nbf")
                    .get("value")
                    .getAsLong());
        }
    }

    @Test
    void afterTheEndOfTheSessionOnlyANewSignInHelps() throws Exception {
        try (PracticeClient visitor = PracticeClient.signedInto(Scenario.SESSION_ENDED)) {
            Map<String, String> pairs = visitor.completeWith(visitor.world.generateToken());
            assertEquals(401, visitor.validate(pairs).statusCode());
            visitor.clock.advanceSeconds(60);
            assertError(401, "InvalidAuthenticationToken", visitor.get("/organization"));
            JsonObject refused = PracticeClient.json(visitor.refresh());
            assertEquals("invalid_grant", refused.get("error").getAsString());
            assertEquals(50173, refused.getAsJsonArray("error_codes").get(0).getAsInt());
            visitor.signIn("administrator");
            assertEquals(204, visitor.validate(pairs).statusCode());
            assertEquals(204, visitor.save(pairs).statusCode());
            assertEquals(200, visitor.refresh().statusCode());
            assertEquals(List.of(), visitor.world.violations());
        }
    }

    @Test
    void thereIsSomebodyWithTheRoleAndSomebodyWithout() throws Exception {
        try (PracticeClient visitor = PracticeClient.in(Scenario.NO_PERMISSION).signIn("user-without-role")) {
            assertError(401, "UnknownError", visitor.get(visitor.school() + "/jobs"));
            visitor.signIn("administrator");
            assertEquals(200, visitor.get(visitor.school() + "/jobs").statusCode());
        }
    }

    private static JsonObject claims(HttpResponse<String> answer) {
        Matcher claims = CLAIMS.matcher(answer.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertTrue(claims.find());
        return JsonParser.parseString(new String(Base64.getDecoder().decode(claims.group(1)), UTF_8))
                .getAsJsonObject();
    }
}
