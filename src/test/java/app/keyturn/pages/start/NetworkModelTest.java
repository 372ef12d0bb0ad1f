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

class NetworkModelTest {
    private static final Optional<Problem> NOTHING = Optional.empty();

    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final FakeTasks tasks = new FakeTasks();
    private final List<String> held = new ArrayList<>();
    private final ProxyEntry proxy = new ProxyEntry((user, password) -> held.add(user + ":" + password));
    private Connectivity network = new Connectivity.Reachable();
    private final NetworkModel model = new NetworkModel(Optional.of(() -> network), tasks, proxy, messages);

    @Test
    void aGoodResultIsNotShownAndNotCheckedTwice() {
        model.onShown();
        assertNull(model.visible().get());
        model.onShown();
        assertEquals(1, tasks.started);
    }

    @Test
    void withoutACheckNothingIsStarted() {
        NetworkModel practice = new NetworkModel(Optional.empty(), tasks, proxy, messages);
        practice.onShown();
        practice.checkAgain();
        assertEquals(0, tasks.started);
        assertFalse(practice.checking().get());
    }

    @Test
    void aProblemIsCheckedAgainWhenThePageIsShownAgain() {
        network = unreachable(ProblemCode.NET_NO_NAME);
        model.onShown();
        assertEquals(network, model.visible().get());
        network = new Connectivity.Reachable();
        model.onShown();
        assertEquals(network, model.visible().get());
        assertEquals(2, tasks.started);
    }

    @Test
    void changedSettingsAreCheckedAndOlderResultsIgnored() {
        network = unreachable(ProblemCode.NET_NO_NAME);
        tasks.held = true;
        model.onShown();
        model.settingsChanged();
        assertEquals(1, tasks.cancelled);
        network = new Connectivity.Reachable();
        tasks.runHeld();
        assertNull(model.visible().get());
        assertFalse(model.checking().get());
        network = unreachable(ProblemCode.NET_REFUSED);
        model.settingsChanged();
        tasks.runHeld();
        assertEquals(network, model.visible().get());
        assertEquals(3, tasks.started);
    }

    @Test
    void recoveryIsShownOnceUntilThePageIsShownAgain() {
        network = unreachable(ProblemCode.NET_REFUSED);
        model.onShown();
        network = new Connectivity.Reachable();
        model.checkAgain();
        assertEquals(network, model.visible().get());
        model.onShown();
        assertNull(model.visible().get());
        assertEquals(2, tasks.started);
    }

    @Test
    void aRunningCheckKeepsTheResultAndIsNotStartedTwice() {
        network = unreachable(ProblemCode.NET_TIMED_OUT);
        model.onShown();
        tasks.held = true;
        model.checkAgain();
        assertTrue(model.checking().get());
        assertEquals(network, model.visible().get());
        model.checkAgain();
        model.onShown();
        assertEquals(2, tasks.started);
        tasks.runHeld();
        assertFalse(model.checking().get());
    }

    @Test
    void theProxyPasswordIsUsedForTheNextCheckAndForgotten() {
        network = unreachable(ProblemCode.NET_PROXY_PASSWORD);
        model.onShown();
        proxy.user().set(" jo ");
        proxy.password().set("pass word");
        tasks.held = true;
        model.checkAgain();
        assertEquals(List.of("jo:pass word"), held);
        assertEquals("", proxy.password().get());
    }

    @Test
    void inputDuringACheckIsKeptForTheNextOne() {
        network = unreachable(ProblemCode.NET_PROXY_PASSWORD);
        tasks.held = true;
        model.onShown();
        proxy.password().set("pass word");
        model.checkAgain();
        assertEquals("pass word", proxy.password().get());
        assertEquals(List.of(), held);
    }

    @Test
    void theSameProblemForBothIsShownOnce() {
        Connectivity.Unreachable both = unreachable(ProblemCode.NET_NO_NAME);
        assertEquals(messages.text("start.network.found.BOTH"), model.affected(both));
        assertEquals("", model.otherProblem(both));
    }

    @Test
    void theAffectedServiceIsNamed() {
        Connectivity.Unreachable graph = new Connectivity.Unreachable(NOTHING,
                Optional.of(problem(ProblemCode.NET_REFUSED)));
        assertEquals(messages.text("start.network.found.GRAPH"), model.affected(graph));
        Connectivity.Unreachable signIn = new Connectivity.Unreachable(Optional.of(problem(ProblemCode.NET_REFUSED)),
                NOTHING);
        assertEquals(messages.text("start.network.found.SIGN_IN"), model.affected(signIn));
        assertEquals("", model.otherProblem(signIn));
    }

    @Test
    void ofTwoProblemsTheSolvableOneComesFirstAndTheOtherIsNamed() {
        Connectivity.Unreachable two = new Connectivity.Unreachable(Optional.of(problem(ProblemCode.NET_INSPECTED)),
                Optional.of(problem(ProblemCode.NET_PROXY_PASSWORD)));
        assertEquals("NET-PROXY-PASSWORD", NetworkModel.problem(two).code().id());
        assertEquals(messages.text("start.network.found.GRAPH"), model.affected(two));
        assertEquals("Microsoft’s sign-in has another trouble: Something opens the connection to Microsoft.",
                model.otherProblem(two));
    }

    @Test
    void twoInspectingProxiesAreTwoProblems() {
        Connectivity.Unreachable two = new Connectivity.Unreachable(Optional.of(inspectedBy("Maple filter")),
                Optional.of(inspectedBy("Oak filter")));
        assertEquals(messages.text("start.network.found.SIGN_IN"), model.affected(two));
        assertFalse(model.otherProblem(two).isEmpty());
    }

    @Test
    void aWrongClockIsOneProblemWhateverTheSecondOfEachResponse() {
        Connectivity.Unreachable clock = new Connectivity.Unreachable(Optional.of(behind(Duration.ofHours(2))),
                Optional.of(behind(Duration.ofSeconds(7201))));
        assertEquals(messages.text("start.network.found.BOTH"), model.affected(clock));
    }

    private static Connectivity.Unreachable unreachable(ProblemCode reason) {
        return new Connectivity.Unreachable(Optional.of(problem(reason)), Optional.of(problem(reason)));
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
