package app.keyturn.renewal;

import java.util.Optional;

/** Whether Microsoft can be reached, and if not, why. */
public sealed interface Connectivity {
    /** The sign-in and Microsoft Graph have both answered. */
    record Open() implements Connectivity {}

    /**
     * One of them has not answered as Microsoft does, or neither has, or the clock is too wrong for them.
     *
     * @param signIn what stands between here and the sign-in; empty if nothing does
     * @param graph what stands between here and Microsoft Graph; empty if nothing does
     */
    record Barred(Optional<Problem> signIn, Optional<Problem> graph) implements Connectivity {
        /**
         * Checks that there is something.
         *
         * @throws IllegalArgumentException if nothing stands in the way
         */
        public Barred {
            if (signIn.isEmpty() && graph.isEmpty()) {
                throw new IllegalArgumentException("Nothing stands in the way");
            }
        }
    }
}
