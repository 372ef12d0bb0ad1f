package app.keyturn.renewal;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Signs a person in at Microsoft, in their own browser. */
public interface SignIn {
    /**
     * Signs in. Blocks until the browser has answered; an interrupt ends it and frees the local port within a second.
     * Sign-ins kept from before are dropped first, so that a role just switched on counts.
     *
     * @param tenant the organisation's domain or id; empty for the account's own
     * @param showPage gets the address of Microsoft's page, once; it holds no secret of lasting worth
     * @return who signed in
     * @throws ProblemException with a {@link Problem} or a {@link Problem}
     * @throws InterruptedException if the waiting thread was interrupted
     */
    Account signIn(Optional<String> tenant, Consumer<URI> showPage) throws ProblemException, InterruptedException;

    /** Forgets every token of the sign-in. */
    void signOut();
}
