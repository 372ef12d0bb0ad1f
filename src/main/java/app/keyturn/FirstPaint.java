package app.keyturn;

import app.keyturn.renewal.ConnectivityCheck;
import java.util.concurrent.CountDownLatch;

/**
 * The moment from which the program may ask what the first page need not wait for: that page has been drawn. Encryption
 * would take the processor that it is drawn with.
 */
public final class FirstPaint {
    private final CountDownLatch moment = new CountDownLatch(1);

    /** It has come. */
    public void now() {
        moment.countDown();
    }

    /**
     * Waits for it.
     *
     * @throws InterruptedException if the waiting thread was interrupted
     */
    public void await() throws InterruptedException {
        moment.await();
    }

    /** The same look, which waits for it. */
    NetworkCheckFactory before(NetworkCheckFactory look) {
        return (http, cloud, clock) -> {
            ConnectivityCheck check = look.create(http, cloud, clock);
            return () -> {
                await();
                return check.look();
            };
        };
    }
}
