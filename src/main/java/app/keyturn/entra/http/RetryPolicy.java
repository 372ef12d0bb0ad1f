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
 * When the same may be asked again, and after which pause; for one piece of work. While Microsoft is busy, it is asked
 * again as it says. What got no answer, or one of a service in trouble, is asked again twice, if all it does is read.
 */
public final class RetryPolicy {
    private static final int MOST_REPEATS = 2;

    private final Timer timer;
    private final ThrottleBackoff busy;
    private Duration pause;
    private int repeats;

    /**
     * Makes it.
     *
     * @param timer lets the pauses pass
     * @param limits how long they are
     */
    public RetryPolicy(Timer timer, Limits limits) {
        this.timer = timer;
        this.busy = new ThrottleBackoff(timer, limits);
        this.pause = limits.repeatPause();
    }

    /**
     * Something to ask.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Attempt<T> {
        T ask() throws IOException, InterruptedException, ProblemException;
    }

    /** Asks something that only reads, and again if that may help. */
    public <T> T read(Attempt<T> attempt) throws IOException, InterruptedException, ProblemException {
        while (true) {
            try {
                return attempt.ask();
            } catch (IOException e) {
                if (!waitBeforeRetry(e)) {
                    throw e;
                }
            }
        }
    }

    /** Asks something that may be more than reading, and again only if Microsoft has said that it was too busy for it. */
    public <T> T retryWhileThrottled(Attempt<T> attempt) throws IOException, InterruptedException, ProblemException {
        while (true) {
            try {
                return attempt.ask();
            } catch (ErrorResponseException e) {
                if (e.response().status() != 429 || !waitBeforeRetry(List.of(e.response()))) {
                    throw e;
                }
            }
        }
    }

    /**
     * Lets a pause pass before a question is asked again that got no answer, or a bad one.
     *
     * @return false if there is no point in asking again
     */
    public boolean waitBeforeRetry(IOException thrown) throws InterruptedException {
        if (thrown instanceof ErrorResponseException refused) {
            return refused.response().isTransient() && waitBeforeRetry(List.of(refused.response()));
        }
        return NetworkFault.isTransient(thrown) && repeat();
    }

    /**
     * Lets a pause pass before some questions are asked again to which Microsoft has said that it may answer later.
     *
     * @return false if there is no point in asking again
     */
    public boolean waitBeforeRetry(Collection<ErrorResponse> responses) throws InterruptedException {
        if (responses.stream().noneMatch(ErrorResponse::isThrottled)) {
            return repeat();
        }
        Optional<Duration> longest = responses.stream()
                .flatMap(response -> response.retryAfter().stream())
                .max(Duration::compareTo);
        return busy.pauseOrGiveUp(longest);
    }

    private boolean repeat() throws InterruptedException {
        if (repeats == MOST_REPEATS) {
            return false;
        }
        repeats++;
        timer.pause(pause);
        pause = pause.multipliedBy(2);
        return true;
    }
}
