package app.keyturn.practice.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.testkit.PracticeClient;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several requests to Graph in one. */
class GraphBatchTest {
    private static final String ORGANIZATION = part("1", "/organization?$select=displayName");
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
    void responsesComeInReverseOrderAndCountAsOneCall() throws Exception {
        int before = client.world.graphCallCount();
        List<JsonObject> allResponses = responses(batch(ORGANIZATION, part("b", "/servicePrincipals?$top=100")));
        assertEquals(List.of("b", "1"),
                allResponses.stream().map(response -> response.get("id").getAsString()).toList());
        assertEquals("Maple Street School",
                body(allResponses.getLast()).getAsJsonArray("value")
                        .get(0)
                        .getAsJsonObject()
                        .get("displayName")
                        .getAsString());
        assertEquals(before + 1, client.world.graphCallCount());
        assertEquals("/v1.0/$batch", client.world.requests().getLast().path());
    }

    @Test
    void aLongListHasANextPageOutsideTheBatch() throws Exception {
        JsonObject page = body(responses(batch(part("1", "servicePrincipals?$select=id,displayName"))).getFirst());
        assertEquals(100, page.getAsJsonArray("value").size());
        String next = page.get("@odata.nextLink").getAsString();
        String v1 = "https://graph.practice.invalid/v1.0";
        assertTrue(next.startsWith(v1 + "/servicePrincipals?"), next);
        assertEquals(100, PracticeClient.rows(client.get(next.substring(v1.length()))).size());
    }

    @Test
    void everyResponseHasItsOwnStatusHeadersAndBody() throws Exception {
        List<JsonObject> allResponses = responses(batch(ORGANIZATION, part("2", "/servicePrincipals/nobody"),
                part("3", "/$batch"),
                "{\"id\":\"4\",\"method\":\"GET\",\"headers\":{\"ConsistencyLevel\":\"eventual\"},"
                        + "\"url\":\"/servicePrincipals?$count=true&$filter=endswith(displayName, 'Manager')\"}"));
        assertEquals(List.of(200, 405, 404, 200),
                allResponses.stream().map(response -> response.get("status").getAsInt()).toList());
        JsonObject refused = allResponses.get(2);
        assertEquals("Request_ResourceNotFound", body(refused).getAsJsonObject("error").get("code").getAsString());
        String id = refused.getAsJsonObject("headers").get("request-id").getAsString();
        assertEquals(id, body(refused).getAsJsonObject("error")
                .getAsJsonObject("innerError")
                .get("request-id")
                .getAsString());
        assertNotEquals(id, allResponses.getLast().getAsJsonObject("headers").get("request-id").getAsString());
    }

    @Test
    void theRoleIsCheckedForEveryRequestInABatch() throws Exception {
        String secrets = client.school() + "/secrets";
        client.signIn("user-without-role");
        List<JsonObject> allResponses = responses(batch(ORGANIZATION, part("2", secrets)));
        assertEquals(List.of(401, 200),
                allResponses.stream().map(response -> response.get("status").getAsInt()).toList());
        assertEquals("UnknownError", body(allResponses.getFirst()).getAsJsonObject("error").get("code").getAsString());
    }

    @Test
    void aBatchNeedsATokenItself() throws Exception {
        PracticeGraphTest.assertError(401, "InvalidAuthenticationToken",
                client.send("POST", client.at("https://graph.practice.invalid/v1.0/$batch"), requests(ORGANIZATION),
                        "Content-Type", "application/json"));
    }

    @Test
    void betaSupportsBatchesToo() throws Exception {
        HttpResponse<String> response = client.send("POST", client.at("https://graph.practice.invalid/beta/$batch"),
                requests(ORGANIZATION), "Content-Type", "application/json", "Authorization", client.bearer());
        assertEquals(200, responses(response).getFirst().get("status").getAsInt());
    }

    @Test
    void aBatchMustBePosted() throws Exception {
        PracticeGraphTest.assertError(405, "Request_BadRequest", client.get("/$batch"));
    }

    @Test
    void atMostTwentyRequestsAreAccepted() throws Exception {
        assertEquals(20, responses(batch(repeated(20))).size());
        PracticeGraphTest.assertError(400, "MaximumValueExceeded", batch(repeated(21)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"requests\":{}}", "{\"requests\":[]}", "{\"requests\":[7]}",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\"}]}",
            "{\"requests\":[{\"id\":1,\"method\":\"GET\",\"url\":\"/organization\"}]}",
            "{\"requests\":[{\"method\":\"GET\",\"url\":\"/organization\"}]}",
            "{\"requests\":[{\"id\":\"1\",\"url\":\"/organization\"}]}",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"PUT\",\"url\":\"/organization\"}]}",
            "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/organization\"},"
                    + "{\"id\":\"A\",\"method\":\"GET\",\"url\":\"/organization\"}]}",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"https://graph.practice.invalid/v1.0/organization\"}]}",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"//elsewhere.example/organization\"}]}",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/organization?$filter=%zz\"}]}"})
    void aMalformedBatchIsRefusedAsAWhole(String body) throws Exception {
        PracticeGraphTest.assertError(400, "BadRequest", client.graph("POST", "/$batch", body));
    }

    @Test
    void withoutBatchSupportABatchIsNotFound() throws Exception {
        try (PracticeClient other = PracticeClient.in(Scenario.HEALTHY, PracticeSettings::withoutBatch)) {
            HttpResponse<String> response = other.signIn("administrator")
                    .graph("POST", "/$batch", requests(ORGANIZATION));
            PracticeGraphTest.assertError(404, "ResourceNotFound", response);
            assertEquals(200, other.get("/organization").statusCode());
        }
    }

    @Test
    void throttlingRefusesSingleRequestsOfABatchOnce() throws Exception {
        try (PracticeClient other = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.withThrottling(2, Duration.ofSeconds(7))
                        .withThrottling(4, Duration.ofSeconds(1)))) {
            other.signIn("administrator");
            List<JsonObject> allResponses = responses(other.graph("POST", "/$batch",
                    requests(ORGANIZATION, part("2", "/organization"), part("3", "/organization"))));
            assertEquals(List.of(200, 429, 200),
                    allResponses.stream().map(response -> response.get("status").getAsInt()).toList());
            assertEquals("7", allResponses.get(1).getAsJsonObject("headers").get("Retry-After").getAsString());
            assertEquals("TooManyRequests",
                    body(allResponses.get(1)).getAsJsonObject("error").get("code").getAsString());
            HttpResponse<String> single = other.get("/organization");
            PracticeGraphTest.assertError(429, "TooManyRequests", single);
            assertEquals("1", single.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(200, other.get("/organization").statusCode());
        }
    }

    private HttpResponse<String> batch(String... parts) throws IOException, InterruptedException {
        return client.graph("POST", "/$batch", requests(parts));
    }

    private static String requests(String... parts) {
        return "{\"requests\":[" + String.join(",", parts) + "]}";
    }

    private static String part(String id, String url) {
        return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"" + url + "\"}";
    }

    private static String repeated(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> part(Integer.toString(id), "/organization"))
                .collect(Collectors.joining(","));
    }

    private static List<JsonObject> responses(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return PracticeClient.json(response)
                .getAsJsonArray("responses")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject body(JsonObject response) {
        return response.getAsJsonObject("body");
    }
}
