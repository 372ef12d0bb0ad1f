package app.keyturn.renewal;

/**
 * Whether anything was changed: the second sentence of every piece of bad news. In the order of how much there is to
 * worry about.
 */
public enum ChangeState {
    /** Nothing was changed; sync still uses the old token. */
    NOTHING,
    /** The new token is saved. */
    SAVED,
    /** It is not known whether the new token was saved. Both tokens work. */
    NOT_KNOWN;

    /** What is true after both. */
    public ChangeState and(ChangeState later) {
        return compareTo(later) > 0 ? this : later;
    }
}
