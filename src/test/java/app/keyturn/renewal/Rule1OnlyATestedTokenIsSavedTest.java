package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.testkit.FakeProvisioning;
import app.keyturn.testkit.FakeProvisioning.Kind;
import app.keyturn.testkit.RenewalScene;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void settingsThatATestCannotParseAreLeftOutOfTheTestAlone() {
        Map<String, String> stored = microsoft.stored();
        microsoft.notUnderstood.add("BrandNewKey");

        scene.renewed();

        assertEquals(List.of(Kind.TEST, Kind.TEST, Kind.READ, Kind.PUT), microsoft.order().subList(0, 4));
        assertEquals(Map.of("BaseAddress", RenewalScene.SCHOOL, "SecretToken", RenewalScene.NEW),
                microsoft.bodies(Kind.TEST).getLast());
        assertEquals(List.of(RenewalScene.withNewToken(stored)), microsoft.bodies(Kind.PUT));
        assertTrue(scene.steps.contains("tested without settings"));
    }

    @Test
    void aTokenThatFailsTheTestWithTheAddressAloneIsNeverSaved() {
        microsoft.notUnderstood.add("SyncAll");
        microsoft.appleTokens.remove(RenewalScene.NEW);

        assertEquals("TOKEN-REJECTED", scene.failed().problem().code().id());

        assertEquals(List.of(Kind.TEST, Kind.TEST), microsoft.order());
        assertFalse(scene.steps.contains("tested without settings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BaseAddress", "SecretToken"})
    void anAddressThatATestCannotParseSavesNothing(String key) {
        microsoft.notUnderstood.add(key);

        Problem problem = scene.failed().problem();

        assertEquals("SETTING-NOT-UNDERSTOOD", problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(2, microsoft.count(Kind.TEST));
        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void whereThereAreNoOtherSettingsTheSameTestIsNotMadeTwice() {
        List.of("SyncAll", "SyncNotificationSettings", "BrandNewKey").forEach(microsoft::removeByOthers);
        microsoft.notUnderstood.add("BaseAddress");

        scene.failed();

        assertEquals(List.of(Kind.TEST), microsoft.order());
    }

    @Test
    void aTestWithTheAddressAloneThatCannotBeMadeSavesNothing() {
        microsoft.notUnderstood.add("SyncAll");
        microsoft.fail(Kind.TEST, 2, RenewalScene.noNetwork());

        assertEquals("NET-UNREACHABLE", scene.failed().problem().code().id());

        assertEquals(0, microsoft.count(Kind.PUT));
    }

    @Test
    void anyOtherFailureOfATestIsNoReasonToLeaveSettingsOut() {
        microsoft.fail(Kind.TEST, 1, RenewalScene.problem(ProblemCode.SERVICE_DOWN));

        scene.failed();

        assertEquals(List.of(Kind.TEST), microsoft.order());
    }

    @Test
    void aSecondTestOfMovingSettingsIsTakenWithTheAddressAloneToo() {
        microsoft.notUnderstood.add("BrandNewKey");
        microsoft.on(Kind.READ, 1, () -> microsoft.setByOthers("SyncAll", "true"));

        scene.renewed();

        assertEquals(4, microsoft.count(Kind.TEST));
        assertEquals("true", microsoft.bodies(Kind.PUT).getFirst().get("SyncAll"));
    }

    @Test
    void noCodeOutsideThisPackageCanCallCredentialsTested() {
        assertTrue(Arrays.stream(TestedCredentials.class.getDeclaredConstructors())
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers())));
    }
}
