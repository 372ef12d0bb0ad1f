package app.keyturn.practice.graph;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.Standing;
import app.keyturn.practice.server.RequestLog;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices in the {@link RequestLog} what Graph allows and a careful program would not do. */
public final class SafetyMonitor {
    private final RequestLog ledger;
    private final AppleScimService apple;
    private final Optional<EnterpriseApp> appleApp;
    private final Set<String> passed = new HashSet<>();

    /**
     * Begins with a clean sheet.
     *
     * @param appleApp the only one that may be changed
     */
    public SafetyMonitor(RequestLog ledger, AppleScimService apple, Optional<EnterpriseApp> appleApp) {
        this.ledger = ledger;
        this.apple = apple;
        this.appleApp = appleApp;
    }

    void tested(Map<String, String> pairs) {
        passed.add(fingerprint(pairs));
    }

    /** Looks at a save; the pairs are those that stand after it. */
    void saved(EnterpriseApp app, Map<String, String> before, Map<String, String> sent) {
        onlyApples(app, "secrets were saved for another application than Apple's");
        sent.forEach((key, value) -> {
            if (value.equals(StoredPairs.MASK)) {
                ledger.flag("the mask \"*\" was written as the value of " + key);
            }
        });
        if (!sent.containsKey("SecretToken")) {
            return;
        }
        if (!before.containsKey("SecretToken")) {
            ledger.flag("a SecretToken was saved where none stood");
        }
        Map<String, String> stored = app.pairs().inClear();
        if (!apple.knows(stored.getOrDefault("SecretToken", ""))) {
            ledger.flag("a SecretToken was saved that Apple never made");
        }
        if (!passed.contains(fingerprint(stored))) {
            ledger.flag("a SecretToken was saved that had not passed the test with this BaseAddress");
        }
    }

    /** Looks at a start before it happens. A person may agree to one of a paused job, so that is none of ours. */
    void starting(EnterpriseApp app, PracticeSyncJob job) {
        onlyApples(app, "start on a job of another application than Apple's");
        Standing standing = job.standing();
        switch (standing.status()) {
            case ACTIVE -> ledger.flag("start on a job that was active");
            case NOT_RUN, NOT_CONFIGURED -> ledger.flag("start on a job that never ran");
            case OF_THE_FUTURE -> ledger.flag("start on a job whose state nobody knows");
            case PAUSED, QUARANTINE -> {
                if (standing.quarantine().filter(quarantine -> !quarantine.isForToken()).isPresent()) {
                    ledger.flag("start on a job in quarantine for something else than the token: "
                            + standing.quarantine().map(Quarantine::reason).orElseThrow().text());
                }
            }
        }
    }

    private void onlyApples(EnterpriseApp app, String otherwise) {
        if (appleApp.filter(app::equals).isEmpty()) {
            ledger.flag(otherwise);
        }
    }

    private static String fingerprint(Map<String, String> pairs) {
        return pairs.getOrDefault("BaseAddress", "") + "\n" + pairs.getOrDefault("SecretToken", "");
    }
}
