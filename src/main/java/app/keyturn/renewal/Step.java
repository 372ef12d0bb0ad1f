package app.keyturn.renewal;

/** The four parts of a renewal, in their order. */
public enum Step {
    /** Microsoft tries the new token at Apple; nothing is saved. */
    TEST,
    /** The new token is written. */
    SAVE,
    /** What was written is read and tried. */
    CHECK,
    /** Sync is brought back, if the old token had stopped it. */
    RESUME
}
