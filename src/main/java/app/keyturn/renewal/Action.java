package app.keyturn.renewal;

/** The one thing to do about a problem. The wizard carries it out. */
public enum Action {
    /** Sign in again, with cached sign-ins dropped. */
    SIGN_IN_AGAIN,
    /** Sign in with another account. */
    SWITCH_ACCOUNT,
    /** Choose another app or another organisation. */
    CHOOSE_APP,
    /** Go back to the token, which is still there. */
    BACK_TO_TOKEN,
    /** Do the same again. */
    TRY_AGAIN,
    /** Read the state of the sync again; nothing is written. */
    READ_AGAIN,
    /** Check again what was saved; nothing is saved again. */
    CHECK_AGAIN,
    /** Finish in Microsoft's portal by hand. */
    BY_HAND
}
