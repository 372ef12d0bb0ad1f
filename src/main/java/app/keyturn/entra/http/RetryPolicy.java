package app.keyturn.entra.http;

import app.keyturn.entra.http.RepeatableFault.Kind;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.RetryWait.Reason;
import app.keyturn.renewal.ThrottleBackoff;
import app.keyturn.renewal.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When a request may be repeated, and after which pause; for one operation. What only reads is repeated while that may
 * help, within the limits of {@link Limits}: see {@link Kind}. A test of credentials only reads. What writes or starts
 * is not repeated here.
 */
public final class RetryPolicy implements AutoCloseable {
    private final Timer timer;
    private final Limits limits;
    private final ThrottleBackoff backoff;
    private boolean deniedOnce;

    /** A policy for one operation, which begins now. Close it to take back what the window shows. */
    public RetryPolicy(Timer timer, Limits limits) {
        this.timer = timer;
        this.limits = limits;
        this.backoff = new ThrottleBackoff(timer, limits);
    }

    /**
     * One attempt at a request.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Attempt<T> {
        T send() throws IOException, InterruptedException, ProblemException;
    }

    /** Sends a request that only reads, and repeats it if that may help. */
    public <T> T retryRead(Attempt<T> attempt) throws IOException, InterruptedException, ProblemException {
        while (true) {
            try {
                return attempt.send();
            } catch (IOException e) {
                if (!waitBeforeRetry(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Sends a request that may do more than read, and repeats it only if certainly nothing was done: there was no
     * connection, or Microsoft was too busy.
     */
    public <T> T retryIfNothingWasDone(Attempt<T> attempt) throws IOException, InterruptedException, ProblemException {
        while (true) {
            try {
                return attempt.send();
            } catch (ErrorResponseException e) {
                if (!e.response().isTooManyRequests() || !backoff.pauseOrGiveUp(e.response().retryAfter())) {
                    throw e;
                }
            } catch (IOException e) {
                if (!NetworkFault.isBeforeSending(e) || !waitBeforeRetry(e)) {
                    throw e;
                }
            }
        }
    }

    /** True if the same request may get a response at another time. */
    public static boolean mayPass(IOException thrown) {
        return RepeatableFault.of(thrown).filter(fault -> fault.kind() == Kind.PASSING).isPresent();
    }

    /** True if repeating a request that failed like this may help, for however short a time. */
    public static boolean isRepeatable(IOException thrown) {
        return RepeatableFault.of(thrown).isPresent();
    }

    /** True if a request that failed like this may be repeated. */
    public boolean mayRepeat(IOException thrown) {
        return RepeatableFault.of(thrown).filter(this::mayRepeat).isPresent();
    }

    /**
     * Waits before a failed request is repeated.
     *
     * @return false if repeating it is pointless; then this does not wait
     */
    private boolean waitBeforeRetry(IOException thrown) throws InterruptedException {
        return mayRepeat(thrown) && waitBeforeRetry(List.of(thrown), limits.repeat());
    }

    /**
     * Waits before requests are repeated.
     *
     * @param causes why they failed; {@link #mayRepeat} of each
     * @param limit how long after the operation began the last attempt may start
     * @return false if the time is up; then this does not wait
     */
    public boolean waitBeforeRetry(Collection<IOException> causes, Duration limit) throws InterruptedException {
        return wait(causes.stream().flatMap(cause -> RepeatableFault.of(cause).stream()).toList(), limit);
    }

    @Override
    public void close() {
        timer.retriesOver();
    }

    private boolean mayRepeat(RepeatableFault fault) {
        return switch (fault.kind()) {
            case PASSING -> true;
            case STRANGE -> backoff.isWithin(limits.repeatBriefly());
            case DENIED -> !deniedOnce;
        };
    }

    private boolean wait(List<RepeatableFault> faults, Duration limit) throws InterruptedException {
        boolean denied = has(faults, Kind.DENIED);
        Optional<Duration> asked = faults.stream().flatMap(fault -> fault.asked().stream()).max(Duration::compareTo);
        if (asked.filter(Duration::isPositive).isPresent()) {
            return backoff.pauseOrGiveUp(asked) && noted(denied);
        }
        Duration longest = has(faults, Kind.STRANGE) && !has(faults, Kind.PASSING) ? limits.repeatBriefly() : limit;
        return backoff.pauseOrGiveUp(reason(faults), longest, denied ? limits.deniedPause() : Duration.ZERO)
                && noted(denied);
    }

    private boolean noted(boolean denied) {
        deniedOnce |= denied;
        return true;
    }

    private static Reason reason(List<RepeatableFault> faults) {
        return faults.stream().map(RepeatableFault::reason).min(Enum::compareTo).orElseThrow();
    }

    private static boolean has(List<RepeatableFault> faults, Kind kind) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }
}
