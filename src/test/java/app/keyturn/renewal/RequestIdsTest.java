package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Answer;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ids by which Microsoft's support can find the requests of a renewal. */
class RequestIdsTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @BeforeEach
    void microsoftNamesItsRequests() {
        microsoft.sendsRequestIds = true;
    }

    @Test
    void thoseOfTheTestTheSaveAndTheCheckAreKept() {
        Renewed renewed = scene.renewed();
        assertEquals(Optional.of("TEST-1"), renewed.tests().before().requestId());
        assertEquals(Optional.of("PUT-1"), renewed.proof().requestId());
        assertEquals(Optional.of("TEST_SAVED-1"), renewed.tests().after().requestId());
    }

    @Test
    void ofATestMadeAgainTheLastOneCounts() {
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("SyncAll", "true"));
        assertEquals(Optional.of("TEST-2"), scene.renewed().tests().before().requestId());
    }

    @Test
    void ofASaveSentAgainTheOneThatWasAnsweredCounts() {
        microsoft.putAnswers.add(Answer.LOST_AFTER);
        assertEquals(Optional.of("PUT-2"), scene.renewed().proof().requestId());
    }

    @Test
    void ofASaveThatIsOnlySeenItIsThatOfTheTestWhichSawIt() throws Exception {
        scene.expireOldToken();
        microsoft.putAnswers.add(Answer.LOST_BEFORE);
        microsoft.putAnswers.add(Answer.LOST_AFTER);
        Renewed renewed = scene.renewed();
        assertInstanceOf(SaveProof.ByTest.class, renewed.proof());
        assertEquals(Optional.of("TEST_SAVED-1"), renewed.proof().requestId());
        assertEquals(Optional.of("TEST_SAVED-2"), renewed.tests().after().requestId());
    }

    @Test
    void whereMicrosoftNamesNoneThereIsNone() {
        microsoft.sendsRequestIds = false;
        Renewed renewed = scene.renewed();
        assertEquals(Optional.empty(), renewed.tests().before().requestId());
        assertEquals(Optional.empty(), renewed.proof().requestId());
        assertEquals(Optional.empty(), renewed.tests().after().requestId());
    }
}
