package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.testkit.FakePage;
import app.keyturn.testkit.FakeSessionSwitch;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.ui.Appearance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FrameIT {
    private static final Problem REJECTED = new Problem(ProblemCode.TOKEN_REJECTED,
            Diagnostics.at(Instant.EPOCH));
    private static final Problem ROLE_MISSING = new Problem(ProblemCode.ROLE_MISSING,
            ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));

    private static final Problem ASKS = new Problem(ProblemCode.NET_PROXY_PASSWORD,
            ChangeState.NOTHING,
            Diagnostics.at(Instant.EPOCH));

    private final List<String> held = new ArrayList<>();
    private final RenewalState renewalState = new RenewalState(
            new ProxyEntry((user, password) -> held.add(user + ":" + password)));
    private final Wizard wizard = new Wizard(renewalState, () -> {});
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final FakeSessionSwitch worlds = new FakeSessionSwitch(true);
    @SuppressWarnings("NullAway.Init") private Scene scene;
    @SuppressWarnings("NullAway.Init") private FakePage token;
    @SuppressWarnings("NullAway.Init") private FakePage save;

    private final FxTasks tasks = new FxTasks(Clock.systemUTC(), Duration.ofMillis(30), _ -> {});

    private final AtomicReference<@Nullable Locale> chosen = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        token = new FakePage("token", Action.BACK_TO_TOKEN);
        Page start = new FakePage("start");
        Page apple = new FakePage("apple");
        Page signIn = new FakePage("sign-in");
        save = new FakePage("save", Action.TRY_AGAIN);
        Messages messages = Messages.in(Locale.ENGLISH);
        FrameView frame = new FrameView(wizard, renewalState, messages, desktop, worlds,
                new LanguageChoice(List.of(Locale.ENGLISH, Locale.GERMAN), chosen::set),
                new SidePages(new FakePage("by-hand"), new FakePage("settings"), new FakePage("no-token")),
                new ColleagueRequest(messages, renewalState, () -> new SignInApp("client", false)),
                new ProgressNotice(messages, ZoneOffset.UTC, tasks.late(), tasks::runLater), "1.2.3");
        wizard.open(List.of(start, apple, signIn, token, save), List.of(start, signIn, apple, token, save));
        scene = new Scene(frame.view(), 900, 640);
        new Appearance(scene).followSystem();
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "back", "status", "problem-action", "language", "settings"})
    void everyPublicControlIdExists(String id) {
        assertNotNull(find(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "problem-title", "problem-code", "problem-changed", "problem-details", "by-hand",
            "copy-request"})
    void everyControlIdOfAProblemExistsWithTheFirstProblem(String id, FxRobot robot) {
        assertNull(scene.lookup("#" + id));
        robot.interact(() -> wizard.show(REJECTED));
        assertNotNull(find(id));
    }

    @Test
    void theHeadingHasTheFocusAtStartAndAfterEveryChangeOfPage(FxRobot robot) {
        assertEquals("start", focusedWords());
        robot.interact(() -> button("next").fire());
        assertEquals("apple", focusedWords());
        robot.interact(() -> button("back").fire());
        assertEquals("start", focusedWords());
    }

    @Test
    void slowWorkShowsANoticeUntilItEndsOrIsCancelled(FxRobot robot) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Tasks.Running> held = new AtomicReference<>();
        robot.interact(() -> tasks.startLongRunning(() -> waitFor(over), _ -> {}, _ -> {}));
        robot.interact(() -> tasks.start(() -> waitFor(over), _ -> {}, _ -> {}));
        robot.interact(() -> held.set(tasks.start(() -> waitFor(over), _ -> {}, _ -> {})));
        waitUntilLate(2);
        assertEquals("Still working.", ((Labeled) find("delay")).getText());
        assertTrue(find("delay").isVisible());
        robot.interact(() -> held.get().cancel());
        waitUntilLate(1);
        over.countDown();
        waitUntilLate(0);
        assertFalse(find("delay").isVisible());
    }

    private void waitUntilLate(int pieces) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, tasks.late().isEqualTo(pieces));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean waitFor(CountDownLatch over) throws InterruptedException {
        over.await();
        return true;
    }

    @Test
    void enterGoesOnAndEscapeDoesNothing(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        assertNotNull(find("page-apple"));
        robot.type(KeyCode.ESCAPE);
        assertNotNull(find("page-apple"));
    }

    @Test
    void aProblemReplacesTheHeadingAndHasTheFocus(FxRobot robot) {
        goToSave(robot);
        robot.interact(() -> wizard.show(REJECTED));
        assertFalse(find("head-save").isVisible());
        assertEquals("problem-title", scene.getFocusOwner().getId());
        assertEquals("TOKEN-REJECTED", ((Labeled) find("problem-code")).getText());
        assertTrue(button("problem-action").isDefaultButton());
        assertFalse(button("next").isDefaultButton());
        assertFalse(find("copy-request").isVisible());
        for (String part : List.of("problem-what", "problem-do", "problem-who")) {
            assertFalse(((Labeled) find(part)).getText().isBlank(), part);
        }
        robot.interact(wizard::clearProblem);
        assertTrue(find("head-save").isVisible());
        assertFalse(find("problem").isVisible());
        assertTrue(button("next").isDefaultButton());
    }

    @Test
    void theActionOfAProblemIsPerformedByThePageThatCan(FxRobot robot) {
        goToSave(robot);
        robot.interact(() -> wizard.show(REJECTED));
        robot.interact(() -> button("problem-action").fire());
        assertNotNull(find("page-token"));
        assertEquals(List.of(Action.BACK_TO_TOKEN), token.performed);
    }

    @Test
    void anActionThatNoPageCanPerformIsNotOffered(FxRobot robot) {
        robot.interact(() -> wizard.show(ROLE_MISSING));
        assertFalse(find("problem-action").isVisible());
        assertTrue(find("copy-request").isVisible());
        robot.interact(() -> ((Hyperlink) find("copy-request")).fire());
        assertTrue(desktop.clipboard.contains("Cloud Application Administrator"));
    }

    @Test
    void aProxyPasswordIsEnteredBesideTheProblemOnAnyPage(FxRobot robot) {
        goToSave(robot);
        robot.interact(() -> wizard.show(REJECTED));
        assertFalse(isInSight("proxy-password"));
        robot.interact(() -> wizard.show(ASKS));
        assertTrue(isInSight("proxy-password"));
        robot.interact(() -> {
            ((TextField) find("proxy-user")).setText("jo");
            ((TextField) find("proxy-password")).setText("pass word");
            button("problem-action").fire();
        });
        assertEquals(List.of("jo:pass word"), held);
        assertEquals(List.of(Action.TRY_AGAIN), save.performed);
        assertEquals("", ((TextField) find("proxy-password")).getText());
        assertFalse(isInSight("proxy-password"));
    }

    @Test
    void enterInThePasswordFieldTriesAgainOnce(FxRobot robot) {
        goToSave(robot);
        robot.interact(() -> wizard.show(ASKS));
        robot.interact(() -> {
            ((TextField) find("proxy-password")).setText("pass word");
            find("proxy-password").requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(":pass word"), held);
        assertEquals(List.of(Action.TRY_AGAIN), save.performed);
    }

    @Test
    void finishingByHandKeepsTheProblem(FxRobot robot) {
        robot.interact(() -> wizard.show(ROLE_MISSING));
        robot.interact(() -> ((Hyperlink) find("by-hand")).fire());
        assertNotNull(find("page-by-hand"));
        robot.interact(() -> button("back").fire());
        assertNotNull(find("page-start"));
        assertTrue(find("problem").isVisible());
    }

    @Test
    void aBlockedWayBackSaysWhy(FxRobot robot) {
        goToSave(robot);
        robot.interact(() -> ((FakePage) wizard.pages().getLast()).noWayBack.set("The new token is saved."));
        assertTrue(button("back").isDisabled());
        assertEquals("The new token is saved.", ((Labeled) find("no-way-back")).getText());
    }

    @Test
    void theRailFollowsTheOrderOfThePages(FxRobot robot) {
        assertEquals(List.of("rail-start", "rail-apple", "rail-sign-in", "rail-token", "rail-save"), rail());
        robot.interact(() -> renewalState.checkFirst().set(true));
        assertEquals(List.of("rail-start", "rail-sign-in", "rail-apple", "rail-token", "rail-save"), rail());
        assertEquals("Step 1 of 5, Start: you are here", find("rail-start").getAccessibleText());
    }

    @Test
    void theAccountIsAlwaysVisible(FxRobot robot) {
        robot.interact(
                () -> renewalState.signedIn()
                        .set(new SignedIn(new Account("it@maple.example", "1"), "Maple Street School")));
        assertEquals("it@maple.example", ((Labeled) find("rail-account")).getText());
        assertTrue(find("rail-signed-in").isVisible());
    }

    @Test
    void practiceIsVisibleAndCanBeLeft(FxRobot robot) {
        robot.interact(() -> button("leave-practice").fire());
        assertEquals(List.of("leave"), worlds.asked);
    }

    private void goToSave(FxRobot robot) {
        robot.interact(() -> {
            wizard.next();
            wizard.next();
            wizard.next();
            wizard.next();
        });
    }

    private List<String> rail() {
        return ((VBox) find("rail-steps")).getChildren().stream().map(Node::getId).toList();
    }

    private String focusedWords() {
        return scene.getFocusOwner() instanceof Labeled labeled ? labeled.getText() : "";
    }

    private boolean isInSight(String id) {
        return Stream.iterate(find(id), Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private Button button(String id) {
        return (Button) find(id);
    }

    private Node find(String id) {
        Node node = scene.lookup("#" + id);
        assertNotNull(node, id);
        return node;
    }
}
