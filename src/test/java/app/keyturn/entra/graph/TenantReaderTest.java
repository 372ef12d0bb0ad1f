package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The organisation's name and its apps: one request, whatever the response. */
class TenantReaderTest {
    private static final String NO_PAIRS = "{\"value\":[]}";
    private static final String APPLE = pairs("BaseAddress", "https://federation.apple.com/feeds/school/scim",
            "SecretToken", "*");
    private static final Reply MAPLE = Reply.json(200, "{\"value\":[{\"displayName\":\"Maple School\"}]}");
    private static final String FIELDS = "&$select=id,displayName,applicationTemplateId&$top=100";
    private static final Reply ONE_APP = Reply.json(200, list(List.of("one")));

    @Test
    void theNameAndTheListAreAskedForInOneRequest() throws Exception {
        try (StubMicrosoft stub = tenant(_ -> Reply.json(200, NO_PAIRS))) {
            assertEquals(Optional.of("Maple School"), stub.provisioning().readTenant().name());
            Seen batch = stub.seen.getFirst();
            assertEquals("POST /v1.0/$batch", batch.method() + " " + batch.path());
            assertEquals(Optional.of("Bearer BEARER"), batch.bearer());
            assertEquals(
                    "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/organization?$select=displayName\"},"
                            + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/servicePrincipals?$filter="
                            + "startswith%28displayName%2C%27Apple%27%29" + FIELDS + "\"},"
                            + "{\"id\":\"3\",\"method\":\"GET\",\"url\":\"/servicePrincipals?$filter="
                            + "startswith%28displayName%2C%27Apple%20School%20Manager%27%29" + FIELDS + "\"},"
                            + "{\"id\":\"4\",\"method\":\"GET\",\"url\":\"/servicePrincipals?$filter="
                            + "startswith%28displayName%2C%27Apple%20Business%27%29" + FIELDS + "\"},"
                            + "{\"id\":\"5\",\"method\":\"GET\",\"url\":\"/servicePrincipals?$search="
                            + "%22displayName%3AApple%22" + FIELDS
                            + "\",\"headers\":{\"ConsistencyLevel\":\"eventual\"}},"
                            + template(6, "Apple%20School%20Manager") + "," + template(7, "Apple%20Business%20Manager")
                            + "," + template(8, "Apple%20Business") + "]}",
                    batch.body());
            assertEquals(1, stub.seen.size());
        }
    }

