package app.keyturn.entra.graph;

import static app.keyturn.testkit.StubDirectory.AT_APPLE;
import static app.keyturn.testkit.StubDirectory.NOTHING;
import static app.keyturn.testkit.StubDirectory.TEMPLATE;
import static app.keyturn.testkit.StubDirectory.pairs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.testkit.StubDirectory;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An organisation with many apps that are called "Apple ...": the right one is found with the same few requests. */
class ManyAppleAppsTest {
    /** From the sign-in to the found app, the test of its token included. */
    private static final int MOST_REQUESTS = 16;
    private static final String BUSINESS = pairs("BaseAddress", "https://federation.apple.com/feeds/business/scim",
            "SecretToken", "*");
    private static final List<Integer> SIZES = List.of(5, 60, 2_500);

    /** How the right app shows that it is one of Apple's. */
    enum Sign {
        // @formatter:off
        TEMPLATE_ALONE("Managed accounts", TEMPLATE),
        TEMPLATE_AND_APPLE("Apple accounts", TEMPLATE),
        NAME("Apple School Manager", ""),
        NAME_IN_CAPITALS("APPLE SCHOOL MANAGER", ""),
        NAME_BEFORE_2026("Apple Business Manager", ""),
        NAME_OF_2026("Apple Business", ""),
        BEGINNING("Apple School Manager (new)", ""),
        BOTH("Apple School Manager", TEMPLATE);
        // @formatter:on

        private final String name;
        private final String template;

        Sign(String name, String template) {
            this.name = name;
            this.template = template;
        }
    }

