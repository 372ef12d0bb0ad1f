package app.keyturn.renewal;

/** How far a step is. */
public enum StepState {
    WAITING, RUNNING, DONE, FAILED, SKIPPED
}
