package app.keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.NoResponseException;
import app.keyturn.entra.http.ProxyRefusedException;
import app.keyturn.entra.http.UnexpectedResponseException;
import app.keyturn.entra.http.UnknownAuthorityException;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.testkit.RandomBodies;
import app.keyturn.testkit.RandomSecrets;
import app.keyturn.testkit.Seed;
import com.google.gson.JsonSyntaxException;
import com.microsoft.aad.msal4j.MsalAzureSDKException;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is true of every exception. A failure names the seed, which {@code -Dkeyturn.seed=...} repeats. */
class ExceptionsPropertyTest {
    private static final int EXCEPTIONS = 10_000;
    private static final int LONGEST_CHAIN = 30;
    private static final List<String> CODES = List.of("invalid_grant", "access_denied", "consent_required",
            "server_error", "invalid_json", "unknown", "", "a code with blanks", "authentication_timeout");

    private final long seed = Seed.of(ExceptionsPropertyTest.class);
    private final Random random = new Random(seed);
    private final RandomSecrets secrets = new RandomSecrets(random);
    private final RandomBodies bodies = new RandomBodies(random, secrets);
    private final ProblemMapper problems = secrets.problems();

    private final List<Supplier<Throwable>> kinds = List.of(() -> new IOException(message()), EOFException::new,
            () -> new ConnectException(message()), () -> new NoRouteToHostException(message()),
            () -> new SocketException(message()), () -> new SocketTimeoutException(message()),
            () -> new UnknownHostException(message()), () -> new ProtocolException(message()),
            () -> new InterruptedIOException(message()), () -> new SSLException(message()),
            () -> new SSLHandshakeException(message()), () -> new CertificateException(message()),
            () -> new CertificateNotYetValidException(message()),
            () -> new UnknownAuthorityException(Optional.of("Maple filter"), new CertificateException(message())),
            () -> new UnexpectedResponseException("x"), () -> new ProxyRefusedException(random.nextBoolean()),
            () -> new ErrorResponseException(response()),
            () -> new ProblemException(problems.problem(ProblemCode.STOPPED)),
            () -> new JsonSyntaxException(String.valueOf(message())), () -> new MsalClientException(message(), code()),
            () -> new MsalServiceException(message(), code()), () -> new MsalException(message(), code()),
            () -> new MsalAzureSDKException(message(), code()), () -> new MsalThrottlingException(random.nextLong()),
            () -> new ApiException(String.valueOf(message())), ODataError::new, this::odata, CancellationException::new,
            () -> new TimeoutException(message()), () -> new InterruptedException(message()),
            () -> new IllegalStateException(message()), NullPointerException::new, () -> new DateTimeException("x"),
            () -> new UnsupportedOperationException(message()), StackOverflowError::new, OutOfMemoryError::new,
            Endless::new, ExceptionsPropertyTest::circle, Mute::new);
    private final List<Function<Throwable, Throwable>> wrappings = List.of(
            cause -> new RuntimeException(message(), cause),
            ExecutionException::new, CompletionException::new, IOException::new,
            cause -> new UncheckedIOException(cause instanceof IOException io ? io : new IOException(cause)),
            MsalClientException::new, MsalAzureSDKException::new,
            cause -> new ApiException(String.valueOf(message()), cause),
            cause -> new SSLException(message(), cause), Error::new,
            cause -> new NoResponseException(UUID.randomUUID().toString(),
                    cause instanceof IOException io ? io : new IOException(cause)));

    @Test
    void everyExceptionBecomesAProblemThatGivesNothingAway() {
        Set<String> codes = new HashSet<>();
        for (int number = 0; number < EXCEPTIONS; number++) {
            List<String> chain = new ArrayList<>();
            try {
                Throwable thrown = thrown(chain);
                Problem problem = problems.of(thrown);
                codes.add(problem.code().id());
                secrets.assertAbsentFrom(problem);
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ", exception " + number + ": " + chain, e);
            }
        }
        assertTrue(codes.containsAll(Set.of("NET-NO-NAME", "NET-REFUSED", "NET-UNREACHABLE", "NET-TIMED-OUT",
                "NET-INSPECTED", "NET-NOT-TRUSTED", "NET-STRANGE-ANSWER", "NET-PROXY-PASSWORD", "CLOCK-WRONG",
                "SERVICE-BUSY", "SERVICE-DOWN", "SIGNIN-FAILED", "SIGNIN-NEEDS-APPROVAL", "STOPPED",
                "INTERNAL-FAULT")), codes::toString);
    }

    private Throwable thrown(List<String> chain) {
        Throwable thrown = kinds.get(random.nextInt(kinds.size())).get();
        chain.add(thrown.getClass().getName());
        int wraps = random.nextInt(10) == 0 ? random.nextInt(LONGEST_CHAIN) : random.nextInt(4);
        for (int left = wraps; left > 0; left--) {
            thrown = wrapped(thrown);
            chain.add(thrown.getClass().getName());
        }
        return thrown;
    }

    /** Most wrappings take over the text of what they wrap, and fail if it fails to say any. */
    private Throwable wrapped(Throwable cause) {
        try {
            return wrappings.get(random.nextInt(wrappings.size())).apply(cause);
        } catch (IllegalStateException | NullPointerException _) {
            return cause;
        }
    }

    private @Nullable String message() {
        return random.nextInt(4) == 0 ? null : secrets.embedded();
    }

    private @Nullable String code() {
        return random.nextInt(8) == 0 ? null : CODES.get(random.nextInt(CODES.size()));
    }

    private ErrorResponse response() {
        return ErrorResponse.of(random.nextInt(1000), "application/json", bodies.next(), _ -> Optional.empty());
    }

    private ODataError odata() {
        MainError inner = new MainError();
        inner.setMessage(message());
        ODataError error = new ODataError();
        error.setError(random.nextBoolean() ? inner : null);
        return error;
    }

    private static Throwable circle() {
        Exception one = new IllegalStateException();
        one.initCause(new IOException(one));
        return one;
    }

    /** Has a new cause whenever it is asked. */
    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    /** Says nothing, and fails to. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("No words");
        }
    }
}
