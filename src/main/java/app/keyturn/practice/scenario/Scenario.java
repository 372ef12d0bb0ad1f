package app.keyturn.practice.scenario;

import java.util.Arrays;
import java.util.Optional;

/** The situation that a practice world opens with. */
public enum Scenario {
    /** The job is active, and the stored token works for some more weeks. */
    HEALTHY("healthy"),
    /** As {@link #HEALTHY}, but the first token that Apple's page shows lacks its end, as after an incomplete copy. */
    WRONG_TOKEN("wrong-token"),
    /** The stored token expired two weeks ago, and the job is in quarantine for it. */
    EXPIRED_TOKEN("expired-token"),
    /** As {@link #HEALTHY}; the user first signs in with the account that lacks the role. */
    NO_PERMISSION("no-permission"),
    /** The role was just activated: the first sign-in does not have it yet, every later one does. */
    ROLE_SWITCHED_ON("role-switched-on"),
    /** As {@link #HEALTHY}; a policy ends the session at the first test of a new token. The next session lasts. */
    SESSION_ENDED("session-ended"),
    /** Reading the organisation's name is refused. */
    NAME_HIDDEN("name-hidden"),
    /** No application that concerns Apple. */
    NO_APP("no-app"),
    /** The application has a custom name; only its gallery template identifies it. */
    RENAMED_APP("renamed-app"),
    /** The application has a custom name and no template: only its address identifies it. */
    NAMELESS_APP("nameless-app"),
    /** Two applications lead to the same portal: one in use, and one for tests that is switched off. */
    SEVERAL_APPS("several-apps"),
    /** The stored address is the other portal's. */
    OTHER_PORTAL("other-portal"),
    /** No address is stored. */
    NO_ADDRESS("no-address"),
    /** The stored address ends with flags: {@code ?aadOptscim062020}. */
    ADDRESS_WITH_FLAGS("address-with-flags"),
    /** Secrets are stored, but there is no job. */
    NO_JOB("no-job"),
    /** The connection uses OIDC only: neither secrets nor a job. */
    OIDC("oidc"),
    /** The job signs in by OAuth: keys that begin {@code Oauth2}, and no SecretToken. */
    OAUTH("oauth"),
    /** Two jobs: first one that is switched off, then the one in use. */
    SEVERAL_JOBS("several-jobs"),
    /** An administrator paused the job; the stored token works. */
    PAUSED("paused"),
    /** The token expired more than four weeks ago, and Microsoft switched the job off. */
    SWITCHED_OFF("switched-off"),
    /** The job is configured, but was never started. */
    NEVER_RAN("never-ran"),
    /** In quarantine: too many removals. The stored token works. */
    QUARANTINE_DELETES("quarantine-deletes"),
    /** In quarantine: too many accounts failed. The stored token works. */
    QUARANTINE_FAILURES("quarantine-failures"),
    /** In quarantine at the request of Microsoft. The stored token works. */
    QUARANTINE_BY_MICROSOFT("quarantine-by-microsoft"),
    /** In quarantine: intake was interrupted. The stored token works. */
    QUARANTINE_INTAKE("quarantine-intake"),
    /** In quarantine for an error that has nothing to do with credentials. The stored token works. */
    QUARANTINE_OTHER("quarantine-other"),
    /** In quarantine for a reason that the program does not know. The stored token works. */
    QUARANTINE_UNKNOWN("quarantine-unknown"),
    /** A status code that the program does not know. The stored token works. */
    UNKNOWN_STATUS("unknown-status");

    private final String id;

    Scenario(String id) {
        this.id = id;
    }

    /**
     * The ID in settings, arguments and folder names; it never changes.
     *
     * @return lower case, words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * The scenario with this ID.
     *
     * @param id as {@link #id()} returns it
     * @return empty when there is none
     */
    public static Optional<Scenario> fromId(String id) {
        return Arrays.stream(values()).filter(scenario -> scenario.id.equals(id)).findFirst();
    }
}
