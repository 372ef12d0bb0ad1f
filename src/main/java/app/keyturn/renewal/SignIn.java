package app.keyturn.renewal;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs the user in at Microsoft, in their own browser. */
public interface SignIn {
    /**
     * Signs in. Blocks until the browser is back; an interrupt ends it and frees the local port within a second. Cached
     * sign-ins are dropped first, so that a role that was just activated counts.
     *
     * @param tenant the organisation's domain or id; empty for the account's own
     * @param showPage gets the address of Microsoft's page, once; it holds no lasting secret
     * @return who signed in
     * @throws ProblemException if the sign-in failed, or Microsoft could not be reached
     * @throws InterruptedException if interrupted
     */
    Account signIn(Optional<String> tenant, Consumer<URI> showPage) throws ProblemException, InterruptedException;

    /**
     * Signs in, like {@link #signIn(Optional, Consumer)}, and tells if the browser makes {@code https} of this computer's
     * address: it then gets no answer through, unless it falls back to {@code http} by itself.
     *
     * @param httpsTried called at most once, on another thread, while the sign-in goes on waiting
     */
    default Account signIn(Optional<String> tenant, Consumer<URI> showPage, Runnable httpsTried)
            throws ProblemException, InterruptedException {
        return signIn(tenant, showPage);
    }

    /** Drops every token of the sign-in. */
    void signOut();
}
