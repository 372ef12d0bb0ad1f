package app.keyturn.entra.graph;

import static app.keyturn.testkit.StubDirectory.AT_APPLE;
import static app.keyturn.testkit.StubDirectory.NOTHING;
import static app.keyturn.testkit.StubDirectory.TEMPLATE;
import static app.keyturn.testkit.StubDirectory.pairs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which apps a search finds, and which it never returns. */
class NamedSearchTest {
    private static final String GUID = "01234567-89ab-cdef-0123-456789abcdef";
    private static final String ELSEWHERE = pairs("BaseAddress", "https://scim.example/", "SecretToken", "*");
    private static final String NO_ADDRESS = pairs("SecretToken", "*");
    private static final String OAUTH = pairs("Oauth2ClientId", "x");
    private static final Predicate<Seen> SEARCH = seen -> seen.query().startsWith("$search");

    @Test
    void whatIsAtApplesIsFoundWhateverItIsCalled() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple accounts", AT_APPLE)
                .app("b", "The Apple link", AT_APPLE)
                .app("c", "Managed accounts", TEMPLATE, AT_APPLE)
                .app("d", "Apple flags",
                        pairs("BaseAddress", "https://FEDERATION.apple.com:443/feeds/other/?aadOptscim062020|x"));
        assertEquals(List.of("c", "a", "d", "b"), apples(directory));
    }

    @Test
    void whatIsCalledLikeApplesIsFoundWhateverIsStoredInItTheExactNamesFirst() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple Business Manager", NOTHING)
                .app("b", "apple school manager (test)", OAUTH)
                .app("c", "Apple Business", ELSEWHERE)
                .app("d", "Apple School Manager", NO_ADDRESS)
                .app("e", "Apple Business", pairs("BaseAddress", "https://scim.example/"));
        assertEquals(List.of("a", "c", "d", "e", "b"), apples(directory));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void whatWasMadeFromApplesTemplateIsFoundWhateverIsStoredInIt(int secrets) throws Exception {
        String stored = List.of(NOTHING, OAUTH, ELSEWHERE, NO_ADDRESS).get(secrets);
        assertEquals(List.of("a"), apples(new StubDirectory().app("a", "Managed accounts", TEMPLATE, stored)));
    }

    @Test
    void theAppOfAnotherVendorIsNeverGiven() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple Internet Accounts", NOTHING)
                .app("b", "Apple pie orders", ELSEWHERE)
                .app("c", "Apple pie", OAUTH)
                .app("d", "Apple tart", NO_ADDRESS)
                .app(GUID, "Pie orders", ELSEWHERE)
                .app("e", "Sweet Apple", "8adf8e6e-67b2-4cf2-a259-e3dc5476c621", NO_ADDRESS);
        assertEquals(List.of(), apples(directory));
        for (String typed : List.of("Apple", "Pie", "apple tart", GUID, StubDirectory.appIdOf(GUID))) {
            assertEquals(List.of(), typed(directory, typed), typed);
        }
    }

    @Test
    void aLinkThatHasNothingStoredIsGivenWithItsJobs() throws Exception {
        try (StubMicrosoft stub = new StubDirectory().app("a", "Apple Business Manager", NOTHING).open()) {
            ProvisioningApp app = stub.provisioning().readTenant().apps().getFirst();
            assertEquals(List.of(), app.connection().pairs());
            assertEquals(List.of("job-of-a"), app.jobs().stream().map(SyncJob::id).toList());
        }
    }

    @Test
    void secretsThatAreNotThereAreNothingStored() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple Business Manager", AT_APPLE)
                .app("b", "Apple accounts", AT_APPLE)
                .replyTo(seen -> seen.path().endsWith("/secrets"), Reply.error(404, "NotFound"));
        assertEquals(List.of("a"), apples(directory));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 501, 503})
    void theSearchByNameIsEnough(int status) throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple accounts", AT_APPLE)
                .replyTo(SEARCH.or(NamedSearchTest::isGallery), Reply.error(status, "Refused"));
        assertEquals(List.of("a"), apples(directory));
        assertEquals(List.of("a"), typed(directory, "apple acc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"value\":{}}", "{\"value\":[7,null,{},{\"id\":{}}]}", "\"text\"",
            "{\"value\":[],\"@odata.nextLink\":\"https://elsewhere.practice.invalid/\"}",
            "{\"value\":[{\"displayName\":\"Apple School Manager\",\"id\":\"' or true or '\"}]}",
            "{\"value\":[{\"displayName\":\"Another Vendor\",\"id\":\"0f0f0f0f-1111-2222-3333-444444444444\"}]}"})
    void oddAnswersToTheOtherQuestionsDoNoHarm(String odd) throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple accounts", AT_APPLE)
                .app("b", "Of another vendor", TEMPLATE, NO_ADDRESS)
                .replyTo(NamedSearchTest::isGallery, Reply.json(200, odd))
                .replyTo(SEARCH, Reply.json(200, "{\"value\":[]}"));
        assertEquals(List.of("a"), apples(directory));
        assertFalse(directory.asked.stream().anyMatch(NamedSearchTest::isOfATemplate));
        assertEquals(List.of("a"),
                apples(new StubDirectory().app("a", "Apple accounts", AT_APPLE)
                        .replyTo(SEARCH.or(NamedSearchTest::isOfATemplate),
                                Reply.json(200, odd.replace("value\":[{\"displayName", "value\":[{\"x")))));
    }

    @ParameterizedTest
    @CsvSource({"429, SERVICE-BUSY", "503, SERVICE-DOWN"})
    void ifNothingIsFoundAFailedOptionalListIsTheReason(int status, String code) throws Exception {
        Reply busy = Reply.error(status, "x");
        assertEquals(code, codeOf(new StubDirectory().replyTo(NamedSearchTest::isGallery, busy)));
        assertEquals(code, codeOf(new StubDirectory().replyTo(SEARCH, busy)));
        assertEquals(code, codeOf(new StubDirectory().replyTo(NamedSearchTest::isOfATemplate, busy)));
        for (int never : List.of(400, 403, 501)) {
            assertEquals(List.of(),
                    apples(new StubDirectory().replyTo(SEARCH.or(NamedSearchTest::isGallery),
                            Reply.error(never, "x"))));
        }
    }

    @ParameterizedTest
    @CsvSource({"429, SERVICE-BUSY", "500, SERVICE-DOWN", "503, SERVICE-DOWN", "400, SERVICE-REFUSED",
            "401, ROLE-MISSING", "403, ROLE-MISSING"})
    void theProblemOfOneAppInABatchIsReported(int status, String code) throws Exception {
        for (String part : List.of("/secrets", "/jobs")) {
            assertEquals(code, codeOf(new StubDirectory().app("a", "Apple School Manager", AT_APPLE)
                    .replyTo(seen -> seen.path().endsWith(part), Reply.error(status, "x"))));
        }
    }

    @Test
    void anEndedSignInIsReportedWhateverElseWasFound() throws Exception {
        assertEquals("SIGNIN-EXPIRED", codeOf(new StubDirectory().app("a", "Apple School Manager", AT_APPLE)
                .app("b", "Apple Business", AT_APPLE)
                .replyTo(seen -> seen.path().contains("/a/"), Reply.error(401, "InvalidAuthenticationToken"))));
    }

    @Test
    void jobsAreReadToTheEndOfTheirList() throws Exception {
        String next = "https://graph.practice.invalid/v1.0/servicePrincipals/a/synchronization/jobs?$skiptoken=2";
        StubDirectory directory = new StubDirectory().app("a", "Apple School Manager", AT_APPLE)
                .replyTo(seen -> seen.path().endsWith("/jobs") && seen.query().isEmpty(),
                        Reply.json(200,
                                "{\"@odata.nextLink\":\"" + next + "\",\"value\":[{\"id\":\"first\"},{},null]}"));
        try (StubMicrosoft stub = directory.open()) {
            assertEquals(List.of("first", "job-of-a"),
                    stub.provisioning().readTenant().apps().getFirst().jobs().stream().map(SyncJob::id).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"https://elsewhere.practice.invalid/v1.0/jobs", "https://graph.practice.invalid/v1.0/loop"})
    void jobsThatGoOnElsewhereOrForEverAreStrange(String next) throws Exception {
        String page = "{\"@odata.nextLink\":\"" + next + "\",\"value\":[]}";
        assertEquals("NET-STRANGE-ANSWER", codeOf(new StubDirectory().app("a", "Apple School Manager", AT_APPLE)
                .replyTo(seen -> seen.path().endsWith("/jobs") || seen.path().endsWith("/loop"),
                        Reply.json(200, page))));
    }

    @Test
    void aSearchThatGoesOnIsStillASearch() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "The Apple one", NOTHING)
                .app("b", "The Apple link", AT_APPLE)
                .pageSize(1);
        assertEquals(List.of("b"), apples(directory));
        assertTrue(directory.asked.stream()
                .filter(seen -> seen.query().startsWith("$skiptoken"))
                .allMatch(Seen::eventual));
    }

    @Test
    void withoutBatchesTheSameAppsAreFound() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple School Manager", AT_APPLE)
                .app("b", "Managed accounts", TEMPLATE, AT_APPLE)
                .app("c", "Apple Internet Accounts", NOTHING);
        try (StubMicrosoft stub = directory.openWithoutBatches()) {
            assertEquals(List.of("b", "a"), ids(stub.provisioning().readTenant().apps()));
            assertEquals(1, stub.count("POST", "/$batch"));
        }
    }

    @Test
    void anAppIsFoundByTheBeginningOfItsName() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Managed accounts", AT_APPLE)
                .app("b", "Our managed Apple IDs", AT_APPLE)
                .app("c", "Something else", AT_APPLE);
        assertEquals(List.of("a", "b"), typed(directory, "\u200B managed\n"));
    }

    @Test
    void anAppIsFoundByEitherOfItsIds() throws Exception {
        StubDirectory directory = new StubDirectory().app(GUID, "Managed accounts", AT_APPLE)
                .app("b", "Apple School Manager", AT_APPLE);
        for (String typed : List.of(GUID, " {" + GUID.toUpperCase(Locale.ROOT) + "} ", StubDirectory.appIdOf(GUID))) {
            assertEquals(List.of(GUID), typed(directory, typed), typed);
        }
        assertFalse(directory.asked.stream().anyMatch(seen -> seen.query().contains("startswith")));
    }

    @Test
    void aTokenWithoutAnAddressIsGivenToWhoNamesTheAppByItsId() throws Exception {
        StubDirectory directory = new StubDirectory().app(GUID, "Managed accounts", NO_ADDRESS);
        assertEquals(List.of(GUID), typed(directory, GUID));
        assertEquals(List.of(), typed(directory, "Managed accounts"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "O'Neill' or startswith(displayName,'Apple | $filter=startswith(displayName,'O''Neill'' or startswith(displayName,''Apple')",
            "a&$top=1#x?/%27+b | $filter=startswith(displayName,'a&$top=1#x?/%27+b')",
            "../../me | $filter=startswith(displayName,'../../me')",
            "Schulaccounts für Äpfel | $filter=startswith(displayName,'Schulaccounts für Äpfel')"})
    void whatTheUserTypesIsALiteralAndNothingElse(String typed, String filter) throws Exception {
        StubDirectory directory = new StubDirectory();
        assertEquals(List.of(), typed(directory, typed));
        assertEquals(filter + "&$select=id,displayName,applicationTemplateId&$top=100",
                directory.asked.getFirst().query());
        assertEquals("/v1.0/servicePrincipals", directory.asked.getFirst().path());
    }

    @Test
    void aSearchHoldsWordsAlone() throws Exception {
        StubDirectory directory = new StubDirectory();
        typed(directory, "a\" OR \"displayName:b\\");
        assertTrue(directory.asked.get(1).query().startsWith("$search=\"displayName:a OR displayName b\"&$select"));
        typed(directory, "\"&\\'");
        assertEquals(1, directory.asked.stream().filter(SEARCH).count());
    }

    @Test
    void aTextThatIsNoNameIsNotSearchedFor() throws Exception {
        StubDirectory directory = new StubDirectory().app("a", "Apple School Manager", AT_APPLE);
        for (String typed : List.of("", "  ", "\n\t\u200B\u0000", "\uD800", "a".repeat(257))) {
            assertEquals(List.of(), typed(directory, typed));
        }
        assertEquals(List.of(), directory.asked);
    }

    private static boolean isGallery(Seen seen) {
        return seen.path().endsWith("/applicationTemplates");
    }

    private static boolean isOfATemplate(Seen seen) {
        return seen.query().contains("applicationTemplateId eq");
    }

    private static List<String> apples(StubDirectory directory) throws Exception {
        try (StubMicrosoft stub = directory.open()) {
            return ids(stub.provisioning().readTenant().apps());
        }
    }

    private static List<String> typed(StubDirectory directory, String typed) throws Exception {
        try (StubMicrosoft stub = directory.open()) {
            return ids(stub.provisioning().findApps(typed).apps());
        }
    }

    private static String codeOf(StubDirectory directory) {
        return assertThrows(ProblemException.class, () -> apples(directory)).problem().code().id();
    }

    private static List<String> ids(List<ProvisioningApp> apps) {
        return apps.stream().map(ProvisioningApp::id).toList();
    }
}
