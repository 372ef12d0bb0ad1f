package app.keyturn.renewal;

import java.util.Optional;

/** Whether Microsoft can be reached, and if not, why not. */
public sealed interface Connectivity {
    /** The sign-in and Microsoft Graph both answered. */
    record Reachable() implements Connectivity {}

    /**
     * At least one of them did not answer as Microsoft does, or the clock is too wrong for them.
     *
     * @param signIn why the sign-in cannot be reached; empty if it can
     * @param graph why Microsoft Graph cannot be reached; empty if it can
     */
    record Unreachable(Optional<Problem> signIn, Optional<Problem> graph) implements Connectivity {
        /**
         * Checks that there is a problem.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Unreachable {
            if (signIn.isEmpty() && graph.isEmpty()) {
                throw new IllegalArgumentException("There is no problem");
            }
        }
    }
}
