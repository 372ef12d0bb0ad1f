package app.keyturn.pages.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveObserver;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepState;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.ScriptedProvisioning;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaveModelTest {
    private static final String TEXT = "eyNewTokenOfTheYear0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final ScriptedProvisioning microsoft = new ScriptedProvisioning();
    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final RecordingFrame frame = new RecordingFrame();
    private final ImmediateTasks tasks = new ImmediateTasks();
    private SaveObserver observer = SaveObserver.NOBODY;
    private final SaveModel model = new SaveModel(
            new Renewal(microsoft, Limits.STANDARD, Timer.on(CLOCK)), renewalState, frame, tasks, desktop,
            Messages.in(Locale.ENGLISH), CLOCK, _ -> observer);

    @BeforeEach
    void chooseEverything() {
        renewalState.portal().set(Portal.SCHOOL);
        choose("app");
        renewalState.pasted().set(TEXT);
        renewalState.token().set(token());
    }

    @Test
    void aGoodTokenIsSavedAndForgottenAndTheNextPageShown() {
        desktop.clipboard = TEXT;
        ScimToken token = token();
        renewalState.token().set(token);
        model.testAndSave();

        assertNotNull(renewalState.result().get());
        assertEquals(List.of(StepState.DONE, StepState.DONE, StepState.DONE, StepState.SKIPPED), states());
        assertNull(renewalState.token().get());
        assertEquals("", renewalState.pasted().get());
        assertEquals("", desktop.clipboard);
        assertTrue(token.isDestroyed());
        assertEquals(1, frame.steps);
        assertFalse(model.running().get());
    }

    @Test
    void aRefusedTokenStaysAndTheProblemIsShown() {
        microsoft.accepted = false;
        model.testAndSave();
        assertEquals("TOKEN-REJECTED", shown().code());
        assertEquals(ChangeState.NOTHING, shown().changed());
        assertEquals(List.of(StepState.FAILED, StepState.WAITING, StepState.WAITING, StepState.WAITING), states());
        assertNotNull(renewalState.token().get());
        assertEquals(TEXT, renewalState.pasted().get());
        assertFalse(microsoft.calls.contains("save"));
        assertTrue(model.noWayBack().get().isEmpty());
    }

    @Test
    void theObserverLearnsOfTheSaveBeforeItIsSentAndThenOfTheEnd() {
        List<String> told = new ArrayList<>();
        tasks.dropsWindowActions = true;
        observer = new SaveObserver() {
            @Override
            public void step(Step step, StepState state) {
                told.add(step + " " + state + ": " + microsoft.calls.contains("save"));
            }

            @Override
            public void ended(RenewalOutcome outcome) {
                told.add("ended: " + (renewalState.result().get() != null));
            }
        };
        model.testAndSave();
        assertTrue(told.contains("SAVE RUNNING: false"), told::toString);
        assertTrue(told.contains("SAVE DONE: true"), told::toString);
        assertEquals("ended: false", told.getLast());
    }

    @Test
    void stoppingTheTestKeepsTheToken() {
        microsoft.duringTheTest = () -> {
            assertTrue(model.stoppable().get());
            model.stop();
        };
        model.testAndSave();
        assertEquals("STOPPED", shown().code());
        assertEquals(ChangeState.NOTHING, shown().changed());
        assertNotNull(renewalState.token().get());
        assertFalse(microsoft.calls.contains("save"));
    }

    @Test
    void stoppingTheCheckSaysThatTheTokenIsSaved() {
        microsoft.duringTheCheck = () -> {
            assertTrue(model.stoppable().get());
            model.stop();
        };
        model.testAndSave();
        assertEquals("STOPPED", shown().code());
        assertEquals(ChangeState.SAVED, shown().changed());
        assertNotNull(renewalState.token().get());
    }

    @Test
    void nothingCanBeStoppedWhileTheTokenIsBeingSent() {
        microsoft.duringTheSave = () -> {
            assertFalse(model.stoppable().get());
            model.stop();
        };
        model.testAndSave();
        assertNotNull(renewalState.result().get());
    }

    @Test
    void aRunningRenewalBlocksTheWayBackAndASecondRenewal() {
        microsoft.duringTheTest = () -> {
            assertFalse(model.noWayBack().get().isEmpty());
            model.testAndSave();
        };
        model.testAndSave();
        assertEquals(1, microsoft.calls.stream().filter("test"::equals).count());
        assertEquals(1, microsoft.calls.stream().filter("save"::equals).count());
    }

    @Test
    void anAddressOfTheOtherPortalNeedsConsent() {
        microsoft.address = Portal.BUSINESS.tenantUrl().text();
        choose("app");
        model.testAndSave();
        assertTrue(model.question().get() instanceof ConsentQuestion.Address);
        assertEquals(List.of(), microsoft.calls);
        model.agree();
        assertNull(model.question().get());
        assertNotNull(renewalState.result().get());
        assertEquals(Portal.SCHOOL.tenantUrl().text(), microsoft.address);
    }

    @Test
    void anUnexpectedExceptionLeavesTheChangeUnknown() {
        microsoft.duringTheTest = () -> {
            throw new LinkageError("a damaged installation");
        };
        model.testAndSave();
        assertEquals("INTERNAL-FAULT", shown().code());
        assertEquals(ChangeState.NOT_KNOWN, shown().changed());
        assertFalse(model.running().get());
    }

    @Test
    void aChangeInOneAppIsRememberedWhenAnotherIsChosen() {
        RenewalPlan first = renewalState.plan(Consents.NOTHING).orElseThrow();
        renewalState.recordAttempt(first, ChangeState.NOT_KNOWN);
        choose("another app");
        assertEquals(ChangeState.NOTHING, renewalState.changed());
        microsoft.accepted = false;
        model.testAndSave();
        renewalState.target().set(null);
        assertEquals(ChangeState.NOT_KNOWN, renewalState.changed());
        choose("app");
        assertEquals(ChangeState.NOT_KNOWN, renewalState.changed());
        assertFalse(model.noWayBack().get().isEmpty());
    }

    @Test
    void aConsentForOneAppDoesNotCountForAnother() {
        microsoft.address = Portal.BUSINESS.tenantUrl().text();
        microsoft.accepted = false;
        choose("app");
        model.testAndSave();
        model.agree();
        assertEquals("TOKEN-REJECTED", shown().code());
        choose("another app");
        model.testAndSave();
        assertTrue(model.question().get() instanceof ConsentQuestion.Address);
    }

    private void choose(String appId) {
        renewalState.target().set(new Target(microsoft.app(appId), ScriptedProvisioning.job(), Optional.empty()));
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

    /** Records what the page asks of the frame. */
    private static final class RecordingFrame implements Frame {
        private final List<Problem> problems = new ArrayList<>();
        private int steps;

        @Override
        public void show(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void clearProblem() {
            // only the last problem counts
        }

        @Override
        public void announce(ObservableValue<String> words) {
            // the journeys check the status line
        }

        @Override
        public void next() {
            steps++;
        }

        @Override
        public void returnFromDetour() {
            throw new UnsupportedOperationException("Nothing leads to the save");
        }

        @Override
        public void startOver() {
            throw new UnsupportedOperationException("The save is not the end");
        }
    }

    /** Runs tasks at once, on the test's own thread. */
    private static final class ImmediateTasks implements Tasks {
        /** True to drop everything that is to run on the JavaFX thread later. */
        boolean dropsWindowActions;

        @Override
        public <T> Running start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            @Nullable
            T result;
            try {
                result = work.run();
            } catch (ProblemException e) {
                failed.accept(e.problem());
                return () -> {};
            } catch (LinkageError e) {
                failed.accept(new ServiceProblem(ServiceProblem.Reason.INTERNAL_FAULT, ChangeState.NOTHING,
                        Diagnostics.at(Instant.EPOCH)));
                return () -> {};
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            done.accept(result);
            return () -> {};
        }

        @Override
        public void onWindow(Runnable action) {
            if (!dropsWindowActions) {
                action.run();
            }
        }
    }
}
