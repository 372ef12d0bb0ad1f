package app.keyturn.renewal;

/** The state of a step. */
public enum StepState {
    WAITING, RUNNING, DONE, FAILED, SKIPPED
}
