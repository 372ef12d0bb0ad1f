package app.keyturn.practice.graph;

import static app.keyturn.testkit.PracticeClient.filter;
import static app.keyturn.testkit.PracticeClient.json;
import static app.keyturn.testkit.PracticeClient.names;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in for Microsoft Graph: authorization, and what the directory returns. */
public class PracticeGraphTest {
    private PracticeClient client;

    @BeforeEach
    void open() throws Exception {
        client = PracticeClient.in(Scenario.HEALTHY, settings -> settings.withOtherApps(230)).signIn("administrator");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void aCallWithoutATokenIsUnauthorized() throws Exception {
        HttpResponse<String> response = client.page("https://graph.practice.invalid/v1.0/organization");
        assertError(401, "InvalidAuthenticationToken", response);
        assertTrue(response.headers().firstValue("WWW-Authenticate").isPresent());
    }

    @Test
    void aTokenIsValidForOneHour() throws Exception {
        client.clock.advance(Duration.ofHours(1));
        HttpResponse<String> response = client.get("/organization");
        assertError(401, "InvalidAuthenticationToken", response);
        assertTrue(response.body().contains("expired"));
    }

    @Test
    void anInventedTokenIsUnauthorized() throws Exception {
        assertError(401, "InvalidAuthenticationToken",
                client.send("GET", client.at("https://graph.practice.invalid/v1.0/organization"), "",
                        "Authorization", "Bearer invented"));
    }

    @Test
    void withoutTheRoleTheDirectoryAnswersButSynchronizationDoesNot() throws Exception {
        client.signIn("user-without-role");
        HttpResponse<String> response = client.get(client.school() + "/jobs");
        assertError(401, "UnknownError", response);
        assertEquals("", json(response).getAsJsonObject("error").get("message").getAsString());
    }

    @Test
    void withoutTheScopeASynchronizationCallIsRefused() throws Exception {
        client.signIn("administrator", "openid https://graph.practice.invalid/Application.Read.All");
        assertError(401, "UnknownError", client.get(client.school() + "/secrets"));
    }

    @Test
    void withoutTheScopeADirectoryCallIsForbidden() throws Exception {
        client.signIn("administrator", "openid https://graph.practice.invalid/Synchronization.ReadWrite.All");
        assertError(403, "Authorization_RequestDenied", client.get("/servicePrincipals"));
    }

    @Test
    void everyResponseHasAnIdAndADate() throws Exception {
        HttpResponse<String> response = client.get("/organization", "client-request-id", "mine");
        assertEquals("mine", response.headers().firstValue("client-request-id").orElseThrow());
        assertTrue(response.headers().firstValue("request-id").isPresent());
        assertEquals(List.of("Tue, 10 Mar 2026 09:30:00 GMT"), response.headers().allValues("Date"));
    }

    @Test
    void theOrganizationHasAName() throws Exception {
        JsonObject organization = rows(client.get("/organization?$select=id,displayName")).getFirst();
        assertEquals("Maple Street School", organization.get("displayName").getAsString());
        assertEquals(Set.of("id", "displayName"), organization.keySet());
    }

    @Test
    void betaIsSupportedToo() throws Exception {
        assertEquals(200, client.send("GET", client.at("https://graph.practice.invalid/beta/organization"), "",
                "Authorization", client.bearer()).statusCode());
    }

    @Test
    void theGalleryLeadsToARenamedApplication() throws Exception {
        JsonObject template = rows(
                client.get("/applicationTemplates?" + filter("displayName eq 'Apple School Manager'")))
                .getFirst();
        String id = template.get("id").getAsString();
        assertEquals(List.of("Apple School Manager"),
                names(client.get("/servicePrincipals?" + filter("applicationTemplateId eq '" + id + "'"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"startswith(displayName,'apple') | 2",
            "startsWith(displayName, 'Apple') and displayName eq 'Apple Internet Accounts' | 1",
            "displayName eq 'Apple School Manager' or displayName eq 'Classroom app 001' | 2",
            "(displayName eq 'Classroom app 001')|1",
            "displayName in ('Classroom app 001', 'Classroom app 002', 'It''s gone') | 2",
            "tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp') and startswith(displayName,'Apple') | 2",
            "displayName eq 'Nobody' | 0"})
    void supportedFiltersMatch(String text, int found) throws Exception {
        assertEquals(found, rows(client.get("/servicePrincipals?" + filter(text))).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contains(displayName,'Apple')", "displayName eq", "displayName gt 'A'", "homepage eq 'x'",
            "displayName eq 'open", "displayName eq 'a' displayName eq 'b'", "tags/any(t:u eq 'x')",
            "displayName ne 'a'", "not(displayName eq 'a')", "endswith(displayName,'Manager')"})
    void filtersThatAreNotSupportedAreRefused(String text) throws Exception {
        assertError(400, "Request_UnsupportedQuery", client.get("/servicePrincipals?" + filter(text)));
    }

    @Test
    void advancedQueriesNeedTheirHeader() throws Exception {
        String query = "/servicePrincipals?$count=true&" + filter("endswith(displayName,'Manager')");
        assertError(400, "Request_UnsupportedQuery", client.get(query));
        HttpResponse<String> response = client.get(query, "ConsistencyLevel", "eventual");
        assertEquals(List.of("Apple School Manager"), names(response));
        assertEquals(1, json(response).get("@odata.count").getAsInt());
    }

    @Test
    void aSearchNeedsItsHeader() throws Exception {
        String query = "/servicePrincipals?$search=%22displayName:internet%22";
        assertError(400, "Request_UnsupportedQuery", client.get(query));
        assertEquals(List.of("Apple Internet Accounts"), names(client.get(query, "ConsistencyLevel", "eventual")));
    }

    @Test
    void aLongListComesInPages() throws Exception {
        List<String> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "https://graph.practice.invalid/v1.0/servicePrincipals?%24select=id,displayName&$top=100";
        while (!next.isEmpty()) {
            assertTrue(next.startsWith("https://graph.practice.invalid/v1.0/servicePrincipals?"), next);
            HttpResponse<String> page = client.get(next.substring("https://graph.practice.invalid/v1.0".length()));
            all.addAll(names(page));
            sizes.add(rows(page).size());
            assertEquals(Set.of("id", "displayName"), rows(page).getFirst().keySet());
            next = json(page).has("@odata.nextLink") ? json(page).get("@odata.nextLink").getAsString() : "";
        }
        assertEquals(List.of(100, 100, 32), sizes);
        assertEquals(232, Set.copyOf(all).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$top=0", "$top=1000", "$top=many", "$skiptoken=-1", "$orderby=displayName",
            "$select=secret"})
    void invalidQueriesAreRefused(String query) throws Exception {
        assertEquals(400, client.get("/servicePrincipals?" + query).statusCode());
    }

    @Test
    void oneApplicationIsReadByItsId() throws Exception {
        String id = client.school().split("/", -1)[2];
        JsonObject app = json(client.get("/servicePrincipals/" + id));
        assertEquals("Apple School Manager", app.get("displayName").getAsString());
        assertError(404, "Request_ResourceNotFound", client.get("/servicePrincipals/nobody"));
        assertError(404, "Request_ResourceNotFound", client.get("/servicePrincipals/nobody/synchronization/jobs"));
    }

    @Test
    void theDirectoryIsReadOnly() throws Exception {
        assertEquals(405, client.graph("PATCH", "/organization", "{}").statusCode());
        assertEquals(400, client.get("/users").statusCode());
    }

    public static void assertError(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        JsonObject error = json(response).getAsJsonObject("error");
        assertEquals(code, error.get("code").getAsString());
        JsonObject inner = error.getAsJsonObject("innerError");
        assertEquals(response.headers().firstValue("request-id").orElseThrow(), inner.get("request-id").getAsString());
        assertEquals(19, inner.get("date").getAsString().length(), "a date without a zone");
    }
}
