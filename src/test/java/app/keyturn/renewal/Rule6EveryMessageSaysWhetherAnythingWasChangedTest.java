package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.renewal.ProblemCode.Group;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Rule6EveryMessageSaysWhetherAnythingWasChangedTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    /** The moments of a renewal at which a call can fail, and what is true then. */
    enum Moment {
        TEST(Kind.TEST, 1, Step.TEST, ChangeState.NOTHING), READ_BEFORE_THE_SAVE(Kind.READ, 1, Step.SAVE,
                ChangeState.NOTHING), LOOK_AFTER_A_LOST_SAVE(Kind.READ, 2, Step.SAVE,
                        ChangeState.NOT_KNOWN), READ_AFTER_THE_SAVE(Kind.READ, 2, Step.CHECK,
                                ChangeState.SAVED), TEST_AFTER_THE_SAVE(Kind.TEST_SAVED, 1, Step.CHECK,
                                        ChangeState.SAVED), JOB_AFTER_THE_SAVE(Kind.READ_JOB, 1, Step.RESUME,
                                                ChangeState.SAVED);

        private final Kind kind;
        private final int nth;
        private final Step step;
        private final ChangeState changed;

        Moment(Kind kind, int nth, Step step, ChangeState changed) {
            this.kind = kind;
            this.nth = nth;
            this.step = step;
            this.changed = changed;
        }
    }

    /** Every problem a call to Microsoft can end with. */
    static Stream<Problem> problemsOfCalls() {
        return Stream.of(Group.SERVICE, Group.SIGN_IN, Group.APP).flatMap(AllProblems::codes).map(AllProblems::of);
    }

    /** Every problem there is. */
    static Stream<Problem> problems() {
        return AllProblems.all();
    }

    static Stream<Arguments> problemsAtMoments() {
        return Arrays.stream(Moment.values())
                .flatMap(moment -> problemsOfCalls().map(problem -> Arguments.of(moment, problem)));
    }

    @ParameterizedTest
    @MethodSource("problemsAtMoments")
    void theMomentDecidesWhatAProblemSays(Moment moment, Problem problem) {
        if (moment == Moment.LOOK_AFTER_A_LOST_SAVE) {
            microsoft.putAnswers.add(Answer.LOST_AFTER);
        }
        microsoft.fail(moment.kind, moment.nth, problem);
        if (moment.kind == Kind.TEST) {
            // A setting that Microsoft cannot parse has the token tested once more.
            microsoft.fail(moment.kind, moment.nth + 1, problem);
        }

        assertEquals(moment.changed, problemAt(moment.step).changed());
    }

    @ParameterizedTest
    @EnumSource
    void theMomentDecidesWhatAnInterruptSays(Moment moment) {
        if (moment == Moment.LOOK_AFTER_A_LOST_SAVE) {
            microsoft.putAnswers.add(Answer.LOST_AFTER);
        }
        microsoft.on(moment.kind, moment.nth, () -> {
            throw new InterruptedException();
        });

        Problem problem = problemAt(moment.step);
        boolean stillInterrupted = Thread.interrupted();

        assertEquals(moment.changed, problem.changed());
        assertEquals(moment.changed == ChangeState.NOT_KNOWN ? "SAVE-UNKNOWN" : "STOPPED", problem.code().id());
        assertEquals(moment.changed == ChangeState.NOT_KNOWN, stillInterrupted);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 1, NOTHING", "READ, 1, NOTHING", "PUT, 1, NOT_KNOWN", "READ, 2, SAVED", "READ_JOB, 1, SAVED"})
    void aFaultOfOurOwnSaysItToo(Kind kind, int nth, ChangeState changed) {
        microsoft.on(kind, nth, () -> {
            throw new IllegalStateException("a bug that knows " + RenewalScene.NEW);
        });

        Problem problem = scene.failed().problem();

        assertEquals("INTERNAL-FAULT", problem.code().id());
        assertEquals(changed, problem.changed());
        assertEquals(Optional.of("IllegalStateException"), problem.details().errorCode());
    }

    @Test
    void aNetworkFaultDuringTheTestSaysNothingWasChanged() {
        microsoft.fail(Kind.TEST, 1, RenewalScene.noNetwork());

        assertEquals(ChangeState.NOTHING, scene.failed().problem().changed());
    }

    @Test
    void aNetworkFaultDuringTheSaveSaysItIsNotKnown() {
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.fail(Kind.READ, 2, RenewalScene.noNetwork());

        assertEquals(ChangeState.NOT_KNOWN, scene.failed().problem().changed());
    }

    @Test
    void aNetworkFaultDuringTheCheckSaysSaved() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.noNetwork());

        assertEquals(ChangeState.SAVED, scene.failed().problem().changed());
    }

    @ParameterizedTest
    @MethodSource("problemsOfCalls")
    void aRefusedSaveSaysNothingWasChanged(Problem refusal) {
        microsoft.putAnswers.add(Answer.REFUSED);
        microsoft.refusal = refusal;

        assertEquals(ChangeState.NOTHING, scene.failed().problem().changed());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedSaveSaysWhatTheAttemptsBeforeItHaveChanged(ChangeState earlierChange) {
        scene.earlierChange = earlierChange;
        microsoft.putAnswers.add(Answer.REFUSED);
        microsoft.refusal = new Problem(ProblemCode.SAVE_REFUSED, Diagnostics.at(Instant.EPOCH));

        assertEquals(earlierChange, scene.failed().problem().changed());
    }

    @Test
    void aRejectedTokenSaysNothingWasChanged() {
        microsoft.appleTokens.remove(RenewalScene.NEW);

        assertEquals(ChangeState.NOTHING, scene.failed().problem().changed());
    }

    @Test
    void aTokenThatIsRejectedOnlyOnceSavedSaysSavedAndHasACodeOfItsOwn() {
        microsoft.on(Kind.PUT, 1, () -> microsoft.appleTokens.remove(RenewalScene.NEW));

        Problem problem = scene.failed().problem();

        assertEquals(ChangeState.SAVED, problem.changed());
        assertEquals("SAVED-TOKEN-REJECTED", problem.code().id());
    }

    @Test
    void lostSettingsSaySaved() {
        microsoft.lostKeys.add("SyncAll");
        microsoft.losses = 2;

        assertEquals(ChangeState.SAVED, scene.failed().problem().changed());
    }

    @Test
    void aSyncThatIsLeftAloneSaysSaved() {
        for (Answer answer : List.of(Answer.LOST_BEFORE, Answer.REFUSED)) {
            microsoft.job = job(Status.QUARANTINE, Schedule.ACTIVE, SyncJob.QuarantineReason.BAD_CREDENTIALS);
            microsoft.startAnswers.add(answer);

            assertEquals(ChangeState.SAVED,
                    ((SyncRestartResult.LeftAlone) scene.renewed().syncRestart()).problem().changed());
        }
    }

    @Test
    void aJobThatCannotBeReadForSwitchingOnSaysSaved() {
        microsoft.job = job(Status.PAUSED, Schedule.DISABLED, null);
        Renewed renewed = scene.renewed();
        microsoft.fail(Kind.READ_JOB, 2, RenewalScene.noNetwork());

        ProblemException thrown = assertThrows(ProblemException.class,
                () -> scene.renewal.resume(scene.plan(), renewed));

        assertEquals(ChangeState.SAVED, thrown.problem().changed());
    }

    @Test
    void aWatchThatEndsInAProblemSaysSaved() {
        SaveProof proof = scene.renewed().proof();
        microsoft.fail(Kind.READ_JOB, 2,
                new Problem(ProblemCode.SIGNIN_EXPIRED, ChangeState.NOTHING,
                        Diagnostics.at(Instant.EPOCH)));
        SyncWatch watch = new SyncWatch(microsoft, Limits.STANDARD, scene.time);

        ProblemException thrown = assertThrows(ProblemException.class,
                () -> watch.watch(scene.plan(), proof, _ -> {}));

        assertEquals(ChangeState.SAVED, thrown.problem().changed());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noProblemMetAfterASaveSaysThatNothingWasChanged(Problem problem) {
        boolean saysItself = problem.code().group() == Group.SAVE && problem.changed() != ChangeState.NOTHING;

        assertEquals(saysItself ? problem.changed() : ChangeState.SAVED, problem.after(ChangeState.SAVED).changed());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void codesAreReadableAndActionsKnown(Problem problem) {
        assertEquals(problem.code().id(), problem.code().id().replaceAll("[^A-Z0-9-]", ""));
        assertNotEquals(null, problem.action());
    }

    @Test
    void noTwoProblemsShareACode() {
        List<String> codes = new ArrayList<>(problems().map(problem -> problem.code().id()).toList());

        assertEquals(codes.stream().distinct().toList(), codes);
    }

    private static SyncJob job(Status status, Schedule schedule,
            SyncJob.@Nullable QuarantineReason reason) {
        return new SyncJob("scim.1a43.2b5c", status, schedule,
                Optional.ofNullable(reason).map(it -> new SyncJob.Quarantine(it, Optional.empty())), Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAttemptBeforeHasChangedIsNotForgotten(ChangeState earlierChange) {
        scene.earlierChange = earlierChange;
        microsoft.fail(Kind.TEST, 1, RenewalScene.noNetwork());

        assertEquals(earlierChange, scene.failed().problem().changed());
    }

    @Test
    void aNewTokenThatFailsAfterAnEarlierSaveIsStillTheNewToken() {
        scene.earlierChange = ChangeState.SAVED;
        microsoft.appleTokens.remove(RenewalScene.NEW);

        assertEquals("TOKEN-REJECTED", scene.failed().problem().code().id());
    }

    /**
     * The problem a renewal ended with in a step. Once the saved token has passed, a problem does not undo the green.
     */
    private Problem problemAt(Step step) {
        if (step == Step.RESUME) {
            Renewed renewed = scene.renewed();
            return assertInstanceOf(SyncRestartResult.LeftAlone.class, renewed.syncRestart()).problem();
        }
        Failed failed = scene.failed();
        assertEquals(step, failed.step());
        return failed.problem();
    }
}
