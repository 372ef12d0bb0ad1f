package app.keyturn.walkthrough;

import app.keyturn.wizard.RenewalState;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls to Microsoft Graph from a sign-in to the green page; a new sign-in starts from zero. */
public final class GraphCallCounter {
    private final AtomicInteger calls = new AtomicInteger();
    private int toGreen;

    /** Starts counting for the renewal that this state belongs to. */
    public GraphCallCounter(RenewalState renewalState) {
        renewalState.signedIn().subscribe(who -> {
            if (who == null) {
                calls.set(0);
            }
        });
        renewalState.result().subscribe((before, now) -> {
            if (now == null) {
                toGreen = 0;
            } else if (before == null) {
                toGreen = calls.get();
            }
        });
    }

    /** Counts one call; may be called on any thread. */
    public void increment() {
        calls.incrementAndGet();
    }

    /** The number of calls until the green page; zero before. */
    public int toGreen() {
        return toGreen;
    }
}