    static Stream<Arguments> places() {
        return Stream.of(Sign.values())
                .flatMap(sign -> Stream.of(0.0, 0.5, 0.96, 1.0).map(place -> Arguments.of(sign, place)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void theRequestsAreTheSameWithFiveAndWithThousands(Sign sign, double place) throws Exception {
        List<List<String>> requests = SIZES.stream().map(size -> {
            StubDirectory directory = new StubDirectory().pageSize(100);
            int at = (int) (size * place);
            fill(directory, 0, at);
            directory.app("right", sign.name, sign.template, AT_APPLE);
            fill(directory, at, size);
            return findRight(directory);
        }).toList();
        assertEquals(requests.getFirst(), requests.get(1));
        assertEquals(requests.getFirst(), requests.get(2));
        assertTrue(requests.getFirst().size() <= 4, requests::toString);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "60, 7", "140, 13"})
    void anAppWithNoOtherSignThanTheWordIsFoundAmongThoseReadNext(int size, int most) throws Exception {
        StubDirectory directory = fill(new StubDirectory().pageSize(100), 0, size).app("right", "Apple accounts",
                AT_APPLE);
        assertTrue(findRight(directory).size() <= most);
    }

    @Test
    void ifTheBestDoNotContainItTheResultSaysThatThereAreMore() throws Exception {
        StubDirectory directory = fill(new StubDirectory().pageSize(100), 0, 2_500).app("right", "Apple accounts",
                AT_APPLE);
        try (StubMicrosoft stub = directory.open()) {
            SearchResult search = stub.provisioning().readTenant(Optional.of(Portal.SCHOOL)).search();
            assertEquals(List.of(), search.apps());
            assertEquals(new Rest.OtherNames(NamedSearch.MOST), search.rest());
            assertTrue(stub.seen.size() < MOST_REQUESTS, () -> stub.seen.size() + "");
            assertEquals(List.of("right"), ids(stub.provisioning().findApps("apple accounts")));
            assertEquals(List.of("right"), ids(stub.provisioning().searchAll(_ -> {})));
        }
    }

    @ParameterizedTest
    @CsvSource({"Apple School Manager, ''", "Apple School Manager, " + TEMPLATE, "Apple accounts, " + TEMPLATE,
            "Apple School Manager 1, ''"})
    void evenIfAllLookLikeApplesTheNumberOfRequestsHasALimit(String name, String template) throws Exception {
        for (String secrets : List.of(NOTHING, AT_APPLE, BUSINESS, pairs("SecretToken", "*"))) {
            StubDirectory directory = new StubDirectory().pageSize(100);
            for (int at = 0; at < 2_500; at++) {
                directory.app("a" + at, name, template, secrets);
            }
            try (StubMicrosoft stub = directory.open()) {
                SearchResult search = stub.provisioning().readTenant(Optional.of(Portal.SCHOOL)).search();
                assertInstanceOf(Rest.OtherNames.class, search.rest());
                assertTrue(search.apps().size() >= NamedSearch.FIRST);
                assertTrue(stub.seen.size() < MOST_REQUESTS, () -> stub.seen.size() + "");
            }
        }
    }

    @Test
    void allAppsWithApplesNameAreReadNotOnlyTheFirstThatFits() throws Exception {
        StubDirectory directory = new StubDirectory();
        for (int at = 0; at < 25; at++) {
            directory.app("a" + at, "Apple School Manager", AT_APPLE);
        }
        assertEquals(25, ids(read(directory, Portal.SCHOOL)).size());
    }

    @Test
    void theNextAreReadIfTheLikeliestBelongToTheOtherPortal() throws Exception {
        StubDirectory directory = fill(new StubDirectory().app("other", "Apple Business Manager", BUSINESS), 0, 60)
                .app("right", "Apple accounts", AT_APPLE);
        assertEquals(List.of("other", "right"), ids(read(directory, Portal.SCHOOL)));
        assertEquals(List.of("other"), ids(read(directory, Portal.BUSINESS)));
    }

    @Test
    void amongEqualsThoseOfTheWantedPortalComeFirst() throws Exception {
        StubDirectory directory = new StubDirectory().app("b", "Apple Business Manager", BUSINESS)
                .app("s", "Apple School Manager", AT_APPLE)
                .app("x", "Apple for the school", AT_APPLE)
                .app("y", "Apple for the business", AT_APPLE);
        assertEquals(List.of("s", "b", "x", "y"), ids(read(directory, Portal.SCHOOL)));
        assertEquals(List.of("b", "s", "y", "x"), ids(read(directory, Portal.BUSINESS)));
    }

    @Test
    void aPageThatIsShorterThanWasAskedForIsNotTheEnd() throws Exception {
        StubDirectory directory = new StubDirectory().pageSize(1)
                .app("a", "Apple one", NOTHING)
                .app("b", "Apple two", AT_APPLE);
        assertEquals(List.of("b"), ids(read(directory, Portal.SCHOOL)));
    }

    @Test
    void aSearchByNamePutsTheExactNameFirstAndHasALimitToo() throws Exception {
        StubDirectory directory = new StubDirectory().pageSize(100);
        for (int at = 0; at < 2_500; at++) {
            directory.app("a" + at, "Managed " + at, AT_APPLE);
        }
        try (StubMicrosoft stub = directory.open()) {
            SearchResult search = stub.provisioning().findApps("managed 50");
            assertEquals("a50", search.apps().getFirst().id());
            assertInstanceOf(Rest.OtherNames.class, stub.provisioning().findApps("managed").rest());
            assertTrue(stub.seen.size() < 2 * MOST_REQUESTS, () -> stub.seen.size() + "");
        }
    }

    private static StubDirectory fill(StubDirectory directory, int from, int to) {
        for (int at = from; at < to; at++) {
            directory.app("a" + at, "Apple device " + at, NOTHING);
        }
        return directory;
    }

    /** Finds the app with the id "right", and returns the requests. */
    private static List<String> findRight(StubDirectory directory) {
        try (StubMicrosoft stub = directory.open()) {
            SearchResult search = stub.provisioning().readTenant(Optional.of(Portal.SCHOOL)).search();
            assertEquals(List.of("right"), ids(search));
            assertEquals(1, search.apps().getFirst().jobs().size());
            assertTrue(stub.seen.size() < MOST_REQUESTS);
            return stub.seen.stream().map(Seen::path).toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static SearchResult read(StubDirectory directory, Portal portal) throws Exception {
        try (StubMicrosoft stub = directory.open()) {
            return stub.provisioning().readTenant(Optional.of(portal)).search();
        }
    }

    private static List<String> ids(SearchResult search) {
        return search.apps().stream().map(ProvisioningApp::id).toList();
    }
}
