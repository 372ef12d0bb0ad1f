package app.keyturn.pages.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConnectionPair;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.CompletedRenewals;
import app.keyturn.testkit.FakeFrame;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaveModelTest {
    private static final String TEXT = "eyNewTokenOfTheYear0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final FakeProvisioning microsoft = FakeProvisioning.of(Portal.SCHOOL);
    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final FakeFrame frame = new FakeFrame();
    private final FakeTasks tasks = new FakeTasks();
    private SaveObserver observer = SaveObserver.NONE;
    private final SaveModel model = new SaveModel(
            new Renewal(microsoft, Limits.STANDARD, new FakeTimer()), renewalState, frame, tasks, desktop,
            Messages.in(Locale.ENGLISH), CLOCK, _ -> observer);

    @BeforeEach
    void everythingIsChosen() {
        microsoft.appleTokens.put(TEXT, Portal.SCHOOL);
        frame.pageGoesOn = true;
        renewalState.portal().set(Portal.SCHOOL);
        renewalState.signedIn().set(CompletedRenewals.MAPLE);
        choose("app");
        renewalState.pasted().set(TEXT);
        renewalState.expiry().set(CompletedRenewals.NEXT_YEAR);
        renewalState.token().set(token());
    }

    @Test
    void aGoodTokenIsSavedAndForgottenAndTheNextPageShown() {
        desktop.clipboard = TEXT;
        ScimToken token = token();
        renewalState.token().set(token);
        model.begin();

        assertNotNull(renewalState.result().get());
        assertEquals(List.of(StepState.DONE, StepState.DONE, StepState.DONE, StepState.SKIPPED), states());
        assertNull(renewalState.token().get());
        assertEquals("", renewalState.pasted().get());
        assertEquals("", desktop.clipboard);
        assertTrue(token.isDestroyed());
        assertEquals(1, frame.stepsForward);
        assertFalse(model.running().get());
    }

    @Test
    void aRefusedTokenStaysAndTheProblemIsShown() {
        microsoft.appleTokens.clear();
        model.begin();
        assertEquals("TOKEN-REJECTED", shown().code().id());
        assertEquals(ChangeState.NOTHING, shown().changed());
        assertEquals(List.of(StepState.FAILED, StepState.WAITING, StepState.WAITING, StepState.WAITING), states());
        assertNotNull(renewalState.token().get());
        assertEquals(TEXT, renewalState.pasted().get());
        assertFalse(microsoft.order().contains(Kind.PUT));
        assertTrue(model.backBlockedReason().get().isEmpty());
    }

    /** What the end of the program waits for. */
    @ParameterizedTest
    @EnumSource(names = {"SAVE", "CHECK"})
    void aSaveUnderWayIsAwaitedUntilItIsNoted(Step step) throws InterruptedException {
        HeldObserver held = new HeldObserver(step);
        observer = held;
        Thread renewing = Thread.ofVirtual().start(model::begin);
        held.reached.await();
        AtomicBoolean notedBefore = new AtomicBoolean();
        Thread ending = Thread.ofVirtual().start(() -> {
            model.awaitSaved(Duration.ofMinutes(1));
            notedBefore.set(held.noted.get());
        });
        held.goOn.countDown();
        ending.join();
        renewing.join();
        assertTrue(notedBefore.get());
    }

    @ParameterizedTest
    @EnumSource(names = {"TEST", "RESUME"})
    void nothingElseIsAwaited(Step step) throws InterruptedException {
        HeldObserver held = new HeldObserver(step);
        observer = held;
        Thread renewing = Thread.ofVirtual().start(model::begin);
        held.reached.await();
        model.awaitSaved(Duration.ofMinutes(1));
        assertFalse(held.noted.get());
        held.goOn.countDown();
        renewing.join();
        model.awaitSaved(Duration.ofMinutes(1));
    }

    @Test
    void aSaveThatTakesTooLongIsNotAwaited() throws InterruptedException {
        HeldObserver held = new HeldObserver(Step.SAVE);
        observer = held;
        Thread renewing = Thread.ofVirtual().start(model::begin);
        held.reached.await();
        model.awaitSaved(Duration.ofMillis(1));
        assertFalse(held.noted.get());
        held.goOn.countDown();
        renewing.join();
    }

    /** Holds a renewal at the beginning of a step. */
    private static final class HeldObserver implements SaveObserver {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicBoolean noted = new AtomicBoolean();
        private final Step at;

        HeldObserver(Step at) {
            this.at = at;
        }

        @Override
        public void step(Step step, StepState state) {
            if (step == at && state == StepState.RUNNING) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void ended(RenewalOutcome outcome) {
            noted.set(true);
        }
    }

    @Test
    void theObserverLearnsOfTheSaveBeforeItIsSentAndThenOfTheEnd() {
        List<String> told = new ArrayList<>();
        tasks.windowBusy = true;
        observer = new SaveObserver() {
            @Override
            public void step(Step step, StepState state) {
                told.add(step + " " + state + ": " + microsoft.order().contains(Kind.PUT));
            }

            @Override
            public void ended(RenewalOutcome outcome) {
                told.add("ended: " + (renewalState.result().get() != null));
            }
        };
        model.begin();
        assertTrue(told.contains("SAVE RUNNING: false"), told::toString);
        assertTrue(told.contains("SAVE DONE: true"), told::toString);
        assertEquals("ended: false", told.getLast());
    }

    @Test
    void stoppingTheTestKeepsTheToken() {
        microsoft.on(Kind.TEST, 1, () -> {
            assertTrue(model.stoppable().get());
            model.stop();
        });
        model.begin();
        assertEquals("STOPPED", shown().code().id());
        assertEquals(ChangeState.NOTHING, shown().changed());
        assertNotNull(renewalState.token().get());
        assertFalse(microsoft.order().contains(Kind.PUT));
    }

    @Test
    void stoppingTheCheckSaysThatTheTokenIsSaved() {
        microsoft.on(Kind.TEST_SAVED, 1, () -> {
            assertTrue(model.stoppable().get());
            model.stop();
        });
        model.begin();
        assertEquals("STOPPED", shown().code().id());
        assertEquals(ChangeState.SAVED, shown().changed());
        assertNotNull(renewalState.token().get());
    }

    @Test
    void nothingCanBeStoppedWhileTheTokenIsBeingSent() {
        microsoft.on(Kind.PUT, 1, () -> {
            assertFalse(model.stoppable().get());
            model.stop();
        });
        model.begin();
        assertNotNull(renewalState.result().get());
    }

    @Test
    void aRunningRenewalBlocksTheWayBackAndASecondRenewal() {
        microsoft.on(Kind.TEST, 1, () -> {
            assertFalse(model.backBlockedReason().get().isEmpty());
            model.begin();
        });
        model.begin();
        assertEquals(1, microsoft.count(Kind.TEST));
        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void anAddressOfTheOtherPortalNeedsConsent() {
        microsoft.setByOthers(ConnectionPair.BASE_ADDRESS, Portal.BUSINESS.tenantUrl().text());
        choose("app");
        model.begin();
        assertTrue(model.question().get() instanceof ConsentQuestion.Address);
        assertEquals(List.of(), microsoft.order());
        model.agree();
        assertNull(model.question().get());
        assertNotNull(renewalState.result().get());
        assertEquals(Portal.SCHOOL.tenantUrl().text(), microsoft.stored().get(ConnectionPair.BASE_ADDRESS));
    }

    @Test
    void anUnexpectedExceptionLeavesTheChangeUnknown() {
        microsoft.on(Kind.TEST, 1, () -> {
            throw new LinkageError("a damaged installation");
        });
        model.begin();
        assertEquals("INTERNAL-FAULT", shown().code().id());
        assertEquals(ChangeState.NOT_KNOWN, shown().changed());
        assertFalse(model.running().get());
    }

    @Test
    void aChangeInOneAppIsRememberedWhenAnotherIsChosen() {
        RenewalPlan first = renewalState.plan(Consents.NOTHING).orElseThrow();
        renewalState.recordAttempt(first, ChangeState.NOT_KNOWN);
        choose("another app");
        assertEquals(ChangeState.NOTHING, renewalState.changed());
        microsoft.appleTokens.clear();
        model.begin();
        renewalState.target().set(null);
        assertEquals(ChangeState.NOT_KNOWN, renewalState.changed());
        choose("app");
        assertEquals(ChangeState.NOT_KNOWN, renewalState.changed());
        assertFalse(model.backBlockedReason().get().isEmpty());
    }

    @Test
    void aConsentForOneAppDoesNotCountForAnother() {
        microsoft.setByOthers(ConnectionPair.BASE_ADDRESS, Portal.BUSINESS.tenantUrl().text());
        microsoft.appleTokens.clear();
        choose("app");
        model.begin();
        model.agree();
        assertEquals("TOKEN-REJECTED", shown().code().id());
        choose("another app");
        model.begin();
        assertTrue(model.question().get() instanceof ConsentQuestion.Address);
    }

    @Test
    void aSavedTokenIsOnlyCheckedAgain() {
        saveWithoutCheck();
        assertEquals(Action.CHECK_AGAIN, shown().action());
        assertFalse(model.backBlockedReason().get().isEmpty());

        model.perform(Action.CHECK_AGAIN);

        assertNotNull(renewalState.result().get());
        assertEquals(1, microsoft.count(Kind.PUT));
        assertEquals(1, microsoft.count(Kind.TEST));
        assertFalse(model.unchecked().get());
        assertEquals(List.of(StepState.DONE, StepState.DONE, StepState.DONE, StepState.SKIPPED), states());
    }

    @Test
    void aSavedTokenIsStillOnlyCheckedAfterAnotherSignIn() {
        saveWithoutCheck();
        renewalState.target().set(null);
        choose("app");

        model.begin();

        assertNotNull(renewalState.result().get());
        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aTokenSavedInOneAppIsNotTakenForOneSavedInAnother() {
        saveWithoutCheck();
        choose("another app");
        assertFalse(model.unchecked().get());
        choose("app");
        assertTrue(model.unchecked().get());
        renewalState.portal().set(Portal.BUSINESS);
        assertFalse(model.unchecked().get());
        renewalState.portal().set(Portal.SCHOOL);
        renewalState.token().set(new ScimToken("another-token-of-this-year-1234".toCharArray()));
        assertFalse(model.unchecked().get());
    }

    @Test
    void anUnexpectedExceptionInTheCheckLeavesTheTokenSaved() {
        saveWithoutCheck();
        microsoft.on(Kind.TEST_SAVED, 2, () -> {
            throw new LinkageError("a damaged installation");
        });

        model.begin();

        assertEquals(ChangeState.SAVED, shown().changed());
        assertTrue(model.unchecked().get());
    }

    @Test
    void thePageSaysThatItWaitsUntilTheSavedTokenIsUsed() {
        List<String> notes = new ArrayList<>();
        model.note().subscribe(note -> {
            notes.add(note);
        });
        microsoft.on(Kind.TEST_SAVED, 1, () -> microsoft.appleTokens.remove(TEXT));
        microsoft.on(Kind.TEST_SAVED, 2, () -> {
            assertTrue(model.stoppable().get());
            microsoft.appleTokens.put(TEXT, Portal.SCHOOL);
        });

        model.begin();

        assertTrue(notes.stream().anyMatch(note -> note.contains("until 9:03")), notes::toString);
        assertEquals("", model.note().get());
        assertNotNull(renewalState.result().get());
    }

    private void saveWithoutCheck() {
        microsoft.fail(Kind.TEST_SAVED, 1, new Problem(ProblemCode.SERVICE_DOWN, Diagnostics.at(CLOCK.instant())));
        model.begin();
        assertNull(renewalState.result().get());
        assertTrue(model.unchecked().get());
    }

    private void choose(String appId) {
        renewalState.target().set(new Target(microsoft.app(appId), microsoft.job, Optional.empty()));
    }

    private List<StepState> states() {
        return List.of(Step.values()).stream().map(step -> model.step(step).get()).toList();
    }

    private Problem shown() {
        return frame.problems.getLast();
    }

    private static ScimToken token() {
        return switch (new TokenParser(CLOCK, false).read(TEXT)) {
            case TokenCheck.Usable usable -> usable.token();
            case TokenCheck.Refused refused -> throw new AssertionError(refused.reason());
        };
    }
}
