package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.SyncJob.Schedule;
import app.keyturn.renewal.SyncJob.Status;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @Test
    void theStepsComeInTheirOrder() {
        scene.renewed();

        assertEquals(List.of("TEST RUNNING", "TEST DONE", "SAVE RUNNING", "SAVE DONE", "CHECK RUNNING", "CHECK DONE",
                "RESUME RUNNING", "RESUME SKIPPED"), scene.steps);
    }

    @Test
    void aStartedSyncIsAStepDone() {
        microsoft.job = new SyncJob("scim", Status.QUARANTINE, Schedule.ACTIVE,
                Optional.of(new SyncJob.Quarantine(SyncJob.QuarantineReason.BAD_CREDENTIALS, Optional.empty())),
                Optional.empty(), Optional.empty());

        scene.renewed();

        assertEquals("RESUME DONE", scene.steps.getLast());
    }

    @Test
    void aFailureEndsTheListAtItsStep() {
        microsoft.putAnswers.add(FakeProvisioning.Answer.REFUSED);

        scene.failed();

        assertEquals(List.of("TEST RUNNING", "TEST DONE", "SAVE RUNNING", "SAVE FAILED"), scene.steps);
    }

    @Test
    void aQuestionLeavesItsStepWaiting() {
        microsoft.removeByOthers("BaseAddress");

        scene.asked();

        assertEquals(List.of("TEST RUNNING", "TEST WAITING"), scene.steps);
    }

    @Test
    void hiddenKeysAndTheAddressAreAskedOneAfterTheOther() {
        microsoft.setByOthers("AppKey", "hush");
        microsoft.hiddenKeys.add("AppKey");
        microsoft.setByOthers("BaseAddress", RenewalScene.BUSINESS);
        scene.consents = scene.consents.with(scene.asked());
        scene.consents = scene.consents.with(scene.asked());

        scene.renewed();

        assertEquals(RenewalScene.SCHOOL, microsoft.stored().get("BaseAddress"));
        assertEquals("hush", microsoft.stored().get("AppKey"));
    }

    @Test
    void savedCredentialsThatPassOnlyAfterAMomentAreWaitedFor() throws Exception {
        scene.expireOldToken();
        microsoft.visibleAfter = Duration.ofSeconds(20);

        scene.renewed();

        assertTrue(microsoft.count(Kind.TEST_SAVED) > 1);
    }

    @Test
    void theSameRenewalCanBeRunAgain() {
        microsoft.fail(Kind.TEST_SAVED, 1, RenewalScene.noNetwork());
        scene.failed();

        scene.renewed();

        assertEquals(RenewalScene.NEW, microsoft.stored().get("SecretToken"));
    }

    @Test
    void theBaselineOnlyTriesWhatIsSaved() throws Exception {
        assertFalse(scene.renewal.baseline(scene.app(), microsoft.job).rejected());

        assertEquals(List.of(Kind.TEST_SAVED), microsoft.order());
    }

    @Test
    void theJobToTestAgainstIsTheEnabledOne() {
        SyncJob paused = new SyncJob("first", Status.PAUSED, Schedule.DISABLED, Optional.empty(), Optional.empty(),
                Optional.empty());
        Connection connection = microsoft.connection();

        assertEquals(Optional.of(microsoft.job),
                new ProvisioningApp("id", "name", connection, List.of(paused, microsoft.job)).job());
        assertEquals(Optional.of(paused), new ProvisioningApp("id", "name", connection, List.of(paused)).job());
        assertEquals(Optional.empty(), new ProvisioningApp("id", "name", connection, List.of()).job());
    }
}
