package app.keyturn.faults;

import app.keyturn.renewal.ChangeState;

/** What has to come of a cell. */
sealed interface Expected {
    /**
     * It cannot happen.
     *
     * @param why in words
     */
    record CannotHappen(String why) implements Expected {}

    /**
     * The renewal comes to green, and nobody notices.
     *
     * @param puts how many saves Microsoft saw by then
     */
    record Unnoticed(int puts) implements Expected {}

    /**
     * The person reads of it.
     *
     * @param code of the problem; empty if it is only said that the first sync was not seen yet
     * @param changed what the problem says was changed
     * @param puts how many saves Microsoft saw by then
     * @param starts how many starts Microsoft saw by then
     * @param afterwards what the offered action leads to
     */
    record Told(String code, ChangeState changed, int puts, int starts, Afterwards afterwards) implements Expected {}

    /** Where the offered action leads once the fault is gone. */
    sealed interface Afterwards {
        /**
         * To green.
         *
         * @param puts how many saves Microsoft saw in all
         */
        record Green(int puts) implements Afterwards {}

        /**
         * Not to green in this window.
         *
         * @param why in words
         */
        record NoFurther(String why) implements Afterwards {}
    }
}
