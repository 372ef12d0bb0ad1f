package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.StubMicrosoft.Reply;
import app.keyturn.entra.StubMicrosoft.Seen;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of Microsoft Graph, and what is made of strange answers. */
class GraphProvisioningTest {
    private static final String NO_PAIRS = "{\"value\":[]}";
    private static final String APPLE = pairs("BaseAddress", "https://federation.apple.com/feeds/school/scim",
            "SecretToken", "*");

    @Test
    void theBearerGoesToMicrosoftGraphOnly() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, NO_PAIRS))) {
            stub.provisioning().readConnection("app");
            assertEquals(Optional.of("Bearer BEARER"), stub.seen.getFirst().bearer());
            assertEquals(StubMicrosoft.GRAPH, stub.seen.getFirst().host());
        }
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere.practice.invalid/v1.0/servicePrincipals",
            "http://graph.practice.invalid/v1.0/servicePrincipals",
            "https://graph.practice.invalid:8443/v1.0/servicePrincipals",
            "https://graph.practice.invalid@elsewhere.practice.invalid/", "not an address"})
    void aNextPageElsewhereIsNotVisited(String next) throws Exception {
        String list = "{\"@odata.nextLink\":\"" + next + "\",\"value\":[]}";
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, list))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().findApps()));
            assertEquals(1, stub.seen.size());
        }
    }

    @Test
    void everyPageIsRead() throws Exception {
        String next = "https://graph.practice.invalid/v1.0/servicePrincipals?$filter=a%20b&$skiptoken=x%2By~";
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                boolean first = !request.query().contains("skiptoken");
                return Reply.json(200, first
                        ? list(List.of("one")).replace("{\"value\"", "{\"@odata.nextLink\":\"" + next + "\",\"value\"")
                        : list(List.of("two")));
            }
            return Reply.json(200, request.path().endsWith("/jobs") ? NO_PAIRS : APPLE);
        })) {
            assertEquals(List.of("one", "two"),
                    stub.provisioning().findApps().stream().map(ProvisioningApp::id).toList());
            assertTrue(stub.seen.stream().anyMatch(seen -> seen.query().equals("$filter=a b&$skiptoken=x+y~")));
        }
    }

    @Test
    void aListThatNeverEndsIsGivenUp() throws Exception {
        String list = "{\"@odata.nextLink\":\"https://graph.practice.invalid/v1.0/servicePrincipals?$skiptoken=a\","
                + "\"value\":[]}";
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, list))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().findApps()));
            assertEquals(2, stub.seen.size());
        }
    }

    @Test
    void aRedirectIsAnErrorAndIsNotFollowed() throws Exception {
        Reply redirect = Reply.json(302, "{}").with("Location", "https://elsewhere.practice.invalid/");
        try (StubMicrosoft stub = StubMicrosoft.answering(redirect)) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readJob("app", "job")));
            assertEquals(2, stub.seen.size());
        }
    }

    @Test
    void theListIsAskedForWithAFilterThatNeedsNoSpecialHeader() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, NO_PAIRS))) {
            assertEquals(List.of(), stub.provisioning().findApps());
            assertEquals("$filter=startswith(displayName,'Apple')&$select=id,displayName&$top=100", sorted(stub.seen));
        }
    }

    @Test
    void onlyAppsThatConcernAppleAreKept() throws Exception {
        Map<String, String> connections = Map.of("school", APPLE, "empty", NO_PAIRS, "flags",
                pairs("BaseAddress", "https://FEDERATION.apple.com/feeds/business/scim/?aadOptscim062020"), "oldPath",
                pairs("BaseAddress", "https://federation.apple.com/feeds/other/scim"), "noAddress",
                pairs("SecretToken", "*"), "elsewhere",
                pairs("BaseAddress", "https://scim.example/", "SecretToken", "*"),
                "oauth", pairs("Oauth2ClientId", "x"));
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                return Reply.json(200, list(connections.keySet()));
            }
            if (request.path().endsWith("/jobs")) {
                return Reply.json(200, NO_PAIRS);
            }
            return Reply.json(200, connections.getOrDefault(request.path().split("/", -1)[3], NO_PAIRS));
        })) {
            List<String> kept = stub.provisioning().findApps().stream().map(ProvisioningApp::id).sorted().toList();
            assertEquals(List.of("flags", "noAddress", "oauth", "oldPath", "school"), kept);
            assertEquals(kept.size(), stub.count("GET", "/jobs"));
        }
    }

    @Test
    void anAppThatIsGoneMeanwhileAndJobsThatNeverWereAreNoError() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                return Reply.json(200, list(List.of("gone", "without-jobs")));
            }
            return request.path().contains("without-jobs") && request.path().endsWith("/secrets")
                    ? Reply.json(200, APPLE)
                    : Reply.error(404, "NotFound");
        })) {
            ProvisioningApp app = stub.provisioning().findApps().getFirst();
            assertEquals("without-jobs", app.id());
            assertEquals(List.of(), app.jobs());
        }
    }

    @Test
    void anAppOfSomebodyElseDoesNotHideOnesOwn() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                return Reply.json(200, list(List.of("theirs", "mine")));
            }
            if (request.path().contains("theirs")) {
                return Reply.json(401, "{\"error\":{\"code\":\"UnknownError\",\"message\":\"\"}}");
            }
            return Reply.json(200, request.path().endsWith("/jobs") ? NO_PAIRS : APPLE);
        })) {
            assertEquals(List.of("mine"),
                    stub.provisioning().findApps().stream().map(ProvisioningApp::id).toList());
        }
    }

    @Test
    void unusualPairsAreReadAsTheyAre() throws Exception {
        String json = "{\"value\":[{\"key\":\"A\",\"value\":1.50},{\"key\":\"A\",\"value\":true},"
                + "{\"key\":\"B\",\"value\":null},{\"key\":\"C\"},{\"key\":\"D\",\"value\":\" \\u003c\\n\"}]}";
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json))) {
            assertEquals(List.of(new ConnectionPair("A", "1.50"), new ConnectionPair("A", "true"),
                    new ConnectionPair("D", " <\n")), stub.provisioning().readConnection("app").pairs());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}", "[]", "{\"value\":{}}", "{\"value\":[1]}",
            "{\"value\":[{\"value\":\"x\"}]}", "{\"value\":[{\"key\":\"A\",\"value\":{\"b\":1}}]}", "<html></html>",
            "{\"value\":["})
    void pairsThatCouldNotBeSentBackUnchangedAreNotTouched(String json) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, json))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
        }
    }

    @Test
    void answersThatNobodyCanReadAreStrange() throws Exception {
        for (Reply reply : List.of(Reply.page(200), Reply.json(200, "<html></html>"), Reply.json(200, "[]"),
                new Reply(200, "text/plain", "{}", Map.of()), Reply.json(200, ""), Reply.DONE)) {
            try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readJob("app", "job")));
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
                assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().findApps()));
            }
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, " ".repeat(6_000_000)))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().readConnection("app")));
        }
    }

    @Test
    void aTestCarriesEveryReadablePairAndSavesNothing() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            Credentials credentials = new Credentials(Tested.CONNECTION.readable(), Tested.token());
            assertInstanceOf(CredentialTest.Passed.class, stub.provisioning().test("app", "a.b.c", credentials));
            Seen seen = stub.seen.getFirst();
            assertEquals("/v1.0/servicePrincipals/app/synchronization/jobs/a.b.c/validateCredentials", seen.path());
            assertEquals("{\"useSavedCredentials\":false,\"credentials\":[{\"key\":\"BaseAddress\",\"value\":"
                    + "\"https://federation.apple.com/feeds/school/scim?a=b\"},{\"key\":\"BrandNewKey\",\"value\":"
                    + "\"{ \\\"odd\\\" : 1 }\"},{\"key\":\"SecretToken\",\"value\":\"" + Tested.TOKEN + "\"}]}",
                    seen.body());
        }
    }

    @Test
    void theSavedCredentialsAreTestedWithoutBeingSent() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            stub.provisioning().testSaved("app", "job");
            assertEquals("{\"useSavedCredentials\":true}", stub.seen.getFirst().body());
        }
    }

    @Test
    void aTestAnsweredBySomethingElseIsNoPass() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, "{}"))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(() -> stub.provisioning().testSaved("app", "job")));
        }
    }

    @Test
    void aStartIsSentOnceWhateverComesBack() throws Exception {
        for (Reply reply : List.of(Reply.NONE, Reply.error(503, "x").with("Retry-After", "0"),
                Reply.json(200, "{}"), Reply.error(429, "x"))) {
            try (StubMicrosoft stub = StubMicrosoft.answering(reply)) {
                assertThrows(ProblemException.class, () -> stub.provisioning().start("app", "job"));
                assertEquals(1, stub.count("POST", "/v1.0/servicePrincipals/app/synchronization/jobs/job/start"));
            }
        }
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            stub.provisioning().start("app", "job");
        }
    }

    @Test
    void anInterruptEndsEveryQuestionAtOnce() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> Reply.silence(over))) {
            GraphProvisioning provisioning = stub.provisioning();
            for (Executable question : List.<Executable>of(provisioning::tenantName, provisioning::findApps,
                    () -> provisioning.readConnection("a"), () -> provisioning.readJob("a", "b"),
                    () -> provisioning.testSaved("a", "b"), () -> provisioning.start("a", "b"))) {
                int before = stub.seen.size();
                CompletableFuture<Throwable> ended = new CompletableFuture<>();
                Thread asking = Thread.ofPlatform()
                        .start(() -> ended.complete(assertThrows(Throwable.class, question)));
                while (stub.seen.size() == before) {
                    Thread.onSpinWait();
                }
                long start = System.nanoTime();
                asking.interrupt();
                assertInstanceOf(InterruptedException.class, ended.join());
                assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
            }
        } finally {
            over.countDown();
        }
    }

    @Test
    void aNameThatMayNotBeReadIsNoError() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(403, "Authorization_RequestDenied"))) {
            assertEquals(Optional.empty(), stub.provisioning().tenantName());
        }
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(401, "InvalidAuthenticationToken"))) {
            assertEquals("SIGNIN-EXPIRED", codeOf(() -> stub.provisioning().tenantName()));
        }
    }

    private static String codeOf(Executable question) {
        return assertThrows(ProblemException.class, question).problem().code();
    }

    private static String sorted(List<Seen> seen) {
        return String.join("&", Arrays.stream(seen.getFirst().query().split("&", -1)).sorted().toList());
    }

    private static String list(Collection<String> ids) {
        return "{\"value\":[" + String.join(",",
                ids.stream().map(id -> "{\"id\":\"" + id + "\",\"displayName\":\"Apple " + id + "\"}").toList()) + "]}";
    }

    private static String pairs(String... keysAndValues) {
        StringBuilder json = new StringBuilder("{\"value\":[");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"")
                    .append(keysAndValues[i])
                    .append("\",\"value\":\"")
                    .append(keysAndValues[i + 1])
                    .append("\"}");
        }
        return json.append("]}").toString();
    }
}
