package app.keyturn.practice.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One kind of request that takes long, as it may in earnest.
 *
 * @param kind which kind
 * @param delay how long each of them waits
 */
public record InjectedLatency(Kind kind, Duration delay) {
    /** Nothing does. */
    static final InjectedLatency NONE = new InjectedLatency(Kind.SAVED, Duration.ZERO);

    /** What can take long. */
    public enum Kind {
        /** A check of credentials that are not saved. */
        CHECK,
        /** A PUT, before it is carried out. */
        SAVE,
        /** A PUT, when it has been carried out. */
        SAVED,
        /** Reading the secrets once something was saved. */
        READ_BACK,
        /** Reading a job once something was saved. */
        JOB,
        /** Every request, of the sign-in and of Apple's page too: a slow network. */
        EVERY
    }

    /**
     * Waits, if this is such a request and is to wait before it is carried out.
     *
     * @param saved whether something was saved already
     */
    public void delayBefore(Request request, BooleanSupplier saved) {
        boolean waits = switch (kind) {
            case CHECK -> request.path().endsWith("/validateCredentials")
                    && !request.body().contains("\"useSavedCredentials\":true");
            case SAVE -> request.method().equals("PUT");
            case SAVED -> false;
            case EVERY -> true;
            case READ_BACK -> isReading(request) && request.path().endsWith("/secrets") && saved.getAsBoolean();
            case JOB -> isReading(request) && request.path().contains("/jobs/") && saved.getAsBoolean();
        };
        delayIf(waits);
    }

    /** Waits, if this is such a request and has been carried out. */
    public void delayAfter(Request request) {
        delayIf(kind == Kind.SAVED && request.method().equals("PUT"));
    }

    private static boolean isReading(Request request) {
        return request.method().equals("GET");
    }

    private void delayIf(boolean wanted) {
        if (wanted) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
