package app.keyturn.pages.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.wizard.ProxyEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the first page makes of the look at the network. */
class NetworkModelTest {
    private static final Optional<Problem> NOTHING = Optional.empty();

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final FakeTasks tasks = new FakeTasks();
    private final List<String> held = new ArrayList<>();
    private final ProxyEntry proxy = new ProxyEntry((user, password) -> held.add(user + ":" + password));
    private Connectivity network = new Connectivity.Open();
    private final NetworkModel model = new NetworkModel(Optional.of(() -> network), tasks, proxy, messages);

    @Test
    void whileAllIsWellNothingIsSaidAndNobodyLooksTwice() {
        model.shown();
        assertNull(model.visible().get());
        model.shown();
        assertEquals(1, tasks.started);
    }

    @Test
    void whereNothingMayLeaveThisComputerNothingIsLookedAt() {
        NetworkModel practice = new NetworkModel(Optional.empty(), tasks, proxy, messages);
        practice.shown();
        practice.again();
        assertEquals(0, tasks.started);
        assertFalse(practice.looking().get());
    }

    @Test
    void whatWasFoundIsLookedAtAgainWhenThePageIsShownAgain() {
        network = barred(ProblemCode.NET_NO_NAME);
        model.shown();
        assertEquals(network, model.visible().get());
        network = new Connectivity.Open();
        model.shown();
        assertEquals(network, model.visible().get());
        assertEquals(2, tasks.started);
    }

    @Test
    void otherSettingsAreLookedAtAnewAndWhatAnOlderLookFindsIsNotTold() {
        network = barred(ProblemCode.NET_NO_NAME);
        tasks.held = true;
        model.shown();
        model.settingsChanged();
        assertEquals(1, tasks.cancelled);
        network = new Connectivity.Open();
        tasks.runHeld();
        assertNull(model.visible().get());
        assertFalse(model.looking().get());
        network = barred(ProblemCode.NET_REFUSED);
        model.settingsChanged();
        tasks.runHeld();
        assertEquals(network, model.visible().get());
        assertEquals(3, tasks.started);
    }

    @Test
    void thatItIsWellAgainIsSaidOnceAndNoMoreOnThePageShownNext() {
        network = barred(ProblemCode.NET_REFUSED);
        model.shown();
        network = new Connectivity.Open();
        model.again();
        assertEquals(network, model.visible().get());
        model.shown();
        assertNull(model.visible().get());
        assertEquals(2, tasks.started);
    }

    @Test
    void whileItIsLookedAtWhatWasFoundStaysAndNobodyLooksTwice() {
        network = barred(ProblemCode.NET_TIMED_OUT);
        model.shown();
        tasks.held = true;
        model.again();
        assertTrue(model.looking().get());
        assertEquals(network, model.visible().get());
        model.again();
        model.shown();
        assertEquals(2, tasks.started);
        tasks.runHeld();
        assertFalse(model.looking().get());
    }

    @Test
    void theProxysPasswordIsHandedOverBeforeTheNextLookAndKeptNoLonger() {
        network = barred(ProblemCode.NET_PROXY_PASSWORD);
        model.shown();
        proxy.user().set(" jo ");
        proxy.password().set("pass word");
        tasks.held = true;
        model.again();
        assertEquals(List.of("jo:pass word"), held);
        assertEquals("", proxy.password().get());
    }

    @Test
    void whatIsTypedWhileItIsLookedAtIsKeptForTheNextLook() {
        network = barred(ProblemCode.NET_PROXY_PASSWORD);
        tasks.held = true;
        model.shown();
        proxy.password().set("pass word");
        model.again();
        assertEquals("pass word", proxy.password().get());
        assertEquals(List.of(), held);
    }

    @Test
    void theSameForBothIsToldOnce() {
        Connectivity.Barred both = barred(ProblemCode.NET_NO_NAME);
        assertEquals(messages.text("start.network.found.BOTH"), model.concerns(both));
        assertEquals("", model.also(both));
    }

    @Test
    void theOneItConcernsIsNamed() {
        Connectivity.Barred graph = new Connectivity.Barred(NOTHING, Optional.of(problem(ProblemCode.NET_REFUSED)));
        assertEquals(messages.text("start.network.found.GRAPH"), model.concerns(graph));
        Connectivity.Barred signIn = new Connectivity.Barred(Optional.of(problem(ProblemCode.NET_REFUSED)), NOTHING);
        assertEquals(messages.text("start.network.found.SIGN_IN"), model.concerns(signIn));
        assertEquals("", model.also(signIn));
    }

    @Test
    void ofTwoTroublesTheOneThatCanBeMendedHereComesFirstAndTheOtherIsNamed() {
        Connectivity.Barred two = new Connectivity.Barred(Optional.of(problem(ProblemCode.NET_INSPECTED)),
                Optional.of(problem(ProblemCode.NET_PROXY_PASSWORD)));
        assertEquals("NET-PROXY-PASSWORD", NetworkModel.problem(two).code().id());
        assertEquals(messages.text("start.network.found.GRAPH"), model.concerns(two));
        assertEquals("Microsoft’s sign-in has another trouble: Something opens the connection to Microsoft.",
                model.also(two));
    }

    @Test
    void twoInspectorsAreTwoTroubles() {
        Connectivity.Barred two = new Connectivity.Barred(Optional.of(inspectedBy("Maple filter")),
                Optional.of(inspectedBy("Oak filter")));
        assertEquals(messages.text("start.network.found.SIGN_IN"), model.concerns(two));
        assertFalse(model.also(two).isEmpty());
    }

    @Test
    void aWrongClockIsOneTroubleWhateverTheSecondInWhichEachAnswered() {
        Connectivity.Barred clock = new Connectivity.Barred(Optional.of(behind(Duration.ofHours(2))),
                Optional.of(behind(Duration.ofSeconds(7201))));
        assertEquals(messages.text("start.network.found.BOTH"), model.concerns(clock));
    }

    private static Connectivity.Barred barred(ProblemCode reason) {
        return new Connectivity.Barred(Optional.of(problem(reason)), Optional.of(problem(reason)));
    }

    private static Problem problem(ProblemCode reason) {
        return new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));
    }

    private static Problem inspectedBy(String issuer) {
        return problem(ProblemCode.NET_INSPECTED).withIssuer(Optional.of(issuer));
    }

    private static Problem behind(Duration behind) {
        return Problem.clockWrong(behind, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));
    }
}
