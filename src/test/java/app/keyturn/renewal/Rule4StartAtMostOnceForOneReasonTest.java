package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.renewal.SyncJob.Quarantine;
import app.keyturn.renewal.SyncJob.QuarantineReason;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.ValueSource;

class Rule4StartAtMostOnceForOneReasonTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    /**
     * The whole table, by the rule's own words: status, schedule, quarantine reason (empty for none), whether Apple
     * refused the old token, and the answer.
     */
    static Stream<Arguments> everyJob() {
        List<Arguments> rows = new ArrayList<>();
        for (Status status : Status.values()) {
            for (Schedule schedule : Schedule.values()) {
                for (boolean refused : List.of(true, false)) {
                    rows.add(Arguments.of(status, schedule, Optional.empty(), refused,
                            expected(status, schedule, null, refused)));
                    for (QuarantineReason reason : QuarantineReason.values()) {
                        rows.add(Arguments.of(status, schedule, Optional.of(reason), refused,
                                expected(status, schedule, reason, refused)));
                    }
                }
            }
        }
        return rows.stream();
    }

    private static String expected(Status status, Schedule schedule,
            @Nullable QuarantineReason reason, boolean refused) {
        if (status == Status.NOT_CONFIGURED || status == Status.NOT_RUN) {
            return "SYNC-NEVER-RAN";
        }
        if ((status == Status.ACTIVE || status == Status.FIRST_CYCLE) && schedule == Schedule.ACTIVE) {
            return "nothing";
        }
        if (status == Status.UNKNOWN || status == Status.FIRST_CYCLE) {
            return "SYNC-STATE-UNKNOWN";
        }
        if (status == Status.PAUSED_FOR_ERRORS) {
            return "SYNC-QUARANTINED-OTHERWISE";
        }
        if (reason == QuarantineReason.TOO_MANY_DELETES) {
            return "SYNC-TOO-MANY-DELETES";
        }
        if (schedule == Schedule.UNKNOWN) {
            return "SYNC-STATE-UNKNOWN";
        }
        boolean badCredentials = reason == QuarantineReason.BAD_CREDENTIALS
                || (reason == QuarantineReason.UNNAMED_FAILURE && refused);
        boolean otherwise = status == Status.QUARANTINE ? !badCredentials : reason != null && !badCredentials;
        if (otherwise) {
            return "SYNC-QUARANTINED-OTHERWISE";
        }
        return status == Status.QUARANTINE && schedule == Schedule.ACTIVE ? "start" : "ask";
    }

    @ParameterizedTest
    @MethodSource("everyJob")
    void eachStateHasItsOneAnswer(Status status, Schedule schedule, Optional<QuarantineReason> reason,
            boolean refused, String expected) throws Exception {
        testOldToken(refused);
        job(status, schedule, reason.orElse(null));

        assertEquals(expected, answer(scene.renewed().syncRestart()));

        assertEquals(expected.equals("start") ? 1 : 0, microsoft.count(Kind.START));
    }

    @ParameterizedTest
    @MethodSource("everyJob")
    void switchingOnStartsOnlyWhatHadToBeAskedAbout(Status status, Schedule schedule,
            Optional<QuarantineReason> reason, boolean refused, String expected) throws Exception {
        testOldToken(refused);
        job(status, schedule, reason.orElse(null));
        Renewed renewed = scene.renewed();
        int before = microsoft.count(Kind.START);

        scene.renewal.resume(scene.plan(), renewed);

        assertEquals(expected.equals("ask") ? 1 : 0, microsoft.count(Kind.START) - before);
    }

    private static String answer(SyncRestartResult result) {
        return switch (result) {
            case SyncRestartResult.NotNeeded _ -> "nothing";
            case SyncRestartResult.Started _ -> "start";
            case SyncRestartResult.ConsentNeeded _ -> "ask";
            case SyncRestartResult.LeftAlone alone -> alone.problem().code().id();
        };
    }

    @Test
    void aStartThatWasNotSentSaysWhyAndNotThatItMayHaveArrived() {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.BAD_CREDENTIALS);
        microsoft.startAnswers.add(Answer.NOT_SENT);

        assertEquals("NET-TIMED-OUT", answer(scene.renewed().syncRestart()));
        assertEquals(1, microsoft.count(Kind.START));
    }

    @Test
    void anActiveJobIsNeverStarted() {
        assertInstanceOf(SyncRestartResult.NotNeeded.class, scene.renewed().syncRestart());

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void tooManyDeletesIsNeverStarted() {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.TOO_MANY_DELETES);

        scene.renewed();

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void theJobIsReadOnceMoreRightBeforeItIsStarted() {
        stoppedByToken();

        scene.renewed();

        assertEquals(List.of(Kind.TEST_SAVED, Kind.READ_JOB, Kind.START),
                microsoft.order().subList(microsoft.order().size() - 3, microsoft.order().size()));
    }

    @Test
    void aJobThatHasRecoveredMeanwhileIsNotStarted() {
        stoppedByToken();
        RenewalPlan plan = scene.plan();
        microsoft.on(Kind.READ_JOB, 1, () -> job(Status.ACTIVE, Schedule.ACTIVE, null));

        scene.renewal.run(plan, scene.token, (_, _) -> {});

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void nothingIsStartedBeforeTheSavedCredentialsPassed() {
        stoppedByToken();
        microsoft.on(Kind.PUT, 1, () -> microsoft.appleTokens.remove(RenewalScene.NEW));

        assertEquals("SAVED-TOKEN-REJECTED", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.START));
    }

    @ParameterizedTest
    @CsvSource({"LOST_AFTER, start", "LOST_BEFORE, SYNC-START-UNKNOWN", "REFUSED, ROLE-MISSING"})
    void aStartWithALostAnswerIsNotRepeatedAndTheJobIsRead(Answer answer, String expected) {
        stoppedByToken();
        microsoft.startAnswers.add(answer);

        assertEquals(expected, answer(scene.renewed().syncRestart()));

        assertEquals(List.of(Kind.READ_JOB, Kind.START, Kind.READ_JOB),
                microsoft.order().subList(microsoft.order().size() - 3, microsoft.order().size()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aStartThatWasRefusedIsCalledSoAndMayBeAskedForAgain(Problem refusal) throws Exception {
        stoppedByToken();
        microsoft.startAnswers.add(Answer.REFUSED);
        microsoft.startRefusal = refusal;
        Renewed renewed = scene.renewed();

        assertEquals(refusal.after(ChangeState.SAVED),
                assertInstanceOf(SyncRestartResult.LeftAlone.class, renewed.syncRestart()).problem());
        assertEquals(1, microsoft.count(Kind.START));

        assertInstanceOf(SyncRestartResult.Started.class, scene.renewal.resume(scene.plan(), renewed));
        assertEquals(2, microsoft.count(Kind.START));
    }

    static Stream<Problem> refusals() {
        Diagnostics details = Diagnostics.at(Instant.EPOCH);
        return Stream.concat(
                Stream.of(new Problem(ProblemCode.SIGNIN_EXPIRED, ChangeState.NOTHING, details)),
                Stream.of(ProblemCode.ROLE_MISSING, ProblemCode.APP_GONE,
                        ProblemCode.SERVICE_REFUSED, ProblemCode.SERVICE_BUSY)
                        .map(reason -> new Problem(reason, ChangeState.NOTHING, details)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aStartThatMicrosoftAsksToSendLaterIsSentAfterThatPauseAndALook(int times) {
        stoppedByToken();
        microsoft.pause = Optional.of(Duration.ofSeconds(20));
        microsoft.startAnswers.addAll(Collections.nCopies(times, Answer.BUSY));

        assertInstanceOf(SyncRestartResult.Started.class, scene.renewed().syncRestart());

        assertEquals(times + 1, microsoft.count(Kind.START));
        assertEquals(times + 1, microsoft.count(Kind.READ_JOB));
        assertEquals(Collections.nCopies(times, Duration.ofSeconds(20)), scene.time.throttlePauses);
    }

    @Test
    void aStartThatIsNoLongerNeededAfterThePauseIsNotSentAgain() {
        stoppedByToken();
        microsoft.pause = Optional.of(Duration.ofSeconds(20));
        microsoft.startAnswers.add(Answer.BUSY);
        microsoft.on(Kind.READ_JOB, 2, () -> job(Status.ACTIVE, Schedule.ACTIVE, null));

        assertInstanceOf(SyncRestartResult.NotNeeded.class, scene.renewed().syncRestart());

        assertEquals(1, microsoft.count(Kind.START));
    }

    @Test
    void aStartThatMicrosoftWantsMuchLaterOrAtNoSaidTimeIsLeftToTheUser() {
        for (Optional<Duration> pause : List.of(Optional.of(Duration.ofHours(1)), Optional.<Duration>empty())) {
            stoppedByToken();
            microsoft.pause = pause;
            microsoft.startAnswers.add(Answer.BUSY);
            int starts = microsoft.count(Kind.START);

            assertEquals("SERVICE-BUSY", answer(scene.renewed().syncRestart()));

            assertEquals(starts + 1, microsoft.count(Kind.START));
        }
    }

    @Test
    void aLostStartWhoseJobCannotBeReadEitherIsNotKnown() {
        stoppedByToken();
        microsoft.startAnswers.add(Answer.LOST_AFTER);
        microsoft.fail(Kind.READ_JOB, 2, RenewalScene.noNetwork());

        assertEquals("SYNC-START-UNKNOWN", answer(scene.renewed().syncRestart()));

        assertEquals(1, microsoft.count(Kind.START));
    }

    @ParameterizedTest
    @EnumSource(value = Schedule.class, names = {"PAUSED", "DISABLED"})
    void aJobThatWasSwitchedOffIsStartedOnceTheUserHasAgreed(Schedule schedule) throws Exception {
        job(Status.PAUSED, schedule, null);
        Renewed renewed = scene.renewed();

        assertInstanceOf(SyncRestartResult.Started.class, scene.renewal.resume(scene.plan(), renewed));

        assertEquals(1, microsoft.count(Kind.START));
    }

    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, names = {"NET_NO_NAME", "NET_REFUSED", "NET_INSPECTED",
            "NET_PROXY_PASSWORD", "ROLE_MISSING"})
    void aStartThatWasNotSentOrWasRefusedIsSaidSoEvenIfTheJobCannotBeRead(ProblemCode reason) {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.BAD_CREDENTIALS);
        microsoft.fail(Kind.START, 1, RenewalScene.problem(reason));
        microsoft.fail(Kind.READ_JOB, 2, RenewalScene.noNetwork());

        assertEquals(reason.id(), answer(scene.renewed().syncRestart()));

        assertEquals(1, microsoft.count(Kind.START));
    }

    @Test
    void aJobThatWasNotAskedAboutIsNotStartedWhateverBecameOfIt() throws Exception {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.TOO_MANY_DELETES);
        Renewed renewed = scene.renewed();
        job(Status.PAUSED, Schedule.DISABLED, null);

        assertEquals(renewed.syncRestart(), scene.renewal.resume(scene.plan(), renewed));

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void anAgreedJobThatRunsAgainByItselfIsNotStarted() throws Exception {
        job(Status.PAUSED, Schedule.DISABLED, null);
        Renewed renewed = scene.renewed();
        job(Status.ACTIVE, Schedule.ACTIVE, null);

        assertInstanceOf(SyncRestartResult.NotNeeded.class, scene.renewal.resume(scene.plan(), renewed));

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void anAgreedJobThatTooManyDeletesHasStoppedMeanwhileIsNotStarted() throws Exception {
        job(Status.PAUSED, Schedule.DISABLED, null);
        Renewed renewed = scene.renewed();
        job(Status.QUARANTINE, Schedule.DISABLED, QuarantineReason.TOO_MANY_DELETES);

        assertEquals("SYNC-TOO-MANY-DELETES", answer(scene.renewal.resume(scene.plan(), renewed)));

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void anAgreedJobIsNotStartedBlindly() {
        job(Status.PAUSED, Schedule.DISABLED, null);
        Renewed renewed = scene.renewed();
        microsoft.fail(Kind.READ_JOB, 2, RenewalScene.noNetwork());

        assertThrows(ProblemException.class, () -> scene.renewal.resume(scene.plan(), renewed));

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void aLookThatDidNotComeOffCanBeMadeUpFor() throws Exception {
        stoppedByToken();
        microsoft.fail(Kind.READ_JOB, 1, RenewalScene.noNetwork());
        Renewed renewed = scene.renewed();
        assertInstanceOf(SyncRestartResult.LeftAlone.class, renewed.syncRestart());

        assertInstanceOf(SyncRestartResult.Started.class, scene.renewal.resume(scene.plan(), renewed));

        assertEquals(1, microsoft.count(Kind.START));
    }

    @Test
    void aStartThatWasInterruptedIsNotSentAgain() throws Exception {
        stoppedByToken();
        microsoft.on(Kind.START, 1, () -> {
            throw new InterruptedException();
        });
        Renewed renewed = scene.renewed();

        SyncRestartResult again = scene.renewal.resume(scene.plan(), renewed);

        assertEquals("SYNC-START-UNKNOWN",
                assertInstanceOf(SyncRestartResult.LeftAlone.class, again).problem().code().id());
        assertEquals(1, microsoft.count(Kind.START));
    }

    @Test
    void aFailureWithoutANameIsLeftAloneIfNobodyTestedTheOldToken() {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.UNNAMED_FAILURE);

        assertEquals("SYNC-QUARANTINED-OTHERWISE", answer(scene.renewed().syncRestart()));

        assertEquals(0, microsoft.count(Kind.START));
    }

    @Test
    void aLostStartIsSeenToHaveArrivedWhenTheFirstCycleRuns() {
        stoppedByToken();
        microsoft.startAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ_JOB, 2, () -> job(Status.FIRST_CYCLE, Schedule.ACTIVE, null));

        assertEquals("start", answer(scene.renewed().syncRestart()));

        assertEquals(1, microsoft.count(Kind.START));
    }

    private void testOldToken(boolean refused) throws ProblemException, InterruptedException {
        if (refused) {
            scene.expireOldToken();
        } else {
            scene.keepOldTokenValid();
        }
    }

    private void stoppedByToken() {
        job(Status.QUARANTINE, Schedule.ACTIVE, QuarantineReason.BAD_CREDENTIALS);
    }

    private void job(Status status, Schedule schedule, @Nullable QuarantineReason reason) {
        microsoft.job = new SyncJob(microsoft.job.id(), status, schedule,
                Optional.ofNullable(reason).map(it -> new Quarantine(it, Optional.empty())), Optional.empty(),
                Optional.empty());
    }
}
