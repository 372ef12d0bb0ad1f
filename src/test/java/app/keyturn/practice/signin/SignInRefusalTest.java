package app.keyturn.practice.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.HtmlForm;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.signin.SignInRefusal.Place;
import app.keyturn.testkit.PracticeClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that Microsoft refuses although the account is an administrator's. */
class SignInRefusalTest {
    private static PracticeClient refusing(SignInRefusal refusal) throws Exception {
        return PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.with(SignInSettings.REFUSAL, Optional.of(refusal)));
    }

    private static HttpResponse<String> press(PracticeClient client, String choice) throws Exception {
        return client.post(client.authorize(PracticeClient.authorizeQuery()), Map.of("choice", choice));
    }

    static Stream<SignInRefusal> withWayBack() {
        return Stream.of(SignInRefusal.ADMIN_CONSENT, SignInRefusal.APPROVAL);
    }

    @ParameterizedTest
    @MethodSource("withWayBack")
    void theWayBackFromTheApprovalPageTellsTheProgram(SignInRefusal refusal) throws Exception {
        try (PracticeClient client = refusing(refusal)) {
            HttpResponse<String> page = press(client, "administrator");
            assertTrue(page.body().contains("AADSTS" + refusal.number() + ": "), page.body());
            assertTrue(page.body().contains("An administrator has to approve"), page.body());
            Map<String, String> posted = HtmlForm.parseAll(page.body()).getFirst().hidden();
            assertEquals("access_denied", posted.get("error"));
            assertTrue(posted.getOrDefault("error_description", "").startsWith("AADSTS90123: "));
            assertEquals("state-1", posted.get("state"));
        }
    }

    static Stream<SignInRefusal> onPage() {
        return Stream.of(SignInRefusal.PARTNER_CONSENT, SignInRefusal.PARTNER_POLICY, SignInRefusal.DEVICE);
    }

    @ParameterizedTest
    @MethodSource("onPage")
    void otherRefusalsStayOnMicrosoftsPage(SignInRefusal refusal) throws Exception {
        try (PracticeClient client = refusing(refusal)) {
            HttpResponse<String> page = press(client, "administrator");
            assertTrue(page.body().contains("AADSTS" + refusal.number() + ": "), page.body());
            assertFalse(page.body().contains("<form"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500213, 99999999})
    void anyNumberCanBePostedToTheProgram(int number) throws Exception {
        try (PracticeClient client = refusing(SignInRefusal.of(number, Place.POSTED))) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                Map<String, String> posted = client.press(PracticeClient.authorizeQuery(), "administrator");
                assertEquals("access_denied", posted.get("error"));
                assertTrue(posted.getOrDefault("error_description", "").startsWith("AADSTS" + number + ": "));
                assertFalse(posted.containsKey("code"));
            }
        }
    }

    @Test
    void aLaterSignInSucceeds() throws Exception {
        try (PracticeClient client = refusing(SignInRefusal.APPROVAL)) {
            press(client, "administrator");
            client.signIn("administrator");
            assertEquals(200, client.get(client.school() + "/jobs").statusCode());
        }
    }

    @Test
    void onlyTheAdministratorIsRefused() throws Exception {
        try (PracticeClient client = refusing(SignInRefusal.DEVICE)) {
            assertEquals(200, client.signIn("user-without-role").get("/organization").statusCode());
        }
    }
}
