package app.keyturn.faults;

import app.keyturn.renewal.ChangeState;

/** The outcome that a cell must have. */
sealed interface Expected {
    /**
     * The fault cannot happen there.
     *
     * @param why the reason, for the report
     */
    record CannotHappen(String why) implements Expected {}

    /**
     * The renewal succeeds and the user does not notice.
     *
     * @param puts saves that Microsoft has seen by then
     */
    record Unnoticed(int puts) implements Expected {}

    /**
     * The user sees a problem.
     *
     * @param code of the problem; empty if the window only says that the first sync was not seen yet
     * @param changed what the problem says about changes
     * @param puts saves that Microsoft has seen by then
     * @param starts starts that Microsoft has seen by then
     * @param afterwards where the offered action leads
     */
    record Reported(String code, ChangeState changed, int puts, int starts,
            Afterwards afterwards) implements Expected {}

    /** Where the offered action leads once the fault is gone. */
    sealed interface Afterwards {
        /**
         * To success.
         *
         * @param puts saves that Microsoft has seen in all
         */
        record Green(int puts) implements Afterwards {}

        /**
         * To no success in this window.
         *
         * @param why the reason, for the report
         */
        record NoFurther(String why) implements Afterwards {}
    }
}
