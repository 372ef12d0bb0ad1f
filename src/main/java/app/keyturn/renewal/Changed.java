package app.keyturn.renewal;

/** Whether anything was changed: the second sentence of every piece of bad news. */
public enum Changed {
    /** Nothing was changed; sync still uses the old token. */
    NOTHING,
    /** The new token is saved. */
    SAVED,
    /** It is not known whether the new token was saved. Both tokens work. */
    NOT_KNOWN
}
