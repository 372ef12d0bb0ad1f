package app.keyturn.entra.signin;

import app.keyturn.renewal.ProblemException;

/** Gives the access token of who is signed in. */
@FunctionalInterface
public interface AccessTokens {
    /**
     * A token that is good now, fetched anew if the last one has run out.
     *
     * @throws ProblemException {@code SIGNIN-EXPIRED} if nobody is signed in any more
     * @throws InterruptedException if interrupted
     */
    AccessToken current() throws ProblemException, InterruptedException;
}
