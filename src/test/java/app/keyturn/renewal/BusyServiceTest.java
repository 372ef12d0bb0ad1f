package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A renewal while Microsoft is busy, or takes too long. */
class BusyServiceTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @Test
    void aSaveThatMicrosoftIsTooBusyForIsSentAgainAfterThePauseItAsksFor() {
        microsoft.putAnswers.addAll(List.of(Answer.BUSY, Answer.BUSY));
        microsoft.pause = Optional.of(Duration.ofSeconds(40));

        scene.renewed();

        assertEquals(3, microsoft.count(Kind.PUT));
        assertEquals(1, microsoft.count(Kind.TEST));
        assertEquals(List.of(Duration.ofSeconds(40), Duration.ofSeconds(40)), scene.time.throttlePauses);
    }

    @Test
    void beforeItIsSentAgainTheSettingsAreReadAgain() {
        microsoft.putAnswers.add(Answer.BUSY);

        scene.renewed();

        assertEquals(List.of(Kind.PUT, Kind.READ, Kind.PUT),
                microsoft.order()
                        .subList(microsoft.order().indexOf(Kind.PUT),
                                microsoft.order().lastIndexOf(Kind.PUT) + 1));
    }

    @Test
    void aColleaguesChangeDuringThePauseIsNotOverwritten() {
        microsoft.putAnswers.add(Answer.BUSY);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("SyncAll", "true"));

        Problem problem = scene.failed().problem();

        assertEquals("SAVE-SETTINGS-MOVING", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aSaveThatMicrosoftStaysTooBusyForHasChangedNothing() {
        microsoft.putAnswers.addAll(Collections.nCopies(20, Answer.BUSY));
        microsoft.pause = Optional.of(Duration.ofSeconds(60));

        Problem problem = scene.failed().problem();

        assertEquals("SERVICE-BUSY", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(4, microsoft.count(Kind.PUT));
        assertEquals(RenewalScene.OLD, microsoft.stored().get("SecretToken"));
    }

    @Test
    void stoppedInSuchAPauseNothingHasChanged() {
        microsoft.putAnswers.addAll(List.of(Answer.BUSY, Answer.BUSY));
        microsoft.on(Kind.READ, 2, () -> {
            throw new InterruptedException();
        });

        Problem problem = scene.failed().problem();

        assertEquals("STOPPED", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void pausesGrowIfMicrosoftDoesNotSayHowLong() {
        microsoft.putAnswers.addAll(Collections.nCopies(3, Answer.BUSY));

        scene.renewed();

        assertEquals(List.of(1L, 2L, 4L), scene.time.throttlePauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aBusyAnswerAfterALostOneIsWaitedForToo() {
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.BUSY));

        scene.renewed();

        assertEquals(3, microsoft.count(Kind.PUT));
    }

    @Test
    void aLostAnswerStaysUnknownHoweverTheOnesAfterItAreRefused() {
        microsoft.putAnswers.add(Answer.LOST_AFTER);
        microsoft.putAnswers.addAll(Collections.nCopies(20, Answer.BUSY));

        assertEquals("SAVE-UNKNOWN", scene.failed().problem().code().id());
    }

    @Test
    void whatIsBusyForLongerThanAStepMayTakeIsNotWaitedFor() {
        microsoft.pause = Optional.of(Duration.ofSeconds(1));
        microsoft.putAnswers.addAll(Collections.nCopies(20, Answer.BUSY));
        for (int put = 1; put <= 20; put++) {
            microsoft.on(Kind.PUT, put, () -> scene.time.pause(Duration.ofMinutes(2)));
        }

        assertEquals("SERVICE-BUSY", scene.failed().problem().code().id());
        assertEquals(3, microsoft.count(Kind.PUT));
    }

    @Test
    void aStopRightBeforeTheTokenIsSentIsRespected() {
        microsoft.on(Kind.READ, 1, () -> Thread.currentThread().interrupt());

        Problem problem = scene.failed().problem();

        assertEquals("STOPPED", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void theListenerGetsTheBeginningAndTheEndOfSending() {
        List<String> told = new ArrayList<>();
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        scene.renewal.run(scene.plan(), scene.token, new StepListener() {
            @Override
            public void step(Step step, StepState state) {
                told.add(step + " " + state);
            }

            @Override
            public void writing(boolean onItsWay) {
                told.add("writing " + onItsWay + " " + microsoft.count(Kind.PUT));
            }
        });

        assertEquals(List.of("SAVE RUNNING", "writing true 0", "writing false 1", "writing true 1", "writing false 2",
                "SAVE DONE"), told.subList(told.indexOf("SAVE RUNNING"), told.indexOf("SAVE DONE") + 1));
    }

    @Test
    void aStepThatTakesTooLongIsEndedAndSaysSo() {
        microsoft.on(Kind.TEST, 1, this::theTimeForTheStepIsUp);

        Problem problem = scene.failed().problem();

        assertEquals("NET-TIMED-OUT", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void aCheckThatTakesTooLongSaysThatTheTokenIsSaved() {
        microsoft.on(Kind.TEST_SAVED, 1, this::theTimeForTheStepIsUp);

        Problem problem = scene.failed().problem();

        assertEquals("NET-TIMED-OUT", problem.code().id());
        assertEquals(ChangeState.SAVED, problem.changed());
    }

    @Test
    void theTimeOfAStepDoesNotRunWhileTheTokenIsOnItsWay() {
        microsoft.on(Kind.PUT, 1, () -> scene.time.advance(Limits.STANDARD.step()));

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.PUT));
    }

    @Test
    void aClockThatIsSetDuringAStepEndsItNeitherEarlyNorLate() {
        microsoft.on(Kind.TEST, 1, () -> scene.time.set(scene.time.now().plus(Duration.ofDays(400))));
        microsoft.on(Kind.TEST_SAVED, 1, () -> scene.time.set(scene.time.now().minus(Duration.ofDays(800))));

        scene.renewed();
    }

    /** Behaves like an interrupted call. */
    private void theTimeForTheStepIsUp() throws InterruptedException {
        scene.time.advance(Limits.STANDARD.step());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
