package app.keyturn.testkit;

import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.ConnectivityCheck;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The network as a test wants it: open from the start, and without a newer version of Keyturn. For any thread. */
public final class FakeNetwork implements ConnectivityCheck {
    private final AtomicReference<Connectivity> connectivity = new AtomicReference<>(new Connectivity.Reachable());
    private final AtomicReference<Optional<String>> newerVersion = new AtomicReference<>(Optional.empty());
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger versionQueries = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** The result of every check from now on. */
    public void set(Connectivity now) {
        connectivity.set(now);
    }

    /** How often the network was checked. */
    public int checks() {
        return checks.get();
    }

    /** Offers a newer version from now on. */
    public void offerVersion(String version) {
        newerVersion.set(Optional.of(version));
    }

    /** How often the newest version was asked for. */
    public int versionQueries() {
        return versionQueries.get();
    }

    /** Has checks and queries wait from now on. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets what waits come to its end. */
    public void release() {
        gate.countDown();
    }

    @Override
    public Connectivity check() throws InterruptedException {
        checks.incrementAndGet();
        gate.await();
        return connectivity.get();
    }

    /** The answer of the release feed. */
    public Optional<String> newerVersion() {
        versionQueries.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return newerVersion.get();
    }
}
