package app.keyturn.entra.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * How far this computer's clock is from Microsoft's, as the {@code Date} of its last answer tells, whatever the answer
 * was (RFC 9110, section 6.6.1).
 */
public final class ClockSkew implements Interceptor {
    /** The same allowance that Kerberos and most token checks make. */
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    public ClockSkew(Clock clock) {
        this.clock = clock;
    }

    /** True if the last answer was more than five minutes away from this computer's clock. */
    public boolean isTooLarge() {
        return skew.abs().compareTo(ALLOWED) > 0;
    }

    /** How far this computer's clock is behind Microsoft's, as the last answer tells; negative if it is ahead. */
    public Duration behind() {
        return skew;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        var date = response.headers().getDate("Date");
        if (date != null) {
            skew = Duration.between(clock.instant(), date.toInstant());
        }
        return response;
    }
}
