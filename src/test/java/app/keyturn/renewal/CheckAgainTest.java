package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.NotChecked;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a proven save, trouble of the check never leads to a second save. */
class CheckAgainTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    static Stream<Problem> problems() {
        return Stream.of(ProblemCode.values())
                .filter(code -> code.changed() != ChangeState.NOT_KNOWN)
                .map(AllProblems::of);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whateverStopsTheCheckTheNextOneOnlyLooksAndTests(Problem problem) {
        microsoft.fail(Kind.TEST_SAVED, 1, problem);
        NotChecked first = scene.notChecked();
        assertEquals(ChangeState.SAVED, first.problem().changed());
        int calls = microsoft.calls().size();

        assertInstanceOf(Renewed.class, scene.checkAgain(first));

        assertEquals(List.of(Kind.READ, Kind.TEST_SAVED, Kind.READ_JOB),
                microsoft.order().subList(calls, microsoft.calls().size()));
    }

    @Test
    void tryingAgainAfterASaveIsCheckingAgain() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.problem(ProblemCode.SERVICE_DOWN));

        assertEquals(Action.CHECK_AGAIN, scene.notChecked().problem().action());
    }

    @Test
    void theCheckGoesOnToTheSync() throws Exception {
        scene.expireOldToken();
        microsoft.job = new SyncJob("scim", SyncJob.Status.QUARANTINE, SyncJob.Schedule.ACTIVE,
                Optional.of(new SyncJob.Quarantine(SyncJob.QuarantineReason.BAD_CREDENTIALS, Optional.empty())),
                Optional.empty(), Optional.empty());
        microsoft.fail(Kind.READ, 2, RenewalScene.noNetwork());
        NotChecked first = scene.notChecked();
        assertEquals(0, microsoft.count(Kind.START));

        Renewed renewed = assertInstanceOf(Renewed.class, scene.checkAgain(first));

        assertInstanceOf(SyncRestartResult.Started.class, renewed.syncRestart());
        assertEquals(1, microsoft.count(Kind.START));
        assertEquals(List.of("CHECK RUNNING", "CHECK DONE", "RESUME RUNNING", "RESUME DONE"), scene.steps);
    }

    @Test
    void theProofIsThatOfTheSave() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.noNetwork());
        SaveTime saved = new SaveTime.Dated(microsoft.date());
        NotChecked first = scene.notChecked();
        scene.time.advance(Duration.ofHours(2));

        Renewed renewed = assertInstanceOf(Renewed.class, scene.checkAgain(first));

        assertEquals(saved, renewed.proof().time());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 120, 170})
    void aTokenThatTakesEffectLateIsWaitedFor(int seconds) throws Exception {
        scene.expireOldToken();
        microsoft.effectiveAfter = Duration.ofSeconds(seconds);
        List<Instant> waited = new ArrayList<>();

        assertInstanceOf(Renewed.class, scene.renewal.run(scene.plan(), scene.token, new StepListener() {
            @Override
            public void step(Step step, StepState state) {}

            @Override
            public void waitingForEffect(Instant until) {
                waited.add(until);
            }
        }));

        assertEquals(1, microsoft.count(Kind.PUT));
        assertFalse(waited.isEmpty());
        assertTrue(microsoft.count(Kind.TEST_SAVED) < 20);
    }

    @Test
    void aTokenThatTakesEffectMuchLaterIsFoundByCheckingAgain() throws Exception {
        scene.expireOldToken();
        microsoft.effectiveAfter = Duration.ofMinutes(10);
        NotChecked first = scene.notChecked();
        assertEquals("SAVED-TOKEN-REJECTED", first.problem().code().id());
        scene.time.advance(Duration.ofMinutes(10));

        assertInstanceOf(Renewed.class, scene.checkAgain(first));

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void waitingForTheTokenCanBeStoppedAndFoundLater() throws Exception {
        scene.expireOldToken();
        microsoft.effectiveAfter = Duration.ofMinutes(1);
        microsoft.on(Kind.TEST_SAVED, 2, () -> {
            throw new InterruptedException();
        });
        NotChecked first = scene.notChecked();
        assertEquals("STOPPED", first.problem().code().id());
        scene.time.advance(Duration.ofMinutes(1));

        assertInstanceOf(Renewed.class, scene.checkAgain(first));
    }

    @Test
    void settingsThatAreStillLostAreNamedAgainAndNotSentAgain() {
        microsoft.lostKeys.add("SyncAll");
        microsoft.losses = 2;
        NotChecked first = scene.notChecked();
        assertEquals(List.of("SyncAll"), first.problem().keys());
        int saves = microsoft.count(Kind.PUT);

        NotChecked second = assertInstanceOf(NotChecked.class, scene.checkAgain(first));
        assertEquals(List.of("SyncAll"), second.problem().keys());
        microsoft.setByOthers("SyncAll", "false");

        assertInstanceOf(Renewed.class, scene.checkAgain(second));
        assertEquals(saves, microsoft.count(Kind.PUT));
    }

    @Test
    void aTokenThatHasDisappearedIsNoLongerSaved() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.noNetwork());
        NotChecked first = scene.notChecked();
        microsoft.removeByOthers("SecretToken");

        Failed failed = assertInstanceOf(Failed.class, scene.checkAgain(first));

        assertEquals(ChangeState.NOT_KNOWN, failed.problem().changed());
    }

    @Test
    void revokingIsNotOfferedBeforeTheCheckHasPassed() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.noNetwork());

        assertFalse(RevocationRule.mayBeRevoked(scene.notChecked(), new SyncProof.NotYet(), true));
    }

    @Test
    void aClockThatIsSetMeanwhileDoesNotEndTheWaiting() throws Exception {
        scene.expireOldToken();
        microsoft.effectiveAfter = Duration.ofMinutes(1);
        microsoft.on(Kind.TEST_SAVED, 2, () -> scene.time.set(scene.time.now().plus(Duration.ofHours(5))));

        scene.renewed();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_DOWN", "ROLE_MISSING", "NET_STRANGE_ANSWER", "NET_TIMED_OUT", "SERVICE_REFUSED"})
    void aBaselineThatCannotBeHadStopsNothing(ProblemCode code) throws Exception {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.problem(code));

        Baseline baseline = scene.renewal.baseline(scene.app(), microsoft.job);

        assertEquals(code, assertInstanceOf(Baseline.Unavailable.class, baseline).problem().code());
        scene.before = Optional.of(baseline);
        scene.renewed();
    }
}
