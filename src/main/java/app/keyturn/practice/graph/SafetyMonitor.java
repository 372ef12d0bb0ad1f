package app.keyturn.practice.graph;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.server.RequestLog;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flags in the {@link RequestLog} what Graph allows but a careful program would not do. */
public final class SafetyMonitor {
    private final RequestLog requestLog;
    private final AppleScimService appleScim;
    private final Optional<EnterpriseApp> appleApp;
    private final Set<String> testedPairs = new HashSet<>();

    /**
     * Creates a monitor.
     *
     * @param requestLog that violations are added to
     * @param appleScim that knows which tokens were issued
     * @param appleApp the only application that may be changed
     */
    public SafetyMonitor(RequestLog requestLog, AppleScimService appleScim, Optional<EnterpriseApp> appleApp) {
        this.requestLog = requestLog;
        this.appleScim = appleScim;
        this.appleApp = appleApp;
    }

    /** Remembers pairs that passed the credential check. */
    void checkPassed(Map<String, String> pairs) {
        testedPairs.add(fingerprint(pairs));
    }

    /** Checks a save that has been processed. */
    void saved(EnterpriseApp app, Map<String, String> before, Map<String, String> sent) {
        requireAppleApp(app, "secrets were saved for an application other than Apple's");
        sent.forEach((key, value) -> {
            if (value.equals(StoredPairs.MASK)) {
                requestLog.flag("the mask \"*\" was written as the value of " + key);
            }
        });
        if (!sent.containsKey("SecretToken")) {
            return;
        }
        if (!before.containsKey("SecretToken")) {
            requestLog.flag("a SecretToken was saved where there was none");
        }
        Map<String, String> stored = app.pairs().unmasked();
        if (!appleScim.wasIssued(stored.getOrDefault("SecretToken", ""))) {
            requestLog.flag("a SecretToken was saved that Apple never issued");
        }
        if (!testedPairs.contains(fingerprint(stored))) {
            requestLog.flag("a SecretToken was saved that had not passed the test with this BaseAddress");
        }
    }

    /** Checks a start before it is processed. Starting a paused job is allowed: the user may have agreed to it. */
    void starting(EnterpriseApp app, PracticeSyncJob job) {
        requireAppleApp(app, "start on a job of an application other than Apple's");
        State state = job.state();
        switch (state.status()) {
            case ACTIVE -> requestLog.flag("start on a job that was active");
            case NOT_RUN, NOT_CONFIGURED -> requestLog.flag("start on a job that never ran");
            case UNKNOWN -> requestLog.flag("start on a job in an unknown state");
            case PAUSED, QUARANTINE -> {
                if (state.escrowsPruned()) {
                    requestLog.flag("start on a job that waits until errors are cleaned up");
                }
                if (state.quarantine().filter(quarantine -> !quarantine.isTokenFailure()).isPresent()) {
                    requestLog.flag("start on a job in quarantine for a reason other than the token: "
                            + state.quarantine().map(Quarantine::reason).orElseThrow().text());
                }
            }
        }
    }

    private void requireAppleApp(EnterpriseApp app, String violation) {
        if (appleApp.filter(app::equals).isEmpty()) {
            requestLog.flag(violation);
        }
    }

    private static String fingerprint(Map<String, String> pairs) {
        return pairs.getOrDefault("BaseAddress", "") + "\n" + pairs.getOrDefault("SecretToken", "");
    }
}
