package app.keyturn.practice.graph;

import app.keyturn.practice.apple.AppleScimService;
import app.keyturn.practice.graph.PracticeSyncJob.Quarantine;
import app.keyturn.practice.graph.PracticeSyncJob.Schedule;
import app.keyturn.practice.graph.PracticeSyncJob.State;
import app.keyturn.practice.server.RequestLog;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
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
    private final Set<String> savedSinceTested = new HashSet<>();
    private final Set<String> provenSinceTested = new HashSet<>();
    private final Set<String> started = new HashSet<>();

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

    /**
     * Remembers pairs that passed the credential check.
     *
     * @param saved whether they were the saved ones: that proves a save, and is no test before the next
     */
    void checkPassed(Map<String, String> pairs, boolean saved) {
        String passed = fingerprint(pairs);
        if (!saved) {
            testedPairs.add(passed);
            savedSinceTested.remove(passed);
            provenSinceTested.remove(passed);
        } else if (savedSinceTested.contains(passed)) {
            provenSinceTested.add(passed);
        }
    }

    /** Checks a save that has been processed. */
    void saved(EnterpriseApp app, Map<String, String> before, Map<String, String> sent) {
        requireAppleApp(app, "secrets were saved for an application other than Apple's");
        sent.forEach((key, value) -> {
            if (value.equals(StoredPairs.MASK)) {
                requestLog.flag("the mask \"*\" was written as the value of " + key);
            }
            if (value.isEmpty()) {
                requestLog.flag("an empty value was written for " + key);
            }
        });
        if (!sent.containsKey("SecretToken")) {
            return;
        }
        started.clear();
        if (!before.containsKey("SecretToken")) {
            requestLog.flag("a SecretToken was saved where there was none");
        }
        requireSameSettings(before, sent);
        if (!appleScim.wasIssued(sent.getOrDefault("SecretToken", ""))) {
            requestLog.flag("a SecretToken was saved that Apple never issued");
        }
        String stored = fingerprint(app.pairs().unmasked());
        if (!testedPairs.contains(stored)) {
            requestLog.flag("a SecretToken was saved that had not passed the test with this BaseAddress");
        }
        savedSinceTested.add(stored);
        if (provenSinceTested.contains(stored)) {
            requestLog.flag("a SecretToken was saved again, without a new test, after its save had been proven");
        }
    }

    /** Records a save that left the service in doubt, and that it refused. */
    void mixed() {
        requestLog.flag("a SecretToken was saved together with readable pairs of OAuth");
    }

    /**
     * Every readable setting must come back with the same meaning. Another address is legal, if it passed the test; so is
     * to leave out the pairs of OAuth, which {@link #mixed} is about.
     */
    private void requireSameSettings(Map<String, String> before, Map<String, String> sent) {
        before.forEach((key, value) -> {
            String now = sent.getOrDefault(key, "");
            if (StoredPairs.isSecret(key) || key.startsWith("Oauth2")) {
                return;
            }
            if (now.isEmpty()) {
                requestLog.flag("a save left out the setting " + key);
            } else if (!key.equals("BaseAddress") && !sameMeaning(value, now)) {
                requestLog.flag("a save changed the setting " + key);
            }
        });
    }

    private static boolean sameMeaning(String one, String other) {
        try {
            return one.equals(other) || JsonParser.parseString(one).equals(JsonParser.parseString(other));
        } catch (JsonParseException notJson) {
            return false;
        }
    }

    /** Checks a start before it is processed. Starting a paused job is allowed: the user may have agreed to it. */
    void starting(EnterpriseApp app, PracticeSyncJob job) {
        requireAppleApp(app, "start on a job of an application other than Apple's");
        State state = job.state();
        switch (state.status()) {
            case ACTIVE -> requestLog.flag("start on a job that was active");
            case NOT_RUN, NOT_CONFIGURED -> requestLog.flag(state.schedule() == Schedule.ACTIVE
                    ? "start on a job whose first cycle was running"
                    : "start on a job that never ran");
            case UNKNOWN -> requestLog.flag("start on a job in an unknown state");
            case PAUSED, QUARANTINE -> {
                if (state.escrowsPruned()) {
                    requestLog.flag("start on a job that waits until errors are cleaned up");
                }
                if (state.quarantine().filter(quarantine -> !quarantine.isTokenFailure()).isPresent()) {
                    requestLog.flag("start on a job in quarantine for a reason other than the token: "
                            + state.quarantine().map(Quarantine::reason).orElseThrow().text());
                }
                if (started.contains(job.id())) {
                    requestLog.flag("a second start without a new token in between");
                }
            }
        }
        started.add(job.id());
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
