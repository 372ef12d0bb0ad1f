package app.keyturn.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.faults.ScriptedUser.Stop;
import app.keyturn.platform.TrustBundles;
import app.keyturn.practice.PracticeBrowser;
import app.keyturn.practice.scenario.Scenario;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole renewals in networks that inspect TLS, or whose proxy asks for a password. */
class SchoolNetworkTest {
    private static final String OTHER_AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Other authority")
            .build()
            .certificatePem();

    private final Authorities authorities = new Authorities();
    private final PracticeBrowser browser = new PracticeBrowser();
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAuthorityInTheSystemsBundleIsTrustedForAWholeRenewal() throws Exception {
        try (RenewalHarness harness = harness(authorities.trustedPem(), FaultSchedule.none())) {
            assertEquals(new Stop.Green(), new ScriptedUser(harness).proceed());
            assertEquals(1, harness.world.saveCount());
        }
    }

    @Test
    void anUnknownAuthorityIsNamedAtTheSignInAndNothingIsSent() throws Exception {
        try (RenewalHarness harness = harness(OTHER_AUTHORITY, FaultSchedule.none())) {
            assertInspected("Practice authority", new ScriptedUser(harness).proceed());
            assertTrue(harness.world.requests().stream().noneMatch(seen -> seen.path().endsWith("/token")));
        }
    }

    @Test
    void anAuthorityThatInspectsOnlyGraphIsNamedThereAndNothingIsSent() throws Exception {
        try (RenewalHarness harness = harness(authorities.trustedPem(),
                FaultSchedule.of(Operation.LIST, Fault.UNKNOWN_ISSUER, Frequency.LASTING))) {
            assertInspected(Authorities.UNTRUSTED_NAME, new ScriptedUser(harness).proceed());
            assertEquals(0, harness.world.graphCallCount());
        }
    }

    @Test
    void aProxyGetsThePasswordOnceItIsTypedAndTheRenewalSucceeds() throws Exception {
        try (RenewalHarness harness = harness(authorities.trustedPem(), FaultSchedule.none())) {
            harness.proxy.askFor(Credentials.basic("jo", "pass word"));
            ScriptedUser user = new ScriptedUser(harness);
            Stop asked = user.proceed();
            assertEquals("NET-PROXY-PASSWORD", problem(asked).code().id());
            type(harness, "wrong");
            user.followAction(asked);
            Stop askedAgain = user.proceed();
            assertEquals("NET-PROXY-PASSWORD", problem(askedAgain).code().id());
            assertTrue(user.hasToken());
            type(harness, "pass word");
            user.followAction(askedAgain);
            assertEquals(new Stop.Green(), user.proceed());
        }
    }

    private RenewalHarness harness(String bundled, FaultSchedule schedule) throws IOException {
        Path bundle = Files.writeString(folder.resolve("bundle.pem"), bundled);
        return new RenewalHarness(Scenario.HEALTHY, authorities, schedule, browser,
                () -> TrustBundles.read(bundle).trustManager());
    }

    private static void type(RenewalHarness harness, String password) {
        harness.renewalState.proxy().user().set("jo");
        harness.renewalState.proxy().password().set(password);
    }

    private static void assertInspected(String by, Stop stop) {
        Problem problem = problem(stop);
        assertEquals("NET-INSPECTED", problem.code().id());
        assertEquals(Optional.of(by), problem.issuer());
        assertEquals(ChangeState.NOTHING, problem.changed());
    }

    private static Problem problem(Stop stop) {
        return assertInstanceOf(Problem.class, assertInstanceOf(Stop.Bad.class, stop).problem());
    }
}
