package app.keyturn.entra.signin;

import app.keyturn.renewal.ProblemException;

/** Gives the access token of the signed-in account. */
@FunctionalInterface
public interface AccessTokens {
    /**
     * A valid token, renewed if the last one has expired.
     *
     * @throws ProblemException {@code SIGNIN-EXPIRED} if the sign-in has ended
     * @throws InterruptedException if interrupted
     */
    AccessToken current() throws ProblemException, InterruptedException;
}
