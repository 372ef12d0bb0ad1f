package app.keyturn.renewal;

import java.net.URI;
import java.util.Optional;

/** Signs the user in at Microsoft, in their own browser. */
public interface SignIn {
    /**
     * Signs in. Blocks until the browser is back; an interrupt ends it and frees the local port within a second. Cached
     * sign-ins are dropped first, so that a role that was just activated counts.
     *
     * @param tenant the organisation's domain or id; empty for the account's own
     * @param browser told what happens in the browser
     * @return who signed in
     * @throws ProblemException if the sign-in failed, or Microsoft could not be reached
     * @throws InterruptedException if interrupted
     */
    Account signIn(Optional<String> tenant, BrowserListener browser) throws ProblemException, InterruptedException;

    /** Told what happens in the browser during a sign-in, on any thread. */
    @FunctionalInterface
    interface BrowserListener {
        /** Microsoft's page can be opened; called once. Its address holds no lasting secret. */
        void pageReady(URI page);

        /**
         * The browser makes {@code https} of this computer's address: it gets no answer through, unless it falls back to
         * {@code http} by itself. Called at most once, while the sign-in goes on waiting.
         */
        default void httpsTried() {}
    }

    /** Drops every token of the sign-in. */
    void signOut();
}
