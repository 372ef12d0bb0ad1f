package app.keyturn.faults;

import app.keyturn.renewal.Timer;
import app.keyturn.testkit.UtcClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still but for the pauses, which pass at once. */
final class SkippingTimer extends UtcClock implements Timer {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Due> alarms = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00.25Z");

    /** Something to do when it is time. */
    private record Due(Instant at, Runnable action) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        Instant reached = pass(duration);
        List<Due> over = alarms.stream().filter(due -> !reached.isBefore(due.at())).toList();
        alarms.removeAll(over);
        over.forEach(due -> due.action().run());
    }

    @Override
    public Alarm schedule(Duration delay, Runnable action) {
        Due due = new Due(instant().plus(delay), action);
        alarms.add(due);
        return () -> alarms.remove(due);
    }

    private synchronized Instant pass(Duration duration) {
        now = now.plus(duration);
        return now;
    }

    /** True if there was a pause of just this length. */
    boolean paused(Duration length) {
        return pauses.contains(length);
    }
}
