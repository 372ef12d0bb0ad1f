package app.keyturn;

import app.keyturn.wizard.RenewalState;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often Microsoft Graph is called from a sign-in to green. Who signs in anew begins anew. */
final class GraphCallCounter {
    private final AtomicInteger calls = new AtomicInteger();
    private int toGreen;

    /**
     * Counts for a renewal, from now on.
     *
     * @param renewalState tells who is signed in, and when the renewal has come to green
     */
    GraphCallCounter(RenewalState renewalState) {
        renewalState.signedIn().subscribe(who -> {
            if (who == null) {
                calls.set(0);
            }
        });
        renewalState.result().subscribe(result -> toGreen = result == null ? 0 : calls.get());
    }

    /** Counts one; from any thread. */
    void one() {
        calls.incrementAndGet();
    }

    /** How many there had been when the renewal came to green; zero before. */
    int toGreen() {
        return toGreen;
    }
}
