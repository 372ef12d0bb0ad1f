package app.keyturn.practice.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.HtmlForm;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in for Microsoft's sign-in: the page, its three buttons, and the tokens issued. */
class PracticeSignInTest {
    private PracticeClient client;

    @BeforeEach
    void open() throws IOException {
        client = PracticeClient.in(Scenario.HEALTHY);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void thePageSaysPracticeAndAsksForNoPassword() throws Exception {
        HttpResponse<String> page = client.send("GET", client.authorize(PracticeClient.authorizeQuery()), "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("PRACTICE"));
        assertFalse(page.body().contains("<input"), page.body());
        assertFalse(page.body().contains("<script"));
        assertFalse(page.body().contains("http://"), "only relative addresses");
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("default-src 'none'; style-src 'sha256-"));
    }

    @Test
    void anAdministratorReturnsWithACodeAndTheState() throws Exception {
        Map<String, String> query = PracticeClient.authorizeQuery();
        HttpResponse<String> page = client.post(client.authorize(query), Map.of("choice", "administrator"));
        HtmlForm form = HtmlForm.parseAll(page.body()).getFirst();
        assertEquals(PracticeClient.REDIRECT, form.action());
        assertEquals("state-1", form.hidden().get("state"));
        assertTrue(form.hidden().containsKey("code"));
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("form-action 'self' " + PracticeClient.REDIRECT + ";"));
    }

    @Test
    void decliningReturnsTheReason() throws Exception {
        Map<String, String> posted = client.press(PracticeClient.authorizeQuery(), "decline");
        assertEquals("access_denied", posted.get("error"));
        assertTrue(posted.getOrDefault("error_description", "").startsWith("AADSTS65004: "));
        assertEquals("state-1", posted.get("state"));
        assertFalse(posted.containsKey("code"));
    }

    @Test
    void anUnknownButtonShowsThePageAgain() throws Exception {
        assertEquals(Map.of(), client.press(PracticeClient.authorizeQuery(), "unknown"));
    }

    @Test
    void requestParametersAreEscapedOnThePages() throws Exception {
        Map<String, String> query = PracticeClient.authorizeQuery();
        query.put("state", "\"><script>alert('1')</script>&amp;");
        HttpResponse<String> page = client.post(client.authorize(query), Map.of("choice", "administrator"));
        assertFalse(page.body().contains("<script"));
        assertEquals(query.get("state"), HtmlForm.parseAll(page.body()).getFirst().hidden().get("state"));
        query.put("redirect_uri", "http://localhost:1\"><script>");
        page = client.send("GET", client.authorize(query), "");
        assertEquals(400, page.statusCode());
        assertFalse(page.body().contains("<script"));
    }

    @ParameterizedTest
    @CsvSource({"client_id,'',AADSTS900144", "state,'',AADSTS900144", "scope,'',AADSTS900144",
            "response_type,token,AADSTS700054", "response_mode,query,AADSTS70007",
            "code_challenge,'',AADSTS9002325", "code_challenge_method,plain,AADSTS9002325",
            "scope,openid Mail.Read,AADSTS70011", "redirect_uri,https://localhost:1,AADSTS50011",
            "redirect_uri,http://localhost,AADSTS50011", "redirect_uri,http://elsewhere.example:80,AADSTS50011",
            "redirect_uri,http://localhost:1/path,AADSTS50011",
            "redirect_uri,http://localhost:1@elsewhere.example:80,AADSTS50011"})
    void anInvalidRequestShowsTheReason(String field, String value, String code) throws Exception {
        Map<String, String> query = PracticeClient.authorizeQuery();
        query.put(field, value);
        HttpResponse<String> page = client.post(client.authorize(query), Map.of("choice", "administrator"));
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains(code + ":"), page.body());
        assertEquals(0, HtmlForm.parseAll(page.body()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "common", "maple.example", "7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70"})
    void theTenantHasSeveralNames(String name) throws Exception {
        String address = "https://login.practice.invalid/" + name + "/oauth2/v2.0/authorize?"
                + PracticeClient.encode(PracticeClient.authorizeQuery());
        assertEquals(200, client.page(address).statusCode());
    }

    @Test
    void anUnknownTenantIsReported() throws Exception {
        String start = "https://login.practice.invalid/oak.example/oauth2/v2.0/";
        HttpResponse<String> page = client
                .page(start + "authorize?" + PracticeClient.encode(PracticeClient.authorizeQuery()));
        assertTrue(page.body().contains("AADSTS90002: Tenant &#39;oak.example&#39; not found."), page.body());
        JsonObject error = PracticeClient.json(client.post(client.at(start + "token"), Map.of()));
        assertEquals(90002, error.getAsJsonArray("error_codes").get(0).getAsInt());
    }

