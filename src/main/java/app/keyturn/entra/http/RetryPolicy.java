package app.keyturn.entra.http;

import app.keyturn.renewal.Limits;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ThrottleBackoff;
import app.keyturn.renewal.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When a request may be repeated, and after which pause; for one operation. While Microsoft is busy, as it asks. A
 * request that got no response, or one of a service in trouble, is repeated twice if it only reads.
 */
public final class RetryPolicy {
    private static final int MAX_REPEATS = 2;

    private final Timer timer;
    private final ThrottleBackoff backoff;
    private Duration pause;
    private int repeats;

    public RetryPolicy(Timer timer, Limits limits) {
        this.timer = timer;
        this.backoff = new ThrottleBackoff(timer, limits);
        this.pause = limits.repeatPause();
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

    /** Sends a request that may do more than read, and repeats it only if Microsoft was too busy for it. */
    public <T> T retryWhileThrottled(Attempt<T> attempt) throws IOException, InterruptedException, ProblemException {
        while (true) {
            try {
                return attempt.send();
            } catch (ErrorResponseException e) {
                if (e.response().status() != 429 || !waitBeforeRetry(List.of(e.response()))) {
                    throw e;
                }
            }
        }
    }

    /**
     * Waits before a failed request is repeated.
     *
     * @return false if repeating it is pointless; then this does not wait
     */
    public boolean waitBeforeRetry(IOException thrown) throws InterruptedException {
        if (thrown instanceof ErrorResponseException e) {
            return e.response().isTransient() && waitBeforeRetry(List.of(e.response()));
        }
        return NetworkFault.isTransient(thrown) && repeat();
    }

    /**
     * Waits before requests are repeated that got transient error responses.
     *
     * @return false if repeating them is pointless; then this does not wait
     */
    public boolean waitBeforeRetry(Collection<ErrorResponse> responses) throws InterruptedException {
        if (responses.stream().noneMatch(ErrorResponse::isThrottled)) {
            return repeat();
        }
        Optional<Duration> longest = responses.stream()
                .flatMap(response -> response.retryAfter().stream())
                .max(Duration::compareTo);
        return backoff.pauseOrGiveUp(longest);
    }

    private boolean repeat() throws InterruptedException {
        if (repeats == MAX_REPEATS) {
            return false;
        }
        repeats++;
        timer.pause(pause);
        pause = pause.multipliedBy(2);
        return true;
    }
}
