package app.keyturn.entra.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * How far this computer's clock is off, by the {@code Date} of Microsoft's last response, whatever its status (RFC
 * 9110, section 6.6.1).
 */
public final class ClockSkew implements Interceptor {
    /** The tolerance of Kerberos and of most token checks. */
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    public ClockSkew(Clock clock) {
        this.clock = clock;
    }

    /** True if this computer's clock was more than five minutes off at the last response. */
    public boolean isTooLarge() {
        return skew.abs().compareTo(ALLOWED) > 0;
    }

    /** How far this computer's clock was behind Microsoft's at the last response; negative if it was ahead. */
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
