package app.keyturn.renewal;

/** The four steps of a renewal, in order. */
public enum Step {
    /** Microsoft tests the new token at Apple; nothing is saved. */
    TEST,
    /** The new token is written. */
    SAVE,
    /** What was written is read and tested. */
    CHECK,
    /** The sync is restarted, if the old token had stopped it. */
    RESUME
}
