package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.practice.PracticeBrowser.Choice;
import app.keyturn.practice.graph.GraphSettings.Envelope;
import app.keyturn.practice.graph.GraphSettings.SaveMode;
import app.keyturn.practice.scenario.PracticeSettings;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.UnreadApp;
import app.keyturn.testkit.PracticeRenewal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole renewals over HTTP, with the real sign-in and the real Graph client. */
class PracticeRenewalTest {
    /** A key that Microsoft may add one day, and JSON with spaces that no serializer writes. */
    private static final Map<String, String> ODD_PAIRS = Map.of("BrandNewKey",
            " kept as it is, \"quotes\" & <signs> \u00e9",
            "SyncNotificationSettings",
            "{ \"Enabled\":true ,\"Recipients\": \"it@maple.example\",\n\"DeleteThresholdValue\":50}");

    @Test
    void aWorkingTokenIsRenewedInTenCallsToMicrosoftGraph() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            RenewalOutcome outcome = renew(rehearsal, rehearsal.find(), rehearsal.world.generateToken());
            RenewalOutcome.Renewed renewed = assertInstanceOf(RenewalOutcome.Renewed.class, outcome);
            assertInstanceOf(SyncRestartResult.NotNeeded.class, renewed.syncRestart());
            assertInstanceOf(SaveProof.ByResponse.class, renewed.proof());
            assertEquals(10, rehearsal.calls.size(), rehearsal.calls::toString);
            assertEquals(rehearsal.calls.size(), rehearsal.world.graphCallCount());
            assertEquals(1, rehearsal.world.saveCount());
            assertEquals(0, rehearsal.world.startCount());
            assertEquals(List.of(), rehearsal.world.violations());
        }
    }

    @Test
    void theRequestsThatTestedSavedAndCheckedCanBeFoundAgainAtMicrosoft() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            RenewalOutcome.Renewed renewed = assertInstanceOf(RenewalOutcome.Renewed.class,
                    renew(rehearsal, rehearsal.find(), rehearsal.world.generateToken()));
            assertEquals(3, Set.of(renewed.tests().before().requestId().orElseThrow(),
                    renewed.proof().requestId().orElseThrow(), renewed.tests().after().requestId().orElseThrow())
                    .size());
        }
    }

    @Test
    void aTokenThatWasCopiedBadlyFirstMakesItEleven() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            ProvisioningApp app = rehearsal.find();
            SyncJob job = app.job().orElseThrow();
            RenewalPlan plan = new RenewalPlan(app, job, Portal.SCHOOL,
                    Optional.of(rehearsal.renewal.baseline(app, job)), Consents.NOTHING, ChangeState.NOTHING);
            assertInstanceOf(RenewalOutcome.Failed.class, rehearsal.renewal.run(plan,
                    rehearsal.token("PRACTICE-this-was-never-made-by-apple"), (_, _) -> {}));
            assertInstanceOf(RenewalOutcome.Renewed.class,
                    rehearsal.renewal.run(plan, rehearsal.newToken(), (_, _) -> {}));
            assertEquals(11, rehearsal.calls.size(), rehearsal.calls::toString);
        }
    }

    @Test
    void anAccountWithoutTheRoleCostsFourCallsBeforeTheOneWithIt() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.NO_PERMISSION)) {
            rehearsal.signIn(Choice.USER_WITHOUT_ROLE);
            assertThrows(ProblemException.class, rehearsal.provisioning::readTenant);
            assertEquals(4, rehearsal.calls.size(), rehearsal.calls::toString);
            renew(rehearsal, rehearsal.find(), rehearsal.world.generateToken());
            assertEquals(4 + 10, rehearsal.calls.size(), rehearsal.calls::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherPairIsStoredByteForByteAsBefore(SaveMode mode) throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC())
                .with(mode)
                .withConnectionPairs(ODD_PAIRS);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            Map<String, String> expected = new LinkedHashMap<>(rehearsal.world.storedPairs());
            String token = rehearsal.world.generateToken();
            expected.put("SecretToken", token);
            assertInstanceOf(RenewalOutcome.Renewed.class, renew(rehearsal, rehearsal.find(), token));
            assertEquals(expected, rehearsal.world.storedPairs());
            assertEquals(ODD_PAIRS.get("BrandNewKey"), rehearsal.world.storedPairs().get("BrandNewKey"));
            assertEquals(List.of(), rehearsal.world.violations());
        }
    }

    @Test
    void theAppIsFoundAmongHundreds() throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC()).withOtherApps(250);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            List<ProvisioningApp> apps = rehearsal.provisioning.readTenant().apps();
            assertEquals(1, apps.size());
            assertEquals(Optional.of(Portal.SCHOOL), apps.getFirst().portal());
        }
    }

    @Test
    void anOrganisationWithThousandsOfAppsTakesNoCallMore() throws Exception {
        assertEquals(callsToFindTheApp(5), callsToFindTheApp(5_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 2_500})
    void appsThatAreCalledLikeApplesTakeNoCallMore(int number) throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC())
                .with(PracticeSettings.APPLE_NAMED_APPS, number);
        for (Scenario scenario : List.of(Scenario.HEALTHY, Scenario.RENAMED_APP)) {
            try (PracticeRenewal rehearsal = PracticeRenewal.in(scenario, settings)) {
                assertInstanceOf(RenewalOutcome.Renewed.class,
                        renew(rehearsal, rehearsal.find(), rehearsal.world.generateToken()));
                assertEquals(10, rehearsal.calls.size(), rehearsal.calls::toString);
                assertEquals(List.of(), rehearsal.world.violations());
            }
        }
    }

    @Test
    void anAppThatCannotBeReadDoesNotKeepTheRightOneFromBeingRenewed() throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC())
                .with(PracticeSettings.APPLE_NAMED_APPS, 5)
                .with(PracticeSettings.UNREADABLE_NEIGHBOUR, true);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            Tenant tenant = rehearsal.provisioning.readTenant();
            assertEquals(List.of("Apple Classroom tools"), tenant.unread().stream().map(UnreadApp::name).toList());
            assertInstanceOf(RenewalOutcome.Renewed.class,
                    renew(rehearsal, tenant.apps().getFirst(), rehearsal.world.generateToken()));
        }
    }

    @Test
    void aSearchThroughThousandsOfAppsLooksAtEveryOne() throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC()).withOtherApps(5_000);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            List<SearchProgress> progress = new ArrayList<>();
            List<ProvisioningApp> found = rehearsal.provisioning.searchAll(progress::add).apps();
            assertEquals(Optional.of(Portal.SCHOOL), found.getFirst().portal());
            assertTrue(found.getFirst().job().isPresent());
            assertEquals(1, found.size());
            assertEquals(new SearchProgress(20, OptionalInt.of(5_002), List.of()), progress.getFirst());
            assertEquals(new SearchProgress(5_002, OptionalInt.of(5_002), found), progress.getLast());
        }
    }

    @Test
    void anAppIsFoundByTheBeginningOfItsNameAndByItsIds() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY)) {
            ProvisioningApp app = rehearsal.find();
            for (String typed : List.of("apple school", " School ", app.id(), "{" + app.id() + "}")) {
                assertEquals(List.of(app.id()),
                        rehearsal.provisioning.findApps(typed).apps().stream().map(ProvisioningApp::id).toList(),
                        typed);
            }
            assertEquals(List.of(), rehearsal.provisioning.findApps("Classroom").apps());
        }
    }

    @Test
    void aQuarantineForABadTokenIsLiftedByOneStartInElevenCalls() throws Exception {
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.EXPIRED_TOKEN)) {
            ProvisioningApp app = rehearsal.find();
            SyncJob job = app.job().orElseThrow();
            assertEquals(SyncJob.Status.QUARANTINE, job.status());
            assertEquals(SyncJob.QuarantineReason.BAD_CREDENTIALS, job.quarantine().orElseThrow().reason());
            RenewalOutcome.Renewed renewed = assertInstanceOf(RenewalOutcome.Renewed.class,
                    renew(rehearsal, app, rehearsal.world.generateToken()));
            assertInstanceOf(SyncRestartResult.Started.class, renewed.syncRestart());
            assertEquals(11, rehearsal.calls.size(), rehearsal.calls::toString);
            assertEquals(rehearsal.calls.size(), rehearsal.world.graphCallCount());
            assertEquals(1, rehearsal.world.startCount());
            assertEquals(SyncJob.Status.ACTIVE, rehearsal.provisioning.readJob(app.id(), job.id()).status());
            assertEquals(List.of(), rehearsal.world.violations());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatAppleRefusesIsNeverSavedHoweverMicrosoftWrapsTheError(Envelope envelope) throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC()).with(envelope);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            RenewalOutcome outcome = renew(rehearsal, rehearsal.find(), "PRACTICE-this-was-never-made-by-apple");
            Problem problem = assertInstanceOf(RenewalOutcome.Failed.class, outcome).problem();
            assertEquals("TOKEN-REJECTED", problem.code().id());
            assertEquals("SystemForCrossDomainIdentityManagementCredentialValidationFailure",
                    problem.details().errorCode().orElseThrow());
            assertEquals(400, problem.details().status().orElseThrow());
            assertTrue(problem.details().requestId().isPresent());
            assertEquals(0, rehearsal.world.saveCount());
        }
    }

    private static List<String> callsToFindTheApp(int otherApps) throws Exception {
        PracticeSettings settings = PracticeSettings.forTests(Clock.systemUTC()).withOtherApps(otherApps);
        try (PracticeRenewal rehearsal = PracticeRenewal.in(Scenario.HEALTHY, settings)) {
            rehearsal.signIn(Choice.ADMINISTRATOR);
            assertEquals(1, rehearsal.provisioning.readTenant().apps().size());
            return List.copyOf(rehearsal.calls);
        }
    }

    private static RenewalOutcome renew(PracticeRenewal rehearsal, ProvisioningApp app, String token) throws Exception {
        SyncJob job = app.job().orElseThrow();
        Baseline before = rehearsal.renewal.baseline(app, job);
        assertEquals(job.status() == SyncJob.Status.QUARANTINE, before.rejected());
        return rehearsal.renewal.run(
                new RenewalPlan(app, job, Portal.SCHOOL, Optional.of(before), Consents.NOTHING, ChangeState.NOTHING),
                rehearsal.token(token), (_, _) -> {});
    }
}
