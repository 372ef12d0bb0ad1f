package app.keyturn.renewal;

/** Whether anything was changed: the second sentence of every problem. Ordered by how worrying it is. */
public enum ChangeState {
    /** Nothing was changed; sync still uses the old token. */
    NOTHING,
    /** The new token is saved. */
    SAVED,
    /** It is not known whether the new token was saved. Both tokens work. */
    NOT_KNOWN;

    /** The state after both: the more worrying of the two. */
    public ChangeState combinedWith(ChangeState later) {
        return compareTo(later) > 0 ? this : later;
    }
}
