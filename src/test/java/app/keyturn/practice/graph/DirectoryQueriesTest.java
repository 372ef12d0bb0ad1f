package app.keyturn.practice.graph;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.filter;
import static app.keyturn.testkit.PracticeClient.json;
import static app.keyturn.testkit.PracticeClient.names;
import static app.keyturn.testkit.PracticeClient.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries that find an application among many. */
class DirectoryQueriesTest {
    private static final String GRAPH = "https://graph.practice.invalid/v1.0";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"displayName:Apple\" | 3", "\"displayName:school apple\" | 2",
            "\"displayName:manag\" | 2", "\"displayName:anager\" | 0", "\"displayName:Test\" | 1",
            "\"displayName:internet\" OR \"displayName:test\" | 2",
            "\"displayName:apple\" AND \"displayName:internet\" | 1"})
    void aSearchMatchesTheBeginningsOfWords(String search, int found) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.SEVERAL_APPS)) {
            HttpResponse<String> response = client.get("/servicePrincipals?$count=true&$select=id,displayName&$search="
                    + URLEncoder.encode(search, StandardCharsets.UTF_8), "ConsistencyLevel", "eventual");
            assertEquals(found, rows(response).size());
            assertEquals(found, json(response).get("@odata.count").getAsInt());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Apple", "\"description:Apple\"", "\"displayName:\"",
            "\"displayName:a\" OR b"})
    void anUnsupportedSearchIsRefused(String search) throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            assertError(400, "Request_UnsupportedQuery", client.get("/servicePrincipals?$search="
                    + URLEncoder.encode(search, StandardCharsets.UTF_8), "ConsistencyLevel", "eventual"));
        }
    }

    @Test
    void anAppIsFoundByItsClientId() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            String appId = client.app("displayName eq 'Apple School Manager'").get("appId").getAsString();
            assertEquals("Apple School Manager",
                    client.app("appId eq '" + appId + "'").get("displayName").getAsString());
        }
    }

    @Test
    void theGalleryHasBothProductsButNotTheirNewName() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.RENAMED_APP)) {
            List<JsonObject> templates = rows(client.get("/applicationTemplates?" + filter(
                    "displayName in ('Apple School Manager','Apple Business Manager','Apple Business')")));
            assertEquals(List.of("Apple School Manager", "Apple Business Manager"),
                    templates.stream().map(template -> template.get("displayName").getAsString()).toList());
            String either = templates.stream()
                    .map(template -> "applicationTemplateId eq '" + template.get("id").getAsString() + "'")
                    .collect(Collectors.joining(" or "));
            assertEquals(List.of("iPad accounts"), names(client.get("/servicePrincipals?" + filter(either))));
        }
    }

    @Test
    void aFilterHasAtMostFifteenAlternatives() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            for (String join : List.of("or", "in")) {
                assertEquals(200, client.get("/servicePrincipals?" + filter(alternatives(15, join))).statusCode());
                HttpResponse<String> response = client.get("/servicePrincipals?" + filter(alternatives(16, join)));
                assertError(400, "Request_UnsupportedQuery", response);
                assertTrue(response.body().contains("16. Max allowed: 15."), response.body());
            }
        }
    }

    private static String alternatives(int count, String join) {
        List<String> names = IntStream.range(0, count).mapToObj(number -> "'App " + number + "'").toList();
        return join.equals("in")
                ? "displayName in (" + String.join(",", names) + ")"
                : names.stream().map(name -> "displayName eq " + name).collect(Collectors.joining(" or "));
    }

    @Test
    void aBatchedRequestHasItsOwnHeaders() throws Exception {
        try (PracticeClient client = PracticeClient.signedInto(Scenario.HEALTHY)) {
            String search = "\"method\":\"GET\",\"url\":\"/servicePrincipals?$count=true&$search=%22displayName:Apple%22\"";
            HttpResponse<String> response = client.graph("POST", "/$batch",
                    "{\"requests\":[{\"id\":\"without\"," + search
                            + "},{\"id\":\"with\",\"headers\":{\"ConsistencyLevel\":\"eventual\"}," + search + "}]}");
            List<JsonObject> parts = json(response).getAsJsonArray("responses")
                    .asList()
                    .stream()
                    .map(JsonElement::getAsJsonObject)
                    .toList();
            assertEquals(List.of("with 200", "without 400"), parts.stream()
                    .map(part -> part.get("id").getAsString() + " " + part.get("status").getAsInt())
                    .toList());
            assertEquals(2, parts.getFirst().getAsJsonObject("body").get("@odata.count").getAsInt());
        }
    }

    @Test
    void fiveThousandAppsAreCreatedAndPagedQuickly() throws Exception {
        assertTimeout(Duration.ofMinutes(1), () -> {
            try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                    settings -> settings.withOtherApps(5000))) {
                client.signIn("administrator");
                Set<String> ids = new HashSet<>();
                String next = GRAPH + "/servicePrincipals?$select=id,displayName&$top=999&"
                        + filter("tags/any(t:t eq 'WindowsAzureActiveDirectoryIntegratedApp')");
                int pages = 0;
                for (; !next.isEmpty(); pages++) {
                    HttpResponse<String> page = client.get(next.substring(GRAPH.length()));
                    rows(page).forEach(row -> assertTrue(ids.add(row.get("id").getAsString())));
                    next = json(page).has("@odata.nextLink") ? json(page).get("@odata.nextLink").getAsString() : "";
                }
                assertEquals(6, pages);
                assertEquals(5002, ids.size());
                assertFalse(names(client.get("/servicePrincipals?" + filter("startswith(displayName,'Apple')")))
                        .isEmpty());
            }
        });
    }
}