    @Test
    void aCodeIsExchangedForTokensThatNameTheUser() throws Exception {
        Map<String, String> posted = client.press(PracticeClient.authorizeQuery(), "user-without-role");
        JsonObject tokens = PracticeClient.json(client.redeem(PracticeClient.tokenForm(posted)));
        assertEquals("Bearer", tokens.get("token_type").getAsString());
        assertEquals(PracticeClient.SCOPE, tokens.get("scope").getAsString());
        JsonObject claims = decoded(tokens.get("id_token").getAsString().split("\\.", -1)[1]);
        assertEquals(PracticeClient.CLIENT, claims.get("aud").getAsString());
        assertEquals("helper@maple.example", claims.get("preferred_username").getAsString());
        assertEquals("Practice user without the role", claims.get("name").getAsString());
        assertEquals("https://login.practice.invalid/" + claims.get("tid").getAsString() + "/v2.0",
                claims.get("iss").getAsString());
        JsonObject clientInfo = decoded(tokens.get("client_info").getAsString());
        assertEquals(claims.get("oid"), clientInfo.get("uid"));
        assertEquals(claims.get("tid"), clientInfo.get("utid"));
    }

    @Test
    void aCodeCanBeRedeemedOnce() throws Exception {
        Map<String, String> form = PracticeClient
                .tokenForm(client.press(PracticeClient.authorizeQuery(), "administrator"));
        assertEquals(200, client.redeem(form).statusCode());
        assertRefused(54005, form);
    }

    @Test
    void aCodeIsValidForTenMinutes() throws Exception {
        Map<String, String> form = PracticeClient
                .tokenForm(client.press(PracticeClient.authorizeQuery(), "administrator"));
        client.clock.advance(Duration.ofMinutes(10));
        assertRefused(70008, form);
    }

    @ParameterizedTest
    @CsvSource({"code_verifier,another,501481", "redirect_uri,http://localhost:50124,500112", "client_id,another,70000",
            "code,guessed,70000", "client_id,'',900144", "grant_type,password,70003"})
    void aCodeCannotBeRedeemedWithOtherParameters(String field, String value, int number) throws Exception {
        Map<String, String> form = PracticeClient
                .tokenForm(client.press(PracticeClient.authorizeQuery(), "administrator"));
        form.put(field, value);
        assertRefused(number, form);
    }

    @Test
    void aRefreshTokenGivesANewAccessToken() throws Exception {
        Map<String, String> code = PracticeClient
                .tokenForm(client.press(PracticeClient.authorizeQuery(), "administrator"));
        JsonObject first = PracticeClient.json(client.redeem(code));
        Map<String, String> form = Map.of("grant_type", "refresh_token", "client_id", PracticeClient.CLIENT,
                "refresh_token",
                first.get("refresh_token").getAsString());
        JsonObject second = PracticeClient.json(client.redeem(form));
        assertNotEquals(first.get("access_token"), second.get("access_token"));
        assertRefused(70000, Map.of("grant_type", "refresh_token", "client_id", "another", "refresh_token",
                first.get("refresh_token").getAsString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "7a3f0c52-9d1e-4b8a-8f6d-2c5e9b1d4a70"})
    void signingOutShowsAPageAndChangesNothing(String name) throws Exception {
        client.signIn("administrator");
        HttpResponse<String> page = client.page("https://login.practice.invalid/" + name + "/oauth2/v2.0/logout");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<h1>You are signed out</h1>"), page.body());
        assertTrue(page.body().contains("PRACTICE"));
        assertEquals(0, HtmlForm.parseAll(page.body()).size());
        assertEquals(200, client.get("/organization").statusCode());
        assertEquals(200, client.refresh().statusCode());
    }

    @Test
    void signingOutOfAnUnknownTenantIsRefused() throws Exception {
        assertEquals(400, client.page("https://login.practice.invalid/oak.example/oauth2/v2.0/logout").statusCode());
    }

    @Test
    void theBrowserFailsWithoutTheButton() throws Exception {
        try (PracticeBrowser browser = new PracticeBrowser()) {
            Map<String, String> query = PracticeClient.authorizeQuery();
            query.remove("client_id");
            assertThrows(IOException.class,
                    () -> browser.signIn(client.authorize(query), PracticeBrowser.Choice.DECLINE));
        }
    }

    private void assertRefused(int number, Map<String, String> form) throws Exception {
        HttpResponse<String> response = client.redeem(form);
        assertEquals(400, response.statusCode());
        JsonObject error = PracticeClient.json(response);
        assertEquals(number, error.getAsJsonArray("error_codes").get(0).getAsInt(), response.body());
        assertTrue(error.get("error_description").getAsString().startsWith("AADSTS" + number + ": "));
        assertFalse(error.get("correlation_id").getAsString().isEmpty());
    }

    private static JsonObject decoded(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
