package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SearchResult.Rest;
import app.keyturn.renewal.Timer;
import app.keyturn.testkit.Apps;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.wizard.RenewalState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppSearchTest {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final FakeOrganisation organisation = new FakeOrganisation();
    private final FakeTasks tasks = new FakeTasks();
    private final RenewalState renewalState = new RenewalState();
    private final List<List<ProvisioningApp>> found = new ArrayList<>();
    private final List<SearchResult> results = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final AppSearch search = search();
    private final ProvisioningApp one = Apps.of(Portal.SCHOOL, "one");
    private final ProvisioningApp two = Apps.of(Portal.SCHOOL, "two");

    @Test
    void theTextIsSearchedForWithoutSurroundingBlanks() {
        organisation.hidden.add(one);
        search.typed().set(" App o ");
        search.find();
        assertEquals(List.of("App o"), organisation.searches);
        assertEquals(List.of(List.of(one)), found);
        assertFalse(search.running().get());
    }

    @Test
    void aSearchWithoutResultNamesTheTextAndKeepsIt() {
        search.typed().set("Managed accounts");
        search.find();
        assertEquals(messages.text("signin.find.none", "Managed accounts"), search.message().get());
        search.close();
        assertEquals("Managed accounts", search.typed().get());
        assertEquals(List.of(), found);
    }

    @Test
    void anEmptyTextIsNotSent() {
        search.typed().set("  ");
        search.find();
        assertEquals(0, tasks.started);
        assertEquals(messages.text("signin.find.empty"), search.message().get());
    }

    @Test
    void aTokenPastedIntoTheSearchFieldIsNeitherSentNorShownNorKept() {
        renewalState.pasted().set("eyNewTokenOfTheYear0123456789\n");
        search.typed().set(" eyNewTokenOfTheYear0123456789");
        search.find();
        assertEquals(0, tasks.started);
        assertEquals("", search.typed().get());
        assertEquals(messages.text("signin.find.empty"), search.message().get());
    }

    @Test
    void aSearchThroughAllAppsShowsItsProgress() {
        organisation.hidden.addAll(List.of(one, two));
        organisation.duringSearch = () -> {
            assertEquals("812 of 5,000 looked at, 1 found", search.progress().get());
            assertEquals(812 / 5000.0, search.fraction().get());
            assertTrue(search.running().get());
        };
        search.searchAll();
        assertEquals(List.of(List.of(one, two)), found);
    }

    @Test
    void stoppingEndsTheSearchAtOnceAndKeepsWhatWasFound() {
        organisation.hidden.addAll(List.of(one, two));
        organisation.duringSearch = search::stop;
        tasks.held = true;
        search.searchAll();
        tasks.runHeld();
        assertEquals(List.of(List.of(one)), found);
        assertEquals(1, tasks.cancelled);
        assertFalse(search.running().get());
    }

    @Test
    void stoppingWithoutResultSaysHowManyAppsWereRead() {
        organisation.duringSearch = search::stop;
        tasks.held = true;
        search.searchAll();
        tasks.runHeld();
        assertEquals(messages.text("signin.search.stopped.none", 812), search.message().get());
        assertEquals(List.of(), found);
    }

    @Test
    void aSearchThroughAllAppsWithoutResultSaysSo() {
        search.searchAll();
        assertEquals(messages.text("signin.search.none"), search.message().get());
    }

    @Test
    void aFailedSearchCanBeRepeated() {
        organisation.hidden.add(one);
        organisation.failure = ProblemCode.NET_UNREACHABLE;
        search.typed().set("one");
        search.find();
        assertEquals(List.of("NET-UNREACHABLE"), failed);
        organisation.failure = null;
        search.repeat();
        assertEquals(List.of(List.of(one)), found);
    }

    @Test
    void lateProgressOfAStoppedSearchIsIgnored() {
        organisation.hidden.addAll(List.of(one, two));
        search.typed().set("two");
        organisation.beforeSearch = search::find;
        organisation.duringSearch = search::stop;
        tasks.held = true;
        search.searchAll();
        tasks.runHeld();
        assertEquals(List.of(), found);
        assertEquals(messages.text("signin.search.stopped"), search.message().get());
    }

    @Test
    void aResultAfterTheSearchWasClosedIsIgnored() {
        organisation.hidden.add(one);
        organisation.duringSearch = search::close;
        tasks.held = true;
        search.searchAll();
        tasks.runHeld();
        assertEquals(List.of(), found);
        assertFalse(search.running().get());
    }

    // --- Incomplete searches -----------------------------------------------------------------------------------------

    @Test
    void anInterruptedSearchThroughAllAppsIsNeverShownAsComplete() {
        interrupt();
        search.searchAll();
        assertEquals(messages.text("signin.search.none.interrupted"), search.message().get());
        assertEquals(List.of("ROLE-MISSING"), failed);
        assertEquals(organisation.rest, results.getLast().rest());
    }

    @Test
    void itGoesOnFromWhereItWasInterrupted() {
        interrupt();
        search.searchAll();
        organisation.rest = new Rest.Nothing();
        organisation.hidden.add(one);
        search.goOn();
        assertEquals(List.of("all after 0", "all after 3"), organisation.searches);
        assertEquals(List.of(List.of(one)), found);
    }

    @Test
    void tryingAgainGoesOnToo() {
        interrupt();
        search.searchAll();
        search.repeat();
        assertEquals(List.of("all after 0", "all after 3"), organisation.searches);
    }

    @Test
    void aNewSearchOrAnotherOrganisationBeginsFromTheFirstApp() {
        interrupt();
        search.searchAll();
        search.searchAll();
        search.forget();
        search.goOn();
        assertEquals(List.of("all after 0", "all after 0", "all after 0"), organisation.searches);
    }

    @Test
    void whatWasFoundBeforeTheInterruptionIsKept() {
        interrupt();
        organisation.hidden.add(one);
        search.searchAll();
        assertEquals(List.of(List.of(one)), found);
        assertEquals(List.of(), failed);
    }

    @Test
    void aStoppedSearchIsNotCompleteEither() {
        organisation.hidden.addAll(List.of(one, two));
        organisation.duringSearch = search::stop;
        tasks.held = true;
        search.searchAll();
        tasks.runHeld();
        assertEquals(new Rest.Interrupted(812, OptionalInt.of(5000), Optional.empty()), results.getLast().rest());
    }

    @Test
    void aSearchThatCouldNotReadSomeSaysSo() {
        organisation.unread.add(Apps.unread("x"));
        search.searchAll();
        assertEquals(messages.text("signin.search.none.unread"), search.message().get());
        search.typed().set("App");
        search.find();
        assertEquals(messages.text("signin.find.none.unread", "App"), search.message().get());
    }

    @Test
    void aSearchByNameThatLookedAtTheBestOnlySaysSo() {
        organisation.rest = new Rest.OtherNames(150);
        search.typed().set("App");
        search.find();
        assertEquals(messages.text("signin.find.none.more", "App", 150), search.message().get());
    }

    private void interrupt() {
        Problem roleMissing = new Problem(ProblemCode.ROLE_MISSING, Diagnostics.at(Instant.EPOCH));
        organisation.read = Set.of("a", "b", "c");
        organisation.rest = new Rest.Interrupted(3, OptionalInt.of(5000), Optional.of(roleMissing));
    }

    private AppSearch search() {
        Clock clock = Clock.systemUTC();
        AppLookup lookup = new AppLookup(organisation, organisation,
                new Renewal(organisation, Limits.STANDARD, Timer.on(clock)), clock);
        return new AppSearch(lookup, tasks, messages, renewalState::isToken, new AppSearch.Listener() {
            @Override
            public void ended(SearchResult result, boolean all) {
                results.add(result);
                if (!result.apps().isEmpty()) {
                    found.add(result.apps());
                }
            }

            @Override
            public void failed(Problem problem) {
                failed.add(problem.code().id());
            }
        });
    }
}
