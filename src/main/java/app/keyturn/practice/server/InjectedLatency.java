package app.keyturn.practice.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Makes one kind of request take long, as it may in real mode.
 *
 * @param kind of request
 * @param delay of each of them
 */
public record InjectedLatency(Kind kind, Duration delay) {
    /** No delay. */
    public static final InjectedLatency NONE = new InjectedLatency(Kind.AFTER_SAVE, Duration.ZERO);

    /** Kinds of requests that can be delayed. */
    public enum Kind {
        /** A check of credentials that are not saved. */
        CHECK,
        /** A PUT, before it is processed. */
        BEFORE_SAVE,
        /** A PUT, after it has been processed. */
        AFTER_SAVE,
        /** Reading the secrets after a save. */
        READ_BACK,
        /** Reading a job after a save. */
        READ_JOB,
        /** Every request, including sign-in and Apple's page: a slow network. */
        ALL_REQUESTS
    }

    /**
     * Waits if this kind of request is delayed before it is processed.
     *
     * @param saved whether a save has been processed
     */
    public void delayBefore(Request request, BooleanSupplier saved) {
        boolean delayed = switch (kind) {
            case CHECK -> request.path().endsWith("/validateCredentials")
                    && !request.body().contains("\"useSavedCredentials\":true");
            case BEFORE_SAVE -> request.method().equals("PUT");
            case AFTER_SAVE -> false;
            case ALL_REQUESTS -> true;
            case READ_BACK -> isGet(request) && request.path().endsWith("/secrets") && saved.getAsBoolean();
            case READ_JOB -> isGet(request) && request.path().contains("/jobs/") && saved.getAsBoolean();
        };
        delayIf(delayed);
    }

    /** Waits if this kind of request is delayed after it was processed. */
    public void delayAfter(Request request) {
        delayIf(kind == Kind.AFTER_SAVE && request.method().equals("PUT"));
    }

    private static boolean isGet(Request request) {
        return request.method().equals("GET");
    }

    private void delayIf(boolean delayed) {
        if (delayed) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
