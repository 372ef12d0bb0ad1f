package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.renewal.SyncJob.Execution;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rule8ProofOfASyncIsANewCycleTest {
    /** The save's {@code Date} header has whole seconds, so the save was some time in this second. */
    private static final SaveProof SAVED = new SaveProof.ByResponse(Instant.parse("2026-03-02T09:00:00Z"),
            Optional.empty());

    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;
    private final SyncWatch watch = new SyncWatch(microsoft, Limits.STANDARD, scene.time);

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:00:01Z, Seen", "2026-03-02T09:40:00Z, Seen", "2026-03-02T09:00:00.999Z, NotYet",
            "2026-03-02T09:00:00.001Z, NotYet", "2026-03-02T09:00:00Z, NotYet", "2026-03-02T08:59:59.999Z, NotYet",
            "2025-03-02T09:00:01Z, NotYet"})
    void onlyACycleThatBeganAfterTheSecondOfTheSaveCounts(Instant began, String expected) {
        assertEquals(expected, judge(began, Result.SUCCEEDED));
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, Seen", "ENTRY_LEVEL_ERRORS, Seen", "FAILED, Failed", "UNKNOWN, NotYet"})
    void howTheCycleEndedDecides(Result result, String expected) {
        assertEquals(expected, judge(Instant.parse("2026-03-02T09:05:00Z"), result));
    }

    @ParameterizedTest
    @EnumSource
    void aCycleThatStillRunsDoesNotCount(Result result) {
        Execution running = new Execution(Instant.parse("2026-03-02T09:05:00Z"), Optional.empty(), result);

        assertInstanceOf(SyncProof.NotYet.class, SyncProof.of(job(running), SAVED));
    }

    @Test
    void anOldFailureIsNoNews() {
        assertEquals("NotYet", judge(Instant.parse("2026-03-02T08:20:00Z"), Result.FAILED));
    }

    @Test
    void aJobThatNeverRanProvesNothing() {
        assertInstanceOf(SyncProof.NotYet.class, SyncProof.of(microsoft.job, SAVED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T09:00:00.25Z", "2026-03-02T09:00:00.75Z"})
    void aProofWithAFractionOfASecondIsReadAsItsWholeSecond(Instant at) {
        SaveProof proof = new SaveProof.ByTest(at, Optional.empty());
        Execution sameSecond = ended(Instant.parse("2026-03-02T09:00:00.9Z"), Result.SUCCEEDED);
        Execution nextSecond = ended(Instant.parse("2026-03-02T09:00:01Z"), Result.SUCCEEDED);

        assertInstanceOf(SyncProof.NotYet.class, SyncProof.of(job(sameSecond), proof));
        assertInstanceOf(SyncProof.Seen.class, SyncProof.of(job(nextSecond), proof));
    }

    @Test
    void theProofOfARenewalIsMicrosoftsOwnClock() {
        scene.renewed();

        assertEquals(new SaveTime.Dated(Instant.parse("2026-03-02T09:00:00Z")), scene.renewed().proof().time());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T08:20:00Z, NotYet", "2026-03-02T08:20:00.001Z, Seen", "2026-03-02T08:19:59Z, NotYet",
            "2027-01-01T00:00:00Z, Seen", "2020-01-01T00:00:00Z, NotYet"})
    void withoutADateOfMicrosoftsTheJobsOwnTimesTellWhatIsNew(Instant began, String expected) {
        SaveTime time = new SaveTime.Undated(Optional.of(Instant.parse("2026-03-02T08:20:00Z")));
        for (SaveProof proof : List.of(new SaveProof.ByResponse(time, Optional.empty()),
                new SaveProof.ByTest(time, Optional.empty()))) {
            assertEquals(expected,
                    SyncProof.of(job(ended(began, Result.SUCCEEDED)), proof).getClass().getSimpleName());
        }
    }

    @Test
    void withoutADateAJobThatHadNeverRunProvesTheSaveByItsFirstCycle() {
        SaveProof proof = new SaveProof.ByResponse(new SaveTime.Undated(Optional.empty()), Optional.empty());

        assertInstanceOf(SyncProof.NotYet.class, SyncProof.of(microsoft.job, proof));
        assertInstanceOf(SyncProof.Seen.class,
                SyncProof.of(job(ended(Instant.parse("2026-03-02T09:05:00Z"), Result.SUCCEEDED)), proof));
    }

    @Test
    void aSaveWithoutADateIsDatedByTheTestAfterIt() {
        microsoft.undated.add(Kind.PUT);
        microsoft.on(Kind.TEST_SAVED, 1, () -> scene.time.advance(Duration.ofSeconds(7)));

        assertEquals(new SaveTime.Dated(Instant.parse("2026-03-02T09:00:07Z")), scene.renewed().proof().time());
    }

    /** A cycle may have run between the sign-in and the save, with the old token. */
    @Test
    void ifNothingIsDatedTheJobIsReadRightBeforeTheSave() {
        microsoft.undated.addAll(EnumSet.allOf(Kind.class));
        Instant old = Instant.parse("2026-03-02T08:59:00Z");
        RenewalPlan plan = scene.plan();
        microsoft.on(Kind.TEST, 1, () -> cycle(old, Result.SUCCEEDED));

        Renewed renewed = assertInstanceOf(Renewed.class, scene.renewal.run(plan, scene.token, (_, _) -> {}));

        assertEquals(new SaveTime.Undated(Optional.of(old)), renewed.proof().time());
        assertInstanceOf(SyncProof.NotYet.class, SyncProof.of(microsoft.job, renewed.proof()));
    }

    @Test
    void aJobThatCannotBeReadBeforeTheSaveDoesNotStopIt() {
        microsoft.undated.addAll(EnumSet.allOf(Kind.class));
        Instant old = Instant.parse("2026-03-02T08:20:00Z");
        cycle(old, Result.SUCCEEDED);
        microsoft.fail(Kind.READ_JOB, 1, RenewalScene.noNetwork());

        assertEquals(new SaveTime.Undated(Optional.of(old)), scene.renewed().proof().time());
    }

    @Test
    void theJobIsNotReadBeforeASaveThatWillBeDated() {
        scene.renewed();

        assertEquals(1, microsoft.count(Kind.READ_JOB));
    }

    @Test
    void theWatchEndsWithTheFirstCycleThatEndedWell() throws Exception {
        microsoft.on(Kind.READ_JOB, 5, () -> cycle(Instant.parse("2026-03-02T09:00:30Z"), Result.SUCCEEDED));
        List<SyncJob> seen = new ArrayList<>();

        assertInstanceOf(SyncProof.Seen.class, watch.watch(scene.plan(), SAVED, seen::add));

        assertEquals(5, microsoft.count(Kind.READ_JOB));
        assertEquals(5, seen.size());
    }

    @Test
    void theWatchGoesOnAfterACycleThatFailed() throws Exception {
        microsoft.on(Kind.READ_JOB, 2, () -> cycle(Instant.parse("2026-03-02T09:00:10Z"), Result.FAILED));
        microsoft.on(Kind.READ_JOB, 4, () -> cycle(Instant.parse("2026-03-02T09:00:40Z"), Result.SUCCEEDED));

        assertInstanceOf(SyncProof.Seen.class, watch.watch(scene.plan(), SAVED, _ -> {}));
    }

    @Test
    void theWatchGoesOnAfterANetworkFault() throws Exception {
        microsoft.fail(Kind.READ_JOB, 1, RenewalScene.noNetwork());
        microsoft.on(Kind.READ_JOB, 2, () -> cycle(Instant.parse("2026-03-02T09:00:10Z"), Result.SUCCEEDED));

        assertInstanceOf(SyncProof.Seen.class, watch.watch(scene.plan(), SAVED, _ -> {}));
    }

    @Test
    void theWatchEndsWhenItsTimeIsUp() throws Exception {
        Instant end = scene.time.now().plus(Limits.STANDARD.watch());

        assertInstanceOf(SyncProof.NotYet.class, watch.watch(scene.plan(), SAVED, _ -> {}));

        assertEquals(end, scene.time.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T08:00:00Z", "2026-03-02T09:59:00Z", "2027-03-02T09:00:00Z",
            "1970-01-01T00:00:00Z"})
    void aClockThatIsSetNeitherEndsTheWatchNorProlongsIt(Instant set) throws Exception {
        microsoft.on(Kind.READ_JOB, 3, () -> scene.time.set(set));
        Duration end = scene.time.uptime().plus(Limits.STANDARD.watch());

        assertInstanceOf(SyncProof.NotYet.class, watch.watch(scene.plan(), SAVED, _ -> {}));

        assertEquals(end, scene.time.uptime());
    }

    @Test
    void aComputerThatSleptLooksAgainForAsLongAsWasLeft() throws Exception {
        microsoft.on(Kind.READ_JOB, 3, () -> scene.time.advance(Duration.ofHours(9)));

        assertInstanceOf(SyncProof.NotYet.class, watch.watch(scene.plan(), SAVED, _ -> {}));

        long looks = Limits.STANDARD.watch().dividedBy(Limits.STANDARD.watchPause()) + 1;
        assertEquals(looks, microsoft.count(Kind.READ_JOB));
    }

    @Test
    void theWatchTellsThatTheLastCycleFailed() throws Exception {
        cycle(Instant.parse("2026-03-02T09:00:10Z"), Result.FAILED);

        assertInstanceOf(SyncProof.Failed.class, watch.watch(scene.plan(), SAVED, _ -> {}));
    }

    @Test
    void theWatchEndsWithASignInThatRanOut() {
        microsoft.fail(Kind.READ_JOB, 3,
                new Problem(ProblemCode.SIGNIN_EXPIRED, ChangeState.NOTHING,
                        Diagnostics.at(Instant.EPOCH)));

        assertThrows(ProblemException.class, () -> watch.watch(scene.plan(), SAVED, _ -> {}));

        assertEquals(3, microsoft.count(Kind.READ_JOB));
    }

    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, names = {"ROLE_MISSING", "APP_GONE", "NET_INSPECTED",
            "NET_PROXY_PASSWORD", "CLOCK_WRONG"})
    void whatDoesNotGoAwayByItselfIsReportedAtOnce(ProblemCode reason) {
        microsoft.fail(Kind.READ_JOB, 1, RenewalScene.problem(reason));
        assertThrows(ProblemException.class, () -> watch.watch(scene.plan(), SAVED, _ -> {}));
        assertEquals(1, microsoft.count(Kind.READ_JOB));
    }

    @Test
    void theWatchOnlyReads() throws Exception {
        microsoft.job = new SyncJob("scim", Status.QUARANTINE, Schedule.ACTIVE,
                Optional.of(new SyncJob.Quarantine(SyncJob.QuarantineReason.BAD_CREDENTIALS, Optional.empty())),
                Optional.empty(), Optional.empty());

        watch.watch(scene.plan(), SAVED, _ -> {});

        assertEquals(microsoft.calls().size(), microsoft.count(Kind.READ_JOB));
    }

    private static String judge(Instant began, Result result) {
        return SyncProof.of(job(ended(began, result)), SAVED).getClass().getSimpleName();
    }

    private void cycle(Instant began, Result result) {
        microsoft.job = job(ended(began, result));
    }

    private static Execution ended(Instant began, Result result) {
        return new Execution(began, Optional.of(began.plusSeconds(5)), result);
    }

    private static SyncJob job(Execution cycle) {
        return new SyncJob("scim", Status.ACTIVE, Schedule.ACTIVE, Optional.empty(), Optional.of(cycle),
                Optional.empty());
    }
}
