package app.keyturn.testkit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.keyturn.renewal.Baseline;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.ConsentQuestion;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.Renewal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalOutcome.ConsentNeeded;
import app.keyturn.renewal.RenewalOutcome.Failed;
import app.keyturn.renewal.RenewalOutcome.NotChecked;
import app.keyturn.renewal.RenewalOutcome.Renewed;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.Step;
import app.keyturn.renewal.StepListener;
import app.keyturn.renewal.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A school whose token is about to expire; everything is in order until a test changes it. */
public final class RenewalScene {
    public static final String OLD = "old-token-of-last-year-1234";
    public static final String NEW = "new-token-of-this-year-5678";
    public static final String SCHOOL = "https://federation.apple.com/feeds/school/scim";
    public static final String BUSINESS = "https://federation.apple.com/feeds/business/scim";
    public static final String NOTIFICATIONS = "{ \"Enabled\":true,\r\n\"Recipients\" : \"it@maple.example\", \"DeleteThresholdValue\":50.0 }";

    public final FakeTimer time = new FakeTimer();
    public final FakeProvisioning microsoft = new FakeProvisioning(time, initialPairs());
    public final ScimToken token = new ScimToken(NEW.toCharArray());
    public final Renewal renewal = new Renewal(microsoft, Limits.STANDARD, time);
    public final List<String> steps = new ArrayList<>();
    public Portal portal = Portal.SCHOOL;
    public Optional<Baseline> before = Optional.empty();
    public ChangeState earlierChange = ChangeState.NOTHING;
    public Consents consents = Consents.NOTHING;

    public RenewalScene() {
        microsoft.appleTokens.put(OLD, Portal.SCHOOL);
        microsoft.appleTokens.put(NEW, Portal.SCHOOL);
    }

    private static Map<String, String> initialPairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("BaseAddress", SCHOOL);
        pairs.put("SecretToken", OLD);
        pairs.put("SyncAll", "false");
        pairs.put("SyncNotificationSettings", NOTIFICATIONS);
        pairs.put("BrandNewKey", " \u00fc{[odd \\u0041 ");
        return pairs;
    }

    /** The stored pairs expected after a save: only the token is new. */
    public static Map<String, String> withNewToken(Map<String, String> stored) {
        Map<String, String> expected = new LinkedHashMap<>(stored);
        expected.put("SecretToken", NEW);
        return expected;
    }

    /** Apple no longer accepts the old token, and the baseline shows it. */
    public void expireOldToken() throws ProblemException, InterruptedException {
        microsoft.appleTokens.remove(OLD);
        before = Optional.of(renewal.baseline(app(), microsoft.job));
        microsoft.calls().clear();
    }

    /** The old token still works, and the baseline shows it. */
    public void keepOldTokenValid() throws ProblemException, InterruptedException {
        before = Optional.of(renewal.baseline(app(), microsoft.job));
        microsoft.calls().clear();
    }

    public ProvisioningApp app() {
        return microsoft.app();
    }

    /** A plan with the app as it is now. */
    public RenewalPlan plan() {
        return new RenewalPlan(app(), microsoft.job, portal, before, consents, earlierChange);
    }

    public RenewalOutcome run() {
        return renewal.run(plan(), token, new StepListener() {
            @Override
            public void step(Step step, StepState state) {
                steps.add(step + " " + state);
            }

            @Override
            public void testedWithoutSettings() {
                steps.add("tested without settings");
            }
        });
    }

    public Renewed renewed() {
        return assertInstanceOf(Renewed.class, run());
    }

    /** A run that does not end well: where, and why. */
    public Failed failed() {
        return switch (run()) {
            case Failed failed -> failed;
            case NotChecked notChecked -> new Failed(Step.CHECK, notChecked.problem());
            case Renewed _,ConsentNeeded _ -> throw new AssertionError("This ended well, or with a question");
        };
    }

    /** A run whose token is saved and not checked. */
    public NotChecked notChecked() {
        return assertInstanceOf(NotChecked.class, run());
    }

    public RenewalOutcome checkAgain(NotChecked earlier) {
        steps.clear();
        return renewal.checkAgain(earlier.saved(), (step, state) -> steps.add(step + " " + state));
    }

    public ConsentQuestion asked() {
        return assertInstanceOf(ConsentNeeded.class, run()).question();
    }

    /** The problem of a call without a network. */
    public static Problem noNetwork() {
        return problem(ProblemCode.NET_UNREACHABLE);
    }

    public static Problem problem(ProblemCode reason) {
        return new Problem(reason, ChangeState.NOTHING, Diagnostics.at(Instant.EPOCH));
    }
}
