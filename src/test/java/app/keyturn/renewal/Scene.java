package app.keyturn.renewal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.renewal.RenewalOutcome.Asks;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A school whose token is about to run out: everything is in order until a test changes something. */
final class Scene {
    static final String OLD = "old-token-of-last-year-1234";
    static final String NEW = "new-token-of-this-year-5678";
    static final String SCHOOL = "https://federation.apple.com/feeds/school/scim";
    static final String BUSINESS = "https://federation.apple.com/feeds/business/scim";
    static final String NOTIFICATIONS = "{ \"Enabled\":true,\r\n\"Recipients\" : \"it@maple.example\", \"DeleteThresholdValue\":50.0 }";

    final FakeTime time = new FakeTime();
    final FakeMicrosoft microsoft = new FakeMicrosoft(time, asFound());
    final ScimToken token = new ScimToken(NEW.toCharArray());
    final Renewal renewal = new Renewal(microsoft, Limits.STANDARD, time);
    final List<String> steps = new ArrayList<>();
    Portal portal = Portal.SCHOOL;
    Optional<Baseline> before = Optional.empty();
    ChangeState soFar = ChangeState.NOTHING;
    Consents agreed = Consents.NOTHING;

    Scene() {
        microsoft.appleTokens.put(OLD, Portal.SCHOOL);
        microsoft.appleTokens.put(NEW, Portal.SCHOOL);
    }

    private static Map<String, String> asFound() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("BaseAddress", SCHOOL);
        pairs.put("SecretToken", OLD);
        pairs.put("SyncAll", "false");
        pairs.put("SyncNotificationSettings", NOTIFICATIONS);
        pairs.put("BrandNewKey", " \u00fc{[odd \\u0041 ");
        return pairs;
    }

    /** The stored pairs as they have to be after a good save: the token and nothing else is new. */
    static Map<String, String> withNewToken(Map<String, String> stored) {
        Map<String, String> expected = new LinkedHashMap<>(stored);
        expected.put("SecretToken", NEW);
        return expected;
    }

    /** Apple does not take the old token any more, and the baseline says so. */
    void oldTokenHasRunOut() throws ProblemException, InterruptedException {
        microsoft.appleTokens.remove(OLD);
        before = Optional.of(renewal.baseline(app(), microsoft.job));
        microsoft.calls().clear();
    }

    /** The baseline says that the old token still works. */
    void oldTokenStillWorks() throws ProblemException, InterruptedException {
        before = Optional.of(renewal.baseline(app(), microsoft.job));
        microsoft.calls().clear();
    }

    ProvisioningApp app() {
        return microsoft.readTenant().apps().getFirst();
    }

    /** With the app as it reads now. */
    RenewalPlan plan() {
        return new RenewalPlan(app(), microsoft.job, portal, before, agreed, soFar);
    }

    RenewalOutcome run() {
        return renewal.run(plan(), token, (step, state) -> steps.add(step + " " + state));
    }

    Renewed renewed() {
        return assertInstanceOf(Renewed.class, run());
    }

    Failed failed() {
        return assertInstanceOf(Failed.class, run());
    }

    ConsentQuestion asked() {
        return assertInstanceOf(Asks.class, run()).question();
    }

    /** What a call that finds no network throws. */
    static Problem noNetwork() {
        return problem(ServiceProblem.Reason.NET_UNREACHABLE);
    }

    static ServiceProblem problem(ServiceProblem.Reason reason) {
        return new ServiceProblem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));
    }
}
