package app.keyturn.entra.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.graph.Graph;
import app.keyturn.entra.graph.GraphProvisioning;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.PracticeRenewal;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in over HTTP, as users do. */
public class MsalSignInTest {
    /** MSAL4J refuses a request for a while that failed before, in the whole process; not so in another tenant. */
    private static final Optional<String> OTHER_TENANT = Optional.of("other.example");

    @Test
    void theAdministratorIsSignedIn() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            Account account = rehearsal.signIn(Choice.ADMINISTRATOR);
            assertEquals("it@maple.example", account.userName());
            assertTrue(account.tenantId().matches("[0-9a-f-]{36}"), account.tenantId());
            assertEquals(Optional.of("Maple Street School"), rehearsal.provisioning.readTenant().name());
        }
    }

    @Test
    void anOrganisationMayBeNamed() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            String tenantId = rehearsal.signIn(Choice.ADMINISTRATOR).tenantId();
            assertEquals("it@maple.example",
                    rehearsal.signIn(Optional.of(" " + tenantId + " "), Choice.ADMINISTRATOR).userName());
            assertEquals(1, rehearsal.provisioning.readTenant().apps().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b", "a#b", "../x", "a b", "\u00e4.example", "-", "@maple.example"})
    void aTenantThatCouldChangeTheAddressIsRefused(String tenant) throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            assertEquals("SIGNIN-NO-SUCH-TENANT", codeOf(() -> rehearsal.signIn.signIn(Optional.of(tenant), _ -> {
                throw new AssertionError("No page should be shown");
            })));
        }
    }

    @Test
    void pressingCancelAtMicrosoftIsADecline() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            ProblemException e = assertThrows(ProblemException.class, () -> rehearsal.signIn(Choice.DECLINE));
            assertEquals("SIGNIN-DECLINED", e.problem().code().id());
            assertEquals(Optional.of("AADSTS65004"), e.problem().details().errorCode());
        }
    }

    @Test
    void anAccountWithoutTheRoleGetsThatProblem() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.NO_PERMISSION)) {
            rehearsal.signIn(Choice.USER_WITHOUT_ROLE);
            assertEquals("ROLE-MISSING", codeOf(rehearsal.provisioning::readTenant));
            rehearsal.signIn(Choice.ADMINISTRATOR);
            assertEquals(1, rehearsal.provisioning.readTenant().apps().size());
        }
    }

    @Test
    void afterSigningOutNothingIsReachable() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            rehearsal.signIn.signOut();
            assertEquals("SIGNIN-EXPIRED", codeOf(rehearsal.provisioning::readTenant));
            assertEquals(0, rehearsal.world.graphCallCount());
        }
    }

    @Test
    void aNewSignInForgetsTheOneBeforeEvenIfItFails() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            assertThrows(ProblemException.class, () -> rehearsal.signIn(Choice.DECLINE));
            assertEquals("SIGNIN-EXPIRED", codeOf(rehearsal.provisioning::readTenant));
        }
    }

    @Test
    void theTokenIsFetchedOnceForManyQuestions() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            rehearsal.find();
            rehearsal.provisioning.readTenant();
            assertEquals(1, rehearsal.world.requests().stream().filter(seen -> seen.path().endsWith("/token")).count());
        }
    }

    @Test
    void theAddressAsksForTwoPermissionsAndAnAccountAndCarriesTheProof() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            URI page = pageOf(stub, PracticeRenewal.LIMITS, Optional.empty());
            Map<String, String> query = query(page);
            assertEquals("login.practice.invalid", page.getHost());
            assertEquals("/organizations/oauth2/v2.0/authorize", page.getPath());
            assertEquals(
                    Set.of("openid", "profile", "offline_access", "https://graph.practice.invalid/Application.Read.All",
                            "https://graph.practice.invalid/Synchronization.ReadWrite.All"),
                    Set.of(query.getOrDefault("scope", "").split(" ", -1)));
            assertEquals("select_account", query.get("prompt"));
            assertEquals("form_post", query.get("response_mode"));
            assertEquals("code", query.get("response_type"));
            assertEquals("S256", query.get("code_challenge_method"));
            assertEquals(43, query.getOrDefault("code_challenge", "").length());
            assertEquals(43, query.getOrDefault("state", "").length());
            assertEquals(ClientRegistration.GRAPH_COMMAND_LINE_TOOLS, query.get("client_id"));
            assertTrue(query.getOrDefault("redirect_uri", "").matches("http://localhost:\\d+"));
            assertEquals("/maple.example/oauth2/v2.0/authorize",
                    pageOf(stub, PracticeRenewal.LIMITS, Optional.of("maple.example")).getPath());
        }
    }

    @Test
    void cancelFreesThePortWithinASecond() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            CompletableFuture<URI> shown = new CompletableFuture<>();
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread signingIn = Thread.ofPlatform()
                    .start(() -> ended.complete(assertThrows(Throwable.class,
                            () -> signIn(stub, PracticeRenewal.LIMITS).signIn(Optional.empty(), shown::complete))));
            int port = URI.create(query(shown.join()).getOrDefault("redirect_uri", "")).getPort();
            long start = System.nanoTime();
            signingIn.interrupt();
            assertInstanceOf(InterruptedException.class, ended.join());
            assertThrows(IOException.class, () -> new Socket(LoopbackPort.ipv4(), port).close());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
        }
    }

    @Test
    void anUnfinishedSignInTimesOut() throws Exception {
        Limits hasty = PracticeRenewal.LIMITS.withSignIn(Duration.ofMillis(10));
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            assertEquals("SIGNIN-TIMED-OUT", codeOf(() -> signIn(stub, hasty).signIn(Optional.empty(), _ -> {})));
        }
    }

    @Test
    void aStrangeResponseToTheCodeHasItsOwnProblem() throws Exception {
        for (var expected : Map.of(Reply.page(200), "NET-STRANGE-ANSWER", Reply.page(502), "SERVICE-DOWN", Reply.NONE,
                "NET-UNREACHABLE", Reply.json(200, "<html>"), "NET-STRANGE-ANSWER", Reply.json(200, "{}"),
                "NET-STRANGE-ANSWER").entrySet()) {
            try (StubMicrosoft stub = StubMicrosoft.answering(expected.getKey())) {
                assertEquals(expected.getValue(), codeOf(() -> complete(stub)), expected::toString);
            }
        }
    }

    @Test
    void aSignInThatMicrosoftTookBackHasExpired() throws Exception {
        // Six seconds are too short for MSAL4J, which then requests another token at once.
        String token = token(6);
        try (StubMicrosoft stub = StubMicrosoft
                .answering(request -> request.body().contains("grant_type=authorization_code")
                        ? Reply.json(200, token)
                        : Reply.json(400,
                                "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50173: Gone.\"}"))) {
            MsalSignIn signIn = signIn(stub, PracticeRenewal.LIMITS);
            assertEquals(new Account("a@b.example", "t"), signIn.signIn(Optional.empty(), bring("code=c")));
            ProblemException e = assertThrows(ProblemException.class, () -> signIn.tokens().current());
            assertEquals("SIGNIN-EXPIRED", e.problem().code().id());
            assertEquals(Optional.of("AADSTS50173"), e.problem().details().errorCode());
        }
    }

    @Test
    void anAccountStaysInItsCloudUntilTheNextSignInBegins() throws Exception {
        ClientRegistration first = ClientRegistration.standard(Cloud.PRACTICE);
        ClientRegistration other = new ClientRegistration("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", Cloud.US_GOV_DOD);
        AtomicReference<ClientRegistration> set = new AtomicReference<>(first);
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(200, token(3600)))) {
            MsalSignIn signIn = new MsalSignIn(set::get, stub.http(PracticeRenewal.LIMITS), Timer.on(Clock.systemUTC()),
                    Clock.systemUTC(), () -> PracticeRenewal.PAGES);
            signIn.signIn(Optional.empty(), page -> {
                // While the browser is open, the settings are changed.
                set.set(other);
                bring("code=c").pageReady(page);
            });
            assertEquals(first, signIn.app());
            assertEquals(new AccessToken("short", Cloud.PRACTICE), signIn.tokens().current());
            CompletableFuture<URI> shown = new CompletableFuture<>();
            assertThrows(ShownException.class, () -> signIn.signIn(Optional.empty(), page -> {
                shown.complete(page);
                throw new ShownException();
            }));
            assertEquals("login.microsoftonline.us", shown.join().getHost());
            assertEquals(other.clientId(), query(shown.join()).get("client_id"));
            assertTrue(query(shown.join()).getOrDefault("scope", "").contains("https://dod-graph.microsoft.us/"));
            assertEquals(other, signIn.app());
            assertEquals("SIGNIN-EXPIRED", codeOf(() -> signIn.tokens().current()));
        }
    }

    @Test
    void aSaveWhoseAccessTokenIsNeverAnsweredIsNotSent() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        FakeTimer timer = new FakeTimer();
        Limits hasty = Limits.STANDARD.withAnswer(Duration.ofMillis(300));
        // Six seconds are too short for MSAL4J, which then requests another token at once.
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (!request.path().endsWith("/token")) {
                return Reply.DONE;
            }
            return request.body().contains("grant_type=authorization_code")
                    ? Reply.json(200, token(6))
                    : Reply.silence(over);
        })) {
            EntraHttp http = stub.http(hasty);
            MsalSignIn signIn = new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http, timer, timer,
                    () -> PracticeRenewal.PAGES);
            signIn.signIn(OTHER_TENANT, bring("code=c"));
            GraphProvisioning provisioning = new GraphProvisioning(signIn, http, timer, timer, _ -> {});
            SaveResponse.NotSent notSent = assertInstanceOf(SaveResponse.NotSent.class, provisioning.save("app",
                    TestedCredentialsFactory.credentials(TestedCredentialsFactory.token())));
            assertEquals("NET-TIMED-OUT", notSent.problem().code().id());
            assertTrue(assertThrows(ProblemException.class, () -> provisioning.start("app", "job")).isBeforeSending());
            assertTrue(stub.seen.stream().allMatch(request -> request.path().endsWith("/token")));
        } finally {
            over.countDown();
        }
    }

    @Test
    void theAccessTokenIsAskedForAgainAsLongAsMicrosoftAsksToWait() throws Exception {
        FakeTimer timer = new FakeTimer();
        List<Reply> refreshes = new ArrayList<>(
                List.of(Reply.error(503, "x").with("Retry-After", "20"), Reply.json(200, token(6))));
        try (StubMicrosoft stub = StubMicrosoft.answering(request -> {
            if (!request.path().endsWith("/token")) {
                return Reply.json(200, "{\"value\":[]}");
            }
            return request.body().contains("grant_type=authorization_code")
                    ? Reply.json(200, token(6))
                    : refreshes.removeFirst();
        })) {
            EntraHttp http = stub.http(PracticeRenewal.LIMITS);
            MsalSignIn signIn = new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), http, timer, timer,
                    () -> PracticeRenewal.PAGES);
            signIn.signIn(OTHER_TENANT, bring("code=c"));
            new GraphProvisioning(new Graph(signIn::cloud, http, signIn.tokens(), _ -> {}), Limits.STANDARD, timer,
                    timer).readConnection("app");
            assertEquals(List.of(Duration.ofSeconds(20)), timer.pauses);
        }
    }

    @Test
    void aSignInThatEndsAfterSigningOutIsDropped() throws Exception {
        AtomicReference<MsalSignIn> signedOut = new AtomicReference<>();
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> {
            // While Microsoft answers, the user signs out.
            Objects.requireNonNull(signedOut.get()).signOut();
            return Reply.json(200, token(3600));
        })) {
            MsalSignIn signIn = signIn(stub, PracticeRenewal.LIMITS);
            signedOut.set(signIn);
            assertEquals("SIGNIN-CANCELLED", codeOf(() -> signIn.signIn(Optional.empty(), bring("code=c"))));
            assertEquals("SIGNIN-EXPIRED", codeOf(() -> signIn.tokens().current()));
        }
    }

    @Test
    void aCodeThatMicrosoftWasTooBusyForIsSentAgain() throws Exception {
        List<Reply> replies = new ArrayList<>(
                List.of(Reply.error(429, "x"), Reply.error(429, "x"), Reply.json(200, token(3600))));
        try (StubMicrosoft stub = StubMicrosoft.answering(_ -> replies.removeFirst())) {
            complete(stub);
            assertEquals(3, stub.seen.size());
            assertEquals(1, stub.seen.stream().map(StubMicrosoft.Seen::body).distinct().count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 503})
    void aCodeThatWasAnsweredOtherwiseIsNot(int status) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, "x"))) {
            codeOf(() -> complete(stub));
            assertEquals(1, stub.seen.size());
        }
    }

    /**
     * Microsoft challenges for claims only those clients that declare {@code cp1} (Microsoft Learn, "Claims challenges,
     * claims requests, and client capabilities"), so a sign-in that is ended early ends with the access token.
     */
    @Test
    void nothingIsDeclaredThatMicrosoftWouldAnswerWithAClaimsChallenge() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(400, "{\"error\":\"invalid_grant\"}"))) {
            URI page = pageOf(stub, PracticeRenewal.LIMITS, Optional.empty());
            assertFalse(query(page).containsKey("claims"), page.toString());
            assertThrows(ProblemException.class, () -> comeBack(stub, "code=c"));
            assertTrue(stub.seen.stream().noneMatch(seen -> seen.body().contains("claims")), stub.seen::toString);
        }
    }

    @Test
    void anAccessTokenIsNotShownByItsText() {
        assertEquals("AccessToken[GLOBAL]", new AccessToken("secret", Cloud.GLOBAL).toString());
    }

    /** A response to the code, with tokens that are valid for some seconds. */
    private static String token(int seconds) {
        return "{\"token_type\":\"Bearer\",\"scope\":\"https://graph.practice.invalid/Application.Read.All "
                + "https://graph.practice.invalid/Synchronization.ReadWrite.All openid profile\",\"expires_in\":"
                + seconds + ",\"ext_expires_in\":" + seconds
                + ",\"access_token\":\"short\",\"refresh_token\":\"RT\",\"id_token\":\"" + base64("{}")
                + "." + base64("{\"oid\":\"o\",\"tid\":\"t\",\"preferred_username\":\"a@b.example\",\"sub\":\"s\"}")
                + ".x\",\"client_info\":\"" + base64("{\"uid\":\"o\",\"utid\":\"t\"}") + "\"}";
    }

    private static void complete(StubMicrosoft stub) throws ProblemException, InterruptedException {
        comeBack(stub, "code=c");
    }

    /** Signs in with a browser that comes back with this form. */
    public static void comeBack(StubMicrosoft stub, String form) throws ProblemException, InterruptedException {
        signIn(stub, PracticeRenewal.LIMITS).signIn(Optional.empty(), bring(form));
    }

    /** A browser that posts a form straight to the program. */
    private static SignIn.BrowserListener bring(String form) {
        return page -> Thread.ofVirtual().start(() -> {
            Map<String, String> query = query(page);
            HttpRequest request = HttpRequest
                    .newBuilder(
                            URI.create(query.getOrDefault("redirect_uri", "").replace("localhost", "127.0.0.1") + "/"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form + "&state=" + query.get("state")))
                    .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                http.send(request, BodyHandlers.discarding());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static URI pageOf(StubMicrosoft stub, Limits limits, Optional<String> tenant) {
        CompletableFuture<URI> shown = new CompletableFuture<>();
        assertThrows(ShownException.class, () -> signIn(stub, limits).signIn(tenant, page -> {
            shown.complete(page);
            throw new ShownException();
        }));
        return shown.join();
    }

    private static MsalSignIn signIn(StubMicrosoft stub, Limits limits) {
        return new MsalSignIn(() -> ClientRegistration.standard(Cloud.PRACTICE), stub.http(limits),
                Timer.on(Clock.systemUTC()),
                Clock.systemUTC(),
                () -> PracticeRenewal.PAGES);
    }

    private static Map<String, String> query(URI page) {
        return Arrays.stream(page.getRawQuery().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0],
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String codeOf(Executable question) {
        return assertThrows(ProblemException.class, question).problem().code().id();
    }

    /** Ends a sign-in as soon as its page is known. */
    private static final class ShownException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
