package app.keyturn.practice.server;

import static app.keyturn.practice.graph.PracticeGraphTest.assertError;
import static app.keyturn.testkit.PracticeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.scenario.Scenario;
import app.keyturn.practice.server.AnswerScript.Rule;
import app.keyturn.practice.server.AnswerScript.When;
import app.keyturn.testkit.PracticeClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that replace the usual ones: at which operation, which calls, and what the client then receives. */
class AnswerScriptTest {
    /** Does one operation with the usual client, and returns the answer. */
    private static HttpResponse<String> perform(Operation operation, PracticeClient client) throws Exception {
        String secrets = "{\"value\":[{\"key\":\"SyncAll\",\"value\":\"true\"}]}";
        return switch (operation) {
            case AUTHORIZE -> client.send("GET", client.authorize(PracticeClient.authorizeQuery()), "");
            case TOKEN -> client.refresh();
            case BATCH -> client.graph("POST", "/$batch",
                    "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/organization\"}]}");
            case ORGANIZATION -> client.get("/organization?$select=id");
            case DIRECTORY -> client.get("/servicePrincipals");
            case LIST_JOBS -> client.get(client.school() + "/jobs");
            case READ_JOB -> client.get(client.jobPath());
            case READ_SECRETS -> client.get(client.school() + "/secrets");
            case TEST -> client.validate(Map.of("BaseAddress", "x"));
            case TEST_SAVED -> client.checkSaved(client.school());
            case SAVE -> client.graph("PUT", client.school() + "/secrets", secrets);
            case START -> client.graph("POST", client.jobPath() + "/start", "");
            case OTHER -> client.get(client.school() + "/templates");
        };
    }

