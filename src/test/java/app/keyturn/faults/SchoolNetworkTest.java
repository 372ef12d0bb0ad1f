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

/** Whole renewals in networks that look into encrypted connections, or want to know who goes through. */
class SchoolNetworkTest {
    private static final String SOMEBODY_ELSE = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Somebody else")
            .build()
            .certificatePem();

    private final Authorities authorities = new Authorities();
    private final PracticeBrowser browser = new PracticeBrowser();
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anAuthorityInTheSystemsBundleIsGoodForAWholeRenewal() throws Exception {
        try (RenewalHarness desk = desk(authorities.trustedPem(), FaultSchedule.none())) {
            assertEquals(new Stop.Green(), new ScriptedUser(desk).goOn());
            assertEquals(1, desk.world.puts());
        }
    }

    @Test
    void anAuthorityThatIsInNoBundleIsNamedAtTheSignInAndNothingIsSent() throws Exception {
        try (RenewalHarness desk = desk(SOMEBODY_ELSE, FaultSchedule.none())) {
            assertInspected("Practice authority", new ScriptedUser(desk).goOn());
            assertTrue(desk.world.requests().stream().noneMatch(seen -> seen.path().endsWith("/token")));
        }
    }

    @Test
    void anInspectorOfGraphAloneIsNamedThereAndNothingIsSent() throws Exception {
        try (RenewalHarness desk = desk(authorities.trustedPem(),
                FaultSchedule.of(Operation.LIST, Fault.UNKNOWN_ISSUER, true))) {
            assertInspected(Authorities.STRANGER, new ScriptedUser(desk).goOn());
            assertEquals(0, desk.world.graphCalls());
        }
    }

    @Test
    void aProxyIsToldThePasswordOnceItIsTypedAndTheRenewalGoesThrough() throws Exception {
        try (RenewalHarness desk = desk(authorities.trustedPem(), FaultSchedule.none())) {
            desk.proxy.askFor(Credentials.basic("jo", "pass word"));
            ScriptedUser person = new ScriptedUser(desk);
            Stop asked = person.goOn();
            assertEquals("NET-PROXY-PASSWORD", problem(asked).code().id());
            type(desk, "wrong");
            person.act(asked);
            Stop askedAgain = person.goOn();
            assertEquals("NET-PROXY-PASSWORD", problem(askedAgain).code().id());
            assertTrue(person.hasTheToken());
            type(desk, "pass word");
            person.act(askedAgain);
            assertEquals(new Stop.Green(), person.goOn());
        }
    }

    private RenewalHarness desk(String bundled, FaultSchedule spell) throws IOException {
        Path bundle = Files.writeString(folder.resolve("bundle.pem"), bundled);
        return new RenewalHarness(Scenario.HEALTHY, authorities, spell, browser,
                () -> TrustBundles.read(bundle).trustManager());
    }

    private static void type(RenewalHarness desk, String password) {
        desk.renewalState.proxy().user().set("jo");
        desk.renewalState.proxy().password().set(password);
    }

    private static void assertInspected(String by, Stop stop) {
        Problem problem = problem(stop);
        assertEquals("NET-INSPECTED", problem.code().id());
        assertEquals(Optional.of(by), problem.issuer());
        assertEquals(ChangeState.NOTHING, problem.changed());
    }

    private static Problem problem(Stop stop) {
        return assertInstanceOf(Stop.Bad.class, stop).problem();
    }
}
