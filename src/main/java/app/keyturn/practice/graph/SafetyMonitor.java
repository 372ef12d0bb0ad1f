package app.keyturn.practice.graph;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.server.RequestLog;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices in the {@link RequestLog} what Graph allows and a careful program would not do. */
public final class SafetyMonitor {
    private final RequestLog requestLog;
    private final AppleScimService appleScim;
    private final Optional<EnterpriseApp> appleApp;
    private final Set<String> testedPairs = new HashSet<>();

    /**
     * Begins with a clean sheet.
     *
     * @param appleApp the only one that may be changed
     */
    public SafetyMonitor(RequestLog requestLog, AppleScimService appleScim, Optional<EnterpriseApp> appleApp) {
        this.requestLog = requestLog;
        this.appleScim = appleScim;
        this.appleApp = appleApp;
    }

    void checkPassed(Map<String, String> pairs) {
        testedPairs.add(fingerprint(pairs));
    }

    /** Looks at a save; the pairs are those that stand after it. */
    void saved(EnterpriseApp app, Map<String, String> before, Map<String, String> sent) {
        requireAppleApp(app, "secrets were saved for another application than Apple's");
        sent.forEach((key, value) -> {
            if (value.equals(StoredPairs.MASK)) {
                requestLog.flag("the mask \"*\" was written as the value of " + key);
            }
        });
        if (!sent.containsKey("SecretToken")) {
            return;
        }
        if (!before.containsKey("SecretToken")) {
            requestLog.flag("a SecretToken was saved where none stood");
        }
        Map<String, String> stored = app.pairs().unmasked();
        if (!appleScim.wasIssued(stored.getOrDefault("SecretToken", ""))) {
            requestLog.flag("a SecretToken was saved that Apple never made");
        }
        if (!testedPairs.contains(fingerprint(stored))) {
            requestLog.flag("a SecretToken was saved that had not passed the test with this BaseAddress");
        }
    }

    /** Looks at a start before it happens. A person may agree to one of a paused job, so that is none of ours. */
    void starting(EnterpriseApp app, PracticeSyncJob job) {
        requireAppleApp(app, "start on a job of another application than Apple's");
        State state = job.state();
        switch (state.status()) {
            case ACTIVE -> requestLog.flag("start on a job that was active");
            case NOT_RUN, NOT_CONFIGURED -> requestLog.flag("start on a job that never ran");
            case UNKNOWN -> requestLog.flag("start on a job whose state nobody knows");
            case PAUSED, QUARANTINE -> {
                if (state.quarantine().filter(quarantine -> !quarantine.isTokenFailure()).isPresent()) {
                    requestLog.flag("start on a job in quarantine for something else than the token: "
                            + state.quarantine().map(Quarantine::reason).orElseThrow().text());
                }
            }
        }
    }

    private void requireAppleApp(EnterpriseApp app, String otherwise) {
        if (appleApp.filter(app::equals).isEmpty()) {
            requestLog.flag(otherwise);
        }
    }

    private static String fingerprint(Map<String, String> pairs) {
        return pairs.getOrDefault("BaseAddress", "") + "\n" + pairs.getOrDefault("SecretToken", "");
    }
}
