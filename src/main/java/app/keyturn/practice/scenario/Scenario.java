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
    UNKNOWN_STATUS("unknown-status"),
    /** The role begins to count some seconds after the first sign-in, without another. */
    ROLE_LATER("role-later"),
    /** The first sign-in ends at the page that asks for an administrator's approval. */
    APPROVAL_NEEDED("approval-needed"),
    /** The first sign-in is refused as a partner's, in a customer's tenant. */
    PARTNER_ACCOUNT("partner-account"),
    /** The first sign-in is refused because of the device. */
    DEVICE_REFUSED("device-refused"),
    /** Sixty more applications have names that begin with Apple's. */
    MANY_APPS("many-apps"),
    /** Another application with Apple's name answers each request with 500. */
    NEIGHBOUR_UNREADABLE("neighbour-unreadable"),
    /** Only its address identifies the application, and a search is refused half-way. */
    SEARCH_UNFINISHED("search-unfinished"),
    /** Each kind of request is first answered with 503, and a save twice, with a time to wait. */
    SERVICE_UNWELL("service-unwell"),
    /** Each kind of read and test is first refused with 401 or 403, for no reason. */
    REFUSED_AT_FIRST("refused-at-first"),
    /** A batch of more than three requests is answered with 504. */
    BATCH_FAILS("batch-fails"),
    /** The test of the stored token fails with 500 until a new one is saved. */
    OLD_TOKEN_UNTESTED("old-token-untested"),
    /** As {@link #EXPIRED_TOKEN}; after a save, the test of the saved token fails with 503 for some seconds. */
    CHECK_UNWELL("check-unwell"),
    /** As {@link #EXPIRED_TOKEN}; after a save, Microsoft uses the old token for some more seconds. */
    STALE_TOKEN("stale-token"),
    /** Beside the token, masked and empty pairs are left over from OAuth. */
    LEFTOVER_OAUTH("leftover-oauth"),
    /** A setting is shown without a value. */
    EMPTY_SETTING("empty-setting"),
    /** A setting that is JSON comes back from a save with other spaces and another order. */
    SETTING_REWRITTEN("setting-rewritten"),
    /** A test or a save that names one of the stored settings fails with 500. */
    SETTING_NOT_UNDERSTOOD("setting-not-understood"),
    /** The job was started a moment ago, and its first cycle is running. */
    FIRST_CYCLE_RUNNING("first-cycle-running"),
    /** The job was set up in the portal, which shows it as paused, and was never started. */
    NEVER_STARTED("never-started"),
    /** In quarantine without an error; the last cycle names another than bad credentials. The stored token works. */
    QUARANTINE_WITHOUT_ERROR("quarantine-without-error"),
    /** Microsoft paused the job until errors of its first cycle are cleaned up. */
    ERRORS_TO_CLEAN_UP("errors-to-clean-up");

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