    @Test
    void responsesAreMatchedByIdNotByOrder() throws Exception {
        String name = "{\"id\":\"1\",\"status\":200,\"body\":" + MAPLE.body() + "}";
        String apps = "{\"id\":\"2\",\"status\":200,\"body\":" + NO_PAIRS + "}";
        for (String answers : List.of(name + "," + apps, apps + "," + name)) {
            try (StubMicrosoft stub = StubMicrosoft.answering(batch(answers))) {
                assertEquals(Optional.of("Maple School"), stub.provisioning().readTenant().name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 503})
    void aNameThatMayNotBeReadIsNoError(int status) throws Exception {
        try (StubMicrosoft stub = twoAnswers(Reply.error(status, "Authorization_RequestDenied"), ONE_APP)) {
            assertEquals(Optional.empty(), stub.provisioning().readTenant().name());
            assertEquals("one", stub.provisioning().readTenant().apps().getFirst().id());
        }
    }

    @Test
    void anEndedSignInIsReportedAlthoughOnlyTheNameShowsIt() throws Exception {
        problemOf(twoAnswers(Reply.error(401, "InvalidAuthenticationToken"), ONE_APP), "SIGNIN-EXPIRED");
    }

    @Test
    void anOrganisationWithoutANameHasNone() throws Exception {
        for (String body : List.of(NO_PAIRS, "{}", "{\"value\":[{}]}")) {
            try (StubMicrosoft stub = twoAnswers(Reply.json(200, body), ONE_APP)) {
                assertEquals(Optional.empty(), stub.provisioning().readTenant().name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"401, InvalidAuthenticationToken, SIGNIN-EXPIRED", "401, UnknownError, ROLE-MISSING",
            "403, Authorization_RequestDenied, ROLE-MISSING", "404, Request_ResourceNotFound, APP-GONE",
            "400, Request_UnsupportedQuery, SERVICE-REFUSED", "429, TooManyRequests, SERVICE-BUSY",
            "503, ServiceUnavailable, SERVICE-DOWN"})
    void aListThatIsRefusedIsTheSameProblemInABatchAndAlone(int status, String error, String code) throws Exception {
        Reply refused = Reply.error(status, error).with("request-id", "id-of-the-list");
        Diagnostics alone = problemOf(
                stub(request -> request.is("POST", "/$batch") ? Reply.error(405, "x") : refused, MAPLE),
                code).details();
        Diagnostics together = problemOf(twoAnswers(MAPLE, refused), code).details();
        for (Diagnostics details : List.of(alone, together)) {
            assertEquals(OptionalInt.of(status), details.status());
            assertEquals(Optional.of(error), details.errorCode());
            assertEquals(Optional.of("id-of-the-list"), details.requestId());
        }
    }

    @Test
    void anAnswerWithoutAnIdOfItsOwnHasTheOneOfTheBatch() throws Exception {
        String answers = "{\"id\":\"1\",\"status\":200,\"body\":" + MAPLE.body()
                + "},{\"id\":\"2\",\"status\":400,\"headers\":{}}";
        Reply reply = batch(answers).with("request-id", "id-of-the-batch");
        Diagnostics details = problemOf(StubMicrosoft.answering(reply), "SERVICE-REFUSED").details();
        assertEquals(Optional.of("id-of-the-batch"), details.requestId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"1\",\"status\":200,\"body\":{}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},7",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"1\",\"status\":200,\"body\":{}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"body\":{\"value\":[]}}",
            "{\"id\":\"2\",\"status\":200,\"body\":{\"value\":[]}},{\"id\":\"2\",\"status\":200,\"body\":{\"value\":[]}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"status\":1e99999,\"body\":{\"value\":[]}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"status\":-200,\"body\":{\"value\":[]}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"status\":200.5,\"body\":{\"value\":[]}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"status\":20000000000000000000}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":{},\"status\":200,\"body\":{\"value\":[]}}",
            "{\"id\":\"1\",\"status\":200,\"body\":{}},{\"id\":\"2\",\"status\":\"200\",\"body\":{\"value\":[]}}"})
    void anAnswerThatIsMissingIsStrange(String answers) throws Exception {
        problemOf(StubMicrosoft.answering(batch(answers)), "NET-STRANGE-ANSWER");
    }

    @Test
    void aNameThatIsMissingDoesNoHarm() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft
                .answering(batch("{\"id\":\"2\",\"status\":200,\"body\":{\"value\":[]}}"))) {
            assertEquals(Optional.empty(), stub.provisioning().readTenant().name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "null", "7", "1e99999", "{}", "[]", "true", "\" \""})
    void anOddAddressOfANextPageIsNone(String next) throws Exception {
        String list = "{\"@odata.nextLink\":" + (next.isEmpty() ? "\"\"" : next) + ",\"value\":[]}";
        try (StubMicrosoft stub = tenant(_ -> Reply.json(200, list))) {
            assertEquals(List.of(), stub.provisioning().readTenant().apps());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"headers\":{\"Content-Type\":\"text/html\"},\"body\":\"PGh0bWw+\"",
            "\"headers\":{\"Content-Type\":\"text/html\"},\"body\":{\"value\":[]}", "\"body\":\"text\"", "\"body\":[]",
            "\"body\":null", "\"headers\":7", "\"body\":{}", "\"body\":{\"value\":{}}"})
    void anAnswerThatIsNotJsonIsStrange(String rest) throws Exception {
        String name = "{\"id\":\"1\",\"status\":200,\"body\":" + MAPLE.body() + "}";
        problemOf(StubMicrosoft.answering(batch(name + ",{\"id\":\"2\",\"status\":200," + rest + "}")),
                "NET-STRANGE-ANSWER");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 501})
    void withoutBatchSupportEachQueryIsSentAlone(int status) throws Exception {
        try (StubMicrosoft stub = stub(
                request -> request.is("POST", "/$batch") ? Reply.error(status, "BadRequest") : ONE_APP, MAPLE)) {
            assertEquals(Optional.of("Maple School"), stub.provisioning().readTenant().name());
            assertEquals("/v1.0/$batch", stub.seen.getFirst().path());
            assertEquals(
                    Set.of("/v1.0/organization $select=displayName false",
                            "/v1.0/servicePrincipals $filter=startswith(displayName,'Apple')" + FIELDS + " false",
                            "/v1.0/servicePrincipals $filter=startswith(displayName,'Apple School Manager')" + FIELDS
                                    + " false",
                            "/v1.0/servicePrincipals $filter=startswith(displayName,'Apple Business')" + FIELDS
                                    + " false",
                            "/v1.0/servicePrincipals $search=\"displayName:Apple\"" + FIELDS + " true",
                            "/v1.0/applicationTemplates $filter=displayName eq 'Apple School Manager' false",
                            "/v1.0/applicationTemplates $filter=displayName eq 'Apple Business Manager' false",
                            "/v1.0/applicationTemplates $filter=displayName eq 'Apple Business' false"),
                    stub.seen.subList(1, 9)
                            .stream()
                            .map(seen -> seen.path() + " " + seen.query() + " " + seen.eventual())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aNameThatMayNotBeReadIsNoErrorAloneEither() throws Exception {
        try (StubMicrosoft stub = stub(request -> request.is("POST", "/$batch") ? Reply.error(405, "x") : ONE_APP,
                Reply.error(403, "Authorization_RequestDenied"))) {
            assertEquals(Optional.empty(), stub.provisioning().readTenant().name());
        }
    }

    @ParameterizedTest
    @CsvSource({"401, SIGNIN-EXPIRED, 1", "403, ROLE-MISSING, 2", "429, SERVICE-BUSY, 9",
            "302, NET-STRANGE-ANSWER, 4", "0, NET-UNREACHABLE, 9"})
    void aBatchThatIsRefusedForAnotherReasonIsNotSentInParts(int status, String code, int times) throws Exception {
        Reply refused = Reply.error(status, "InvalidAuthenticationToken").with("Retry-After", "0");
        try (StubMicrosoft stub = StubMicrosoft.answering(status == 0 ? Reply.NONE : refused)) {
            assertEquals(code, codeOf(stub.provisioning(new FakeTimer())::readTenant));
            assertEquals(times, stub.seen.size());
        }
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere.practice.invalid/v1.0/servicePrincipals",
            "http://graph.practice.invalid/v1.0/servicePrincipals",
            "https://graph.practice.invalid:8443/v1.0/servicePrincipals",
            "https://graph.practice.invalid@elsewhere.practice.invalid/", "not an address"})
    void aNextPageElsewhereIsNotVisited(String next) throws Exception {
        String list = "{\"@odata.nextLink\":\"" + next + "\",\"value\":[]}";
        try (StubMicrosoft stub = tenant(_ -> Reply.json(200, list))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(stub.provisioning()::readTenant));
            assertEquals(1, stub.seen.size());
        }
    }

    @Test
    void everyPageIsRead() throws Exception {
        String next = "https://graph.practice.invalid/v1.0/servicePrincipals?$filter=a%20b&$skiptoken=x%2By~";
        try (StubMicrosoft stub = tenant(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                boolean first = !request.query().contains("skiptoken");
                return Reply.json(200, first
                        ? list(List.of("one")).replace("{\"value\"", "{\"@odata.nextLink\":\"" + next + "\",\"value\"")
                        : list(List.of("two")));
            }
            return Reply.json(200, request.path().endsWith("/jobs") ? NO_PAIRS : APPLE);
        })) {
            assertEquals(List.of("one", "two"),
                    stub.provisioning().readTenant().apps().stream().map(ProvisioningApp::id).toList());
            assertTrue(stub.seen.stream().anyMatch(seen -> seen.query().equals("$filter=a b&$skiptoken=x+y~")));
        }
    }

    @Test
    void aListThatNeverEndsIsGivenUp() throws Exception {
        String list = "{\"@odata.nextLink\":\"https://graph.practice.invalid/v1.0/servicePrincipals?$skiptoken=a\","
                + "\"value\":[]}";
        try (StubMicrosoft stub = tenant(_ -> Reply.json(200, list))) {
            assertEquals("NET-STRANGE-ANSWER", codeOf(stub.provisioning()::readTenant));
            assertEquals(2, stub.seen.size());
        }
    }

    @Test
    void anAppThatIsGoneMeanwhileAndJobsThatNeverWereAreNoError() throws Exception {
        try (StubMicrosoft stub = tenant(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                return Reply.json(200, list(List.of("gone", "without-jobs")));
            }
            return request.path().contains("without-jobs") && request.path().endsWith("/secrets")
                    ? Reply.json(200, APPLE)
                    : Reply.error(404, "NotFound");
        })) {
            ProvisioningApp app = stub.provisioning().readTenant().apps().getFirst();
            assertEquals("without-jobs", app.id());
            assertEquals(List.of(), app.jobs());
        }
    }

    @Test
    void anAppOfAnotherOwnerDoesNotHideOnesOwn() throws Exception {
        try (StubMicrosoft stub = tenant(request -> {
            if (request.path().endsWith("/servicePrincipals")) {
                return Reply.json(200, list(List.of("theirs", "mine")));
            }
            if (request.path().contains("theirs")) {
                return Reply.json(401, "{\"error\":{\"code\":\"UnknownError\",\"message\":\"\"}}");
            }
            return Reply.json(200, request.path().endsWith("/jobs") ? NO_PAIRS : APPLE);
        })) {
            assertEquals(List.of("mine"),
                    stub.provisioning().readTenant().apps().stream().map(ProvisioningApp::id).toList());
        }
    }

    /** An organisation that supports batches, and gives these responses to all queries except the one for its name. */
    private static StubMicrosoft tenant(Function<Seen, Reply> answers) throws IOException {
        return StubMicrosoft.answering(StubMicrosoft
                .takingBatches(request -> request.path().endsWith("/organization") ? MAPLE : answers.apply(request)));
    }

    private static StubMicrosoft twoAnswers(Reply name, Reply apps) throws IOException {
        return StubMicrosoft.answering(StubMicrosoft.takingBatches(routed(_ -> apps, name)));
    }

    private static StubMicrosoft stub(Function<Seen, Reply> script, Reply name) throws IOException {
        return StubMicrosoft.answering(routed(script, name));
    }

    /** Lists from a script, with an app of Apple's for every id in them. */
    private static Function<Seen, Reply> routed(Function<Seen, Reply> script, Reply name) {
        return request -> {
            if (request.path().endsWith("/organization")) {
                return name;
            }
            if (request.path().endsWith("/secrets")) {
                return Reply.json(200, APPLE);
            }
            return request.path().endsWith("/jobs") ? Reply.json(200, NO_PAIRS) : script.apply(request);
        };
    }

    private static String template(int id, String name) {
        return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"/applicationTemplates?$filter="
                + "displayName%20eq%20%27" + name + "%27\"}";
    }

    /** Responds to the two required queries; refuses the others. */
    private static Reply batch(String answers) {
        String helps = IntStream.rangeClosed(3, 8)
                .mapToObj(id -> "{\"id\":\"" + id + "\",\"status\":400}")
                .collect(Collectors.joining(","));
        return Reply.json(200, "{\"responses\":[" + helps + (answers.isEmpty() ? "" : ",") + answers + "]}");
    }

    private static Problem problemOf(StubMicrosoft microsoft, String code) {
        try (microsoft) {
            Problem problem = assertThrows(ProblemException.class, microsoft.provisioning()::readTenant).problem();
            assertEquals(code, problem.code().id());
            return problem;
        }
    }

    private static String codeOf(Executable question) {
        return assertThrows(ProblemException.class, question).problem().code().id();
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
