package app.keyturn.testkit;

import app.keyturn.renewal.RetryWait;
import app.keyturn.renewal.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A timer and a clock in one, for any thread: time moves only by pauses, which cost none. Alarms ring when they are
 * due.
 */
public final class FakeTimer extends UtcClock implements Timer {
    /** All pauses, in order. */
    public final List<Duration> pauses = new CopyOnWriteArrayList<>();
    /** The pauses because Microsoft was busy, in order. */
    public final List<Duration> throttlePauses = new CopyOnWriteArrayList<>();
    /** What the window was told of pauses, in order. */
    public final List<RetryWait> waits = new CopyOnWriteArrayList<>();
    public final AtomicInteger alarmsSet = new AtomicInteger();
    private final List<Pending> pending = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00.25Z");
    private static final Duration FIRST_UPTIME = Duration.ofDays(-3);
    private Duration uptime = FIRST_UPTIME;

    private record Pending(Duration due, Runnable action) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public synchronized Duration uptime() {
        return uptime;
    }

    /** The time that has passed since this timer was created. */
    public Duration passed() {
        return uptime().minus(FIRST_UPTIME);
    }

    /** Sets the clock to another time, which is no time that passes. */
    public synchronized void set(Instant other) {
        now = other;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        advance(duration);
    }

    @Override
    public void retryPause(RetryWait wait) throws InterruptedException {
        waits.add(wait);
        if (wait.reason() == RetryWait.Reason.BUSY) {
            throttlePauses.add(wait.pause());
        }
        pause(wait.pause());
    }

    @Override
    public Alarm schedule(Duration duration, Runnable action) {
        alarmsSet.incrementAndGet();
        Pending alarm = new Pending(uptime().plus(duration), action);
        pending.add(alarm);
        return () -> pending.remove(alarm);
    }

    /** Moves the clock and rings the alarms that are due. */
    public void advance(Duration duration) {
        Duration reached = move(duration);
        List<Pending> due = pending.stream().filter(alarm -> reached.compareTo(alarm.due()) >= 0).toList();
        pending.removeAll(due);
        due.forEach(alarm -> alarm.action().run());
    }

    private synchronized Duration move(Duration duration) {
        now = now.plus(duration);
        uptime = uptime.plus(duration);
        return uptime;
    }
}