    private static PracticeClient in(Operation operation, When when, ScriptedAnswer answer) throws Exception {
        return PracticeClient.in(Scenario.HEALTHY, settings -> settings.with(operation, when, answer))
                .signIn("administrator");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"AUTHORIZE", "TOKEN", "DIRECTORY", "LIST_JOBS"})
    void eachOperationCanBeAnsweredOtherwise(Operation operation) throws Exception {
        try (PracticeClient client = in(operation, When.first(1), ScriptedAnswer.bare(503))) {
            assertEquals(503, perform(operation, client).statusCode());
            assertNotEquals(503, perform(operation, client).statusCode());
        }
    }

    /** Signing in performs the first two once, and the last needs the third to find the application. */
    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZE", "TOKEN", "DIRECTORY", "LIST_JOBS"})
    void anOperationOnTheWayCanBeAnsweredOtherwise(Operation operation) throws Exception {
        try (PracticeClient client = in(operation, When.call(2), ScriptedAnswer.bare(503))) {
            boolean performed = operation == Operation.AUTHORIZE || operation == Operation.TOKEN;
            assertEquals(200, performed ? 200 : perform(operation, client).statusCode());
            assertEquals(503, perform(operation, client).statusCode());
            assertEquals(200, perform(operation, client).statusCode());
        }
    }

    static Stream<Arguments> whichCalls() {
        return Stream.of(Arguments.of(When.always(), "xxxxxx"), Arguments.of(When.first(2), "xx...."),
                Arguments.of(When.call(3), "..x..."), Arguments.of(When.during(Duration.ofSeconds(25)), "xxx..."),
                Arguments.of(When.always().afterSave(), "...xxx"), Arguments.of(When.always().beforeSave(), "xxx..."),
                Arguments.of(When.call(2).afterSave(), "....x."));
    }

    /** One call every ten seconds; a save after the third. */
    @ParameterizedTest
    @MethodSource("whichCalls")
    void aRuleConcernsSomeCallsOnly(When when, String expected) throws Exception {
        try (PracticeClient client = in(Operation.TEST_SAVED, when, ScriptedAnswer.unavailable())) {
            StringBuilder seen = new StringBuilder();
            for (int call = 1; call <= 6; call++) {
                seen.append(perform(Operation.TEST_SAVED, client).statusCode() == 503 ? 'x' : '.');
                client.clock.advanceSeconds(10);
                if (call == 3) {
                    perform(Operation.SAVE, client);
                }
            }
            assertEquals(expected, seen.toString());
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(ScriptedAnswer.unexplained401(), 401, "\"code\":\"UnknownError\",\"message\":\"\""),
                Arguments.of(ScriptedAnswer.forbidden(), 403, "Authorization_RequestDenied"),
                Arguments.of(ScriptedAnswer.error(409, "Conflict", "Busy."), 409, "\"message\":\"Busy.\""),
                Arguments.of(ScriptedAnswer.html(502), 502, "<h1>"),
                Arguments.of(ScriptedAnswer.html(200), 200, "<h1>"),
                Arguments.of(ScriptedAnswer.bare(500), 500, ""), Arguments.of(ScriptedAnswer.bare(204), 204, ""),
                Arguments.of(ScriptedAnswer.bare(200), 200, ""),
                Arguments.of(ScriptedAnswer.json(200, "{\"value\":[{"), 200, "{\"value\":[{"),
                Arguments.of(ScriptedAnswer.json(200, "{\"value\":\"none\"}"), 200, "none"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theClientReceivesTheScriptedAnswer(ScriptedAnswer answer, int status, String part) throws Exception {
        try (PracticeClient client = in(Operation.READ_SECRETS, When.always(), answer)) {
            HttpResponse<String> response = perform(Operation.READ_SECRETS, client);
            assertEquals(status, response.statusCode());
            assertTrue(response.body().contains(part), response.body());
            assertTrue(response.headers().firstValue("request-id").isPresent());
        }
    }

    @Test
    void aWaitCanBeAskedForInSecondsOrAsADate() throws Exception {
        ScriptedAnswer busy = ScriptedAnswer.unavailable();
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY, settings -> settings
                .with(Operation.SAVE, When.call(1), busy.retryAfter(Duration.ofSeconds(7)))
                .with(Operation.SAVE, When.call(2), busy.retryAfterDate(Duration.ofSeconds(7))))) {
            client.signIn("administrator");
            assertEquals("7", perform(Operation.SAVE, client).headers().firstValue("Retry-After").orElseThrow());
            HttpResponse<String> dated = perform(Operation.SAVE, client);
            assertEquals("Tue, 10 Mar 2026 09:30:07 GMT", dated.headers().firstValue("Retry-After").orElseThrow());
            assertEquals("Tue, 10 Mar 2026 09:30:00 GMT", dated.headers().firstValue("Date").orElseThrow());
        }
    }

    @Test
    void aSaveCanBeStoredAndAnsweredWithAnError() throws Exception {
        try (PracticeClient client = in(Operation.SAVE, When.call(1), ScriptedAnswer.unavailable().afterEffect())) {
            assertError(503, "serviceNotAvailable", perform(Operation.SAVE, client));
            assertEquals("true", client.world.storedPairs().get("SyncAll"));
        }
    }

    @Test
    void aSaveCanBeAnsweredWithoutBeingStored() throws Exception {
        try (PracticeClient client = in(Operation.SAVE, When.call(1), ScriptedAnswer.bare(204))) {
            assertEquals(204, perform(Operation.SAVE, client).statusCode());
            assertEquals("false", client.world.storedPairs().get("SyncAll"));
        }
    }

    /** The usual client refuses such an answer, so this one reads bytes. */
    @Test
    void aSaveCanBeAnsweredWithABodyThatMustNotBe() throws Exception {
        try (PracticeClient client = in(Operation.SAVE, When.always(), ScriptedAnswer.json(204, "{\"value\":[]}"))) {
            URI address = client.at("https://graph.practice.invalid/v1.0" + client.school() + "/secrets");
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream()
                        .write(("PUT " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 204"), answer);
                assertTrue(answer.endsWith("\r\n\r\n{\"value\":[]}"), answer);
            }
        }
    }

    @Test
    void aConnectionCanBeClosedWithoutAnAnswer() throws Exception {
        try (PracticeClient client = in(Operation.SAVE, When.call(1), ScriptedAnswer.closed().afterEffect())) {
            assertThrows(IOException.class, () -> perform(Operation.SAVE, client));
            assertEquals("true", client.world.storedPairs().get("SyncAll"));
        }
    }

    @Test
    void aSilentConnectionEndsWithThePracticeWorldAndBlocksNoOther() throws Exception {
        try (PracticeClient client = in(Operation.READ_JOB, When.call(1), ScriptedAnswer.hanging())) {
            List<Throwable> thrown = new ArrayList<>();
            String path = client.jobPath();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    client.get(path);
                } catch (Exception e) {
                    thrown.add(e);
                }
            });
            while (client.world.requests().stream().noneMatch(request -> request.status() < 0)) {
                Thread.onSpinWait();
            }
            assertEquals(200, client.get("/organization").statusCode());
            client.world.close();
            waiting.join();
            assertEquals(1, thrown.size());
        }
    }

    @Test
    void aRuleCanDependOnTheRequest() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.SEVERAL_APPS)) {
            String broken = client.signIn("administrator").synchronization("Apple School Manager (test)");
            AnswerScript script = new AnswerScript(Switches.NONE.with(AnswerScript.RULES, List.of(new Rule(
                    Operation.READS_AND_TESTS, When.always(), ScriptedAnswer.bare(500),
                    request -> request.path().contains(broken)))), client.clock);
            assertEquals(500, answer(script, "/v1.0" + broken + "/jobs"));
            assertEquals(200, answer(script, "/v1.0" + client.school() + "/jobs"));
        }
    }

    private static int answer(AnswerScript script, String path) {
        return script.answer(new Request("GET", path, "", Map.of(), ""), () -> Response.empty(200),
                (status, code, message) -> Response.empty(status)).status();
    }

    @Test
    void inABatchOnlyThePartIsAnsweredOtherwise() throws Exception {
        try (PracticeClient client = PracticeClient.in(Scenario.HEALTHY,
                settings -> settings.with(Operation.ORGANIZATION, When.always(), ScriptedAnswer.html(502)))) {
            HttpResponse<String> batch = perform(Operation.BATCH, client.signIn("administrator"));
            assertEquals(200, batch.statusCode());
            var part = json(batch).getAsJsonArray("responses").get(0).getAsJsonObject();
            assertEquals(502, part.get("status").getAsInt());
            assertTrue(part.get("body").getAsString().startsWith("<!DOCTYPE html>"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ORGANIZATION", "BATCH"})
    void aPartWithoutAnAnswerLeavesTheBatchWithoutOne(Operation operation) throws Exception {
        try (PracticeClient client = in(operation, When.call(1), ScriptedAnswer.closed())) {
            assertThrows(IOException.class, () -> perform(Operation.BATCH, client));
            assertEquals(200, perform(Operation.BATCH, client).statusCode());
        }
    }

    @Test
    void theTokenEndpointWritesErrorsAsOAuthDoes() throws Exception {
        try (PracticeClient client = in(Operation.TOKEN, When.call(2),
                ScriptedAnswer.error(503, "temporarily_unavailable", "AADSTS90033: A transient error has occurred."))) {
            HttpResponse<String> response = client.refresh();
            assertEquals(503, response.statusCode());
            assertEquals("temporarily_unavailable", json(response).get("error").getAsString());
            assertEquals(90033, json(response).getAsJsonArray("error_codes").get(0).getAsInt());
        }
    }

    @Test
    void theSignInPageCanShowAnyError() throws Exception {
        try (PracticeClient client = in(Operation.AUTHORIZE, When.call(2),
                ScriptedAnswer.error(200, "", "AADSTS7000112: Application is disabled."))) {
            HttpResponse<String> page = perform(Operation.AUTHORIZE, client);
            assertTrue(page.body().contains("AADSTS7000112: Application is disabled."), page.body());
            assertFalse(page.body().contains("<form"));
        }
    }

    @Test
    void theGroupsOfOperationsContainNoWrite() {
        assertEquals(Set.of(Operation.SAVE, Operation.START, Operation.OTHER),
                Stream.of(Operation.values())
                        .filter(Operation.GRAPH::contains)
                        .filter(each -> !Operation.READS_AND_TESTS.contains(each))
                        .collect(Collectors.toSet()));
    }
}
