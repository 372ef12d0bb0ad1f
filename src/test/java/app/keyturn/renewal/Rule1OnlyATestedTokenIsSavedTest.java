package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Rule1OnlyATestedTokenIsSavedTest {
    private final RenewalScene scene = new RenewalScene();
    private final FakeProvisioning microsoft = scene.microsoft;

    @Test
    void aTokenThatFailsTheTestIsNeverSaved() {
        microsoft.appleTokens.remove(RenewalScene.NEW);

        assertEquals("TOKEN-REJECTED", scene.failed().problem().code().id());

        assertEquals(List.of(Kind.TEST), microsoft.order());
    }

    @Test
    void aTokenOfTheOtherPortalFailsTheTestAndIsNeverSaved() {
        microsoft.appleTokens.put(RenewalScene.NEW, Portal.BUSINESS);

        scene.failed();

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void aTestThatCannotBeMadeSavesNothing() {
        microsoft.fail(Kind.TEST, 1, RenewalScene.noNetwork());

        assertEquals("NET-UNREACHABLE", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void theTestSendsExactlyWhatIsSaved() {
        scene.renewed();

        assertEquals(microsoft.bodies(Kind.TEST), microsoft.bodies(Kind.PUT));
    }

    @Test
    void theTestSendsEveryReadablePairAndTheNewToken() {
        Map<String, String> stored = microsoft.stored();

        scene.renewed();

        assertEquals(List.of(RenewalScene.withNewToken(stored)), microsoft.bodies(Kind.TEST));
    }

    @Test
    void settingsThatMoveBetweenTestAndSaveAreTestedAgain() {
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("SyncAll", "true"));

        scene.renewed();

        assertEquals(List.of(Kind.TEST, Kind.READ, Kind.TEST, Kind.READ, Kind.PUT), microsoft.order().subList(0, 5));
        assertEquals(microsoft.bodies(Kind.TEST).getLast(), microsoft.bodies(Kind.PUT).getFirst());
    }

    @Test
    void aTokenThatFailsTheSecondTestIsNeverSaved() {
        microsoft.on(Kind.READ, 1, () -> {
            microsoft.setByOthers("SyncAll", "true");
            microsoft.appleTokens.remove(RenewalScene.NEW);
        });

        assertEquals("TOKEN-REJECTED", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void settingsThatMoveThreeTimesAndThenStandStillAreSaved() {
        for (int read = 1; read <= 3; read++) {
            String value = "moved " + read;
            microsoft.on(Kind.READ, read, () -> microsoft.setByOthers("SyncAll", value));
        }

        scene.renewed();

        assertEquals(4, microsoft.count(Kind.TEST));
        assertEquals("moved 3", microsoft.stored().get("SyncAll"));
    }

    @Test
    void settingsThatNeverStandStillAreNotSaved() {
        for (int read = 1; read <= 10; read++) {
            String value = "moved " + read;
            microsoft.on(Kind.READ, read, () -> microsoft.setByOthers("SyncAll", value));
        }

        assertEquals("SAVE-SETTINGS-MOVING", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void settingsThatOnlyComeInAnotherOrderAreNotTestedAgain() {
        microsoft.on(Kind.READ, 1, microsoft::reverseOrder);

        scene.renewed();

        assertEquals(1, microsoft.count(Kind.TEST));
    }

    @Test
    void nobodyOutsideThisPackageCanCallCredentialsTested() {
        assertTrue(Arrays.stream(TestedCredentials.class.getDeclaredConstructors())
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers())));
    }
}
