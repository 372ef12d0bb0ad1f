package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.SyncJob.Execution;
import app.keyturn.renewal.SyncJob.Result;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.FakeProvisioning.Writes;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rule5TruthAboutTheSaveTest {
    private static final SyncProof SYNC_SEEN = new SyncProof.Seen(
            new Execution(Instant.EPOCH, Optional.of(Instant.EPOCH), Result.SUCCEEDED));

    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @Test
    void a204IsTheProof() {
        assertEquals(new SaveProof.ByResponse(microsoft.date(), Optional.empty()), scene.renewed().proof());
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"LOST_BEFORE", "LOST_AFTER"})
    void afterALostAnswerTheSameCompleteBodyIsSentOnceMoreAndIts204Proves(Answer lost) {
        Map<String, String> expected = RenewalScene.withNewToken(microsoft.stored());
        microsoft.putAnswers.add(lost);

        assertInstanceOf(SaveProof.ByResponse.class, scene.renewed().proof());

        assertEquals(List.of(expected, expected), microsoft.bodies(Kind.PUT));
        assertEquals(expected, microsoft.stored());
    }

    @Test
    void afterALostAnswerTheSecretsAreReadBeforeTheSecondSave() {
        microsoft.putAnswers.add(Answer.LOST_AFTER);

        scene.renewed();

        assertEquals(List.of(Kind.PUT, Kind.READ, Kind.PUT), microsoft.order().subList(2, 5));
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"LOST_BEFORE", "LOST_AFTER"})
    void afterALostAnswerACorrectedAddressIsAsExpectedWhetherItArrivedOrNot(Answer lost) {
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());
        microsoft.putAnswers.add(lost);

        assertInstanceOf(SaveProof.ByResponse.class, scene.renewed().proof());
    }

    @Test
    void afterALostResponseAndAColleaguesChangeNothingIsSentAgain() {
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("SyncAll", "true"));

        assertUnknownAfter(1);
    }

    @Test
    void afterALostResponseAndAColleaguesNewPairNothingIsSentAgain() {
        microsoft.writes = Writes.REPLACE;
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("SkipOutOfScopeDeletions", "True"));

        assertUnknownAfter(1);
        assertEquals("True", microsoft.stored().get("SkipOutOfScopeDeletions"));
    }

    @Test
    void afterALostResponseAndAColleaguesNewSecretNothingIsSentAgain() {
        microsoft.hiddenKeys.add("AppKey");
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("AppKey", "hush"));

        assertUnknownAfter(1);
    }

    @Test
    void afterALostResponseAndAColleaguesNewAddressNothingIsSentAgain() {
        microsoft.removeByOthers("BaseAddress");
        scene.consents = scene.consents.with(scene.asked());
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS));

        assertUnknownAfter(1);
    }

    @Test
    void afterALostAnswerAndAMissingPairNothingIsSentAgain() {
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.removeByOthers("SyncAll"));

        assertUnknownAfter(1);
    }

    @Test
    void afterALostAnswerAndATokenThatIsGoneNothingIsSentAgain() {
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.on(Kind.READ, 2, () -> microsoft.removeByOthers("SecretToken"));

        assertUnknownAfter(1);
    }

    @Test
    void afterALostAnswerThatCannotBeLookedIntoNothingIsSentAgain() {
        microsoft.putAnswers.add(Answer.LOST_AFTER);
        microsoft.fail(Kind.READ, 2, RenewalScene.noNetwork());

        assertUnknownAfter(1);
    }

    @Test
    void twoLostAnswersAreNotKnown() {
        microsoft.putAnswers.addAll(List.of(Answer.LOST_AFTER, Answer.LOST_AFTER));

        assertUnknownAfter(2);
    }

    @Test
    void aPassingSavedTestAloneIsNoProof() throws Exception {
        scene.keepOldTokenValid();
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(2);
        assertEquals(RenewalScene.OLD, microsoft.stored().get("SecretToken"));
    }

    @Test
    void aTestThatFailedBeforeAndPassesNowIsAProof() throws Exception {
        scene.expireOldToken();
        microsoft.putAnswers.addAll(List.of(Answer.LOST_AFTER, Answer.LOST_AFTER));

        assertEquals(new SaveProof.ByTest(microsoft.date(), Optional.empty()), scene.renewed().proof());
    }

    @Test
    void aTestFromBeforeAnEarlierAttemptIsNoProof() throws Exception {
        scene.expireOldToken();
        scene.earlierChange = ChangeState.NOT_KNOWN;
        // The earlier attempt did save its token: the old baseline would credit this attempt with it.
        microsoft.appleTokens.put("an-earlier-new-token", Portal.SCHOOL);
        microsoft.setByOthers("SecretToken", "an-earlier-new-token");
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(2);
    }

    @Test
    void aTestThatFailedBeforeAndFailsNowIsNoProof() throws Exception {
        scene.expireOldToken();
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(2);
    }

    @Test
    void aTestThatCouldNotReachAppleBeforeIsNoBaseline() {
        scene.before = Optional.of(new Baseline.Tested(
                new CredentialTest.Failed(
                        new Problem(ProblemCode.TOKEN_NOT_CHECKED, Diagnostics.at(scene.time.now()))),
                scene.time.now()));
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(2);
    }

    @Test
    void anOldBaselineIsTakenAgainBeforeTheSave() throws Exception {
        scene.expireOldToken();
        scene.time.advance(Limits.STANDARD.baseline().plusMinutes(1));
        microsoft.appleTokens.put(RenewalScene.OLD, Portal.SCHOOL);
        microsoft.putAnswers.addAll(List.of(Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(2);
    }

    @Test
    void aRefusalOfTheSecondSaveDoesNotMakeTheFirstKnown() {
        microsoft.putAnswers.addAll(List.of(Answer.LOST_AFTER, Answer.REFUSED));

        assertUnknownAfter(2);
    }

    @Test
    void aSaveThatCannotBeSentHasChangedNothing() {
        microsoft.putAnswers.addAll(Collections.nCopies(100, Answer.NOT_SENT));

        Problem problem = scene.failed().problem();

        assertEquals("NET-REFUSED", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(RenewalScene.OLD, microsoft.stored().get("SecretToken"));
    }

    @Test
    void aSaveThatCannotBeSentForAMinuteIsSentThen() {
        Instant begin = scene.time.now();
        microsoft.answer = () -> scene.time.now().isBefore(begin.plusSeconds(60)) ? Answer.NOT_SENT : Answer.GIVEN;

        assertInstanceOf(SaveProof.ByResponse.class, scene.renewed().proof());
    }

    @Test
    void aSaveThatGotThroughTheSecondTimeIsProvenByIts204() {
        microsoft.putAnswers.add(Answer.NOT_SENT);

        assertInstanceOf(SaveProof.ByResponse.class, scene.renewed().proof());
    }

    @Test
    void aSaveThatCouldNotBeSentAfterALostOneDoesNotMakeThatKnown() {
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.putAnswers.addAll(Collections.nCopies(100, Answer.NOT_SENT));

        assertEquals("SAVE-UNKNOWN", scene.failed().problem().code().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aSaveThatMicrosoftAsksToWaitWithIsSentAgainAfterThatPauseAndALook(int times) {
        Map<String, String> expected = RenewalScene.withNewToken(microsoft.stored());
        microsoft.pause = Optional.of(Duration.ofSeconds(20));
        microsoft.putAnswers.addAll(Collections.nCopies(times, Answer.ASKED_TO_WAIT));

        assertInstanceOf(SaveProof.ByResponse.class, scene.renewed().proof());

        assertEquals(Collections.nCopies(times + 1, expected), microsoft.bodies(Kind.PUT));
        assertEquals(Collections.nCopies(times, Duration.ofSeconds(20)), scene.time.throttlePauses);
        List<Kind> order = microsoft.order();
        for (int at = order.indexOf(Kind.PUT) + 1; at < order.lastIndexOf(Kind.PUT); at += 2) {
            assertEquals(List.of(Kind.READ, Kind.PUT), order.subList(at, at + 2));
        }
    }

    @Test
    void aSaveThatMicrosoftAsksToWaitWithForTooLongIsNotKnown() {
        microsoft.pause = Optional.of(Duration.ofHours(1));
        microsoft.putAnswers.add(Answer.ASKED_TO_WAIT);

        assertUnknownAfter(1);
    }

    @Test
    void aSaveThatMicrosoftAsksToWaitWithIsNotSentAgainAfterAColleaguesChange() {
        microsoft.pause = Optional.of(Duration.ofSeconds(20));
        microsoft.putAnswers.add(Answer.ASKED_TO_WAIT);
        microsoft.on(Kind.READ, 2, () -> microsoft.setByOthers("SyncAll", "true"));

        assertUnknownAfter(1);
    }

    @Test
    void aSaveThatWasLostAfterOneThatCouldNotBeSentIsNotKnown() {
        microsoft.putAnswers.addAll(List.of(Answer.NOT_SENT, Answer.LOST_BEFORE, Answer.LOST_BEFORE));

        assertUnknownAfter(3);
    }

    @Test
    void aRefusedSaveIsNotRepeatedAndChangesNothing() {
        microsoft.putAnswers.add(Answer.REFUSED);

        assertEquals("SAVE-REFUSED", scene.failed().problem().code().id());

        assertEquals(1, microsoft.count(Kind.PUT));
        assertEquals(RenewalScene.OLD, microsoft.stored().get("SecretToken"));
    }

    @Test
    void revokeIsNeverOfferedWithoutProof() throws Exception {
        scene.keepOldTokenValid();
        microsoft.putAnswers.addAll(List.of(Answer.LOST_AFTER, Answer.LOST_AFTER));
        RenewalOutcome outcome = scene.run();

        assertFalse(RevocationRule.mayBeRevoked(outcome, new SyncProof.NotYet(), false));
        assertFalse(RevocationRule.mayBeRevoked(outcome, SYNC_SEEN, false));
        assertFalse(RevocationRule.mayBeRevoked(outcome, SYNC_SEEN, true));
    }

    @Test
    void revokeIsNotOfferedWhileTheUserIsAsked() {
        microsoft.removeByOthers("BaseAddress");

        assertFalse(RevocationRule.mayBeRevoked(scene.run(), SYNC_SEEN, true));
    }

    @Test
    void revokeIsOfferedAfterAProvenSaveAndASync() {
        assertTrue(RevocationRule.mayBeRevoked(scene.run(), SYNC_SEEN, false));
    }

    @Test
    void revokeIsOfferedAfterAProvenSaveWhenApplesPageShowsTheNewTokenActive() {
        assertTrue(RevocationRule.mayBeRevoked(scene.run(), new SyncProof.NotYet(), true));
    }

    @Test
    void revokeIsNotYetOfferedAfterAProvenSaveAlone() {
        RenewalOutcome outcome = scene.run();
        Execution cycle = new Execution(Instant.EPOCH, Optional.of(Instant.EPOCH), Result.FAILED);

        assertFalse(RevocationRule.mayBeRevoked(outcome, new SyncProof.NotYet(), false));
        assertFalse(RevocationRule.mayBeRevoked(outcome, new SyncProof.Failed(cycle), false));
    }

    @Test
    void aSyncIsNoReasonToRevokeWhereASaveMayHaveBeenDropped() throws Exception {
        scene.keepOldTokenValid();
        microsoft.removeByOthers("SyncAll");
        RenewalOutcome outcome = scene.run();

        assertFalse(RevocationRule.mayBeRevoked(outcome, SYNC_SEEN, false));
        assertTrue(RevocationRule.mayBeRevoked(outcome, SYNC_SEEN, true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSyncIsAReasonToRevokeIfTheOldTokenHadExpired(boolean oldTokenExpired) throws Exception {
        if (oldTokenExpired) {
            scene.expireOldToken();
        } else {
            scene.keepOldTokenValid();
        }
        microsoft.removeByOthers("SyncNotificationSettings");

        assertEquals(oldTokenExpired, RevocationRule.mayBeRevoked(scene.run(), SYNC_SEEN, false));
    }

    private void assertUnknownAfter(int saves) {
        Problem problem = scene.failed().problem();
        assertEquals("SAVE-UNKNOWN", problem.code().id());
        assertEquals(ChangeState.NOT_KNOWN, problem.changed());
        assertEquals(saves, microsoft.count(Kind.PUT));
    }
}
