package app.keyturn.entra.http;

import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateNotYetValidException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What on the way to Microsoft went wrong, told by the kind of exception, never by its text.
 *
 * @param code what it is called
 * @param issuer who has made a certificate that nobody trusts; empty if there is none
 */
public record NetworkFault(ProblemCode code, Optional<String> issuer) {
    private static final Set<ProblemCode> TRANSIENT = EnumSet.of(ProblemCode.NET_UNREACHABLE, ProblemCode.NET_TIMED_OUT,
            ProblemCode.SERVICE_BUSY, ProblemCode.SERVICE_DOWN);
    private static final Set<ProblemCode> BEFORE_SENDING = EnumSet.of(ProblemCode.NET_NO_NAME, ProblemCode.NET_REFUSED,
            ProblemCode.NET_INSPECTED, ProblemCode.NET_PROXY_PASSWORD, ProblemCode.NET_PROXY_UNSUPPORTED);

    /** The fault behind an exception; empty if its kind says nothing. */
    public static Optional<NetworkFault> of(IOException thrown) {
        return switch (thrown) {
            case UnexpectedResponseException _ -> fault(ProblemCode.NET_STRANGE_ANSWER);
            case ProxyRefusedException e ->
                fault(e.takesPassword() ? ProblemCode.NET_PROXY_PASSWORD : ProblemCode.NET_PROXY_UNSUPPORTED);
            case SSLException e -> Optional.of(tlsFault(e));
            case UnknownHostException _ -> fault(ProblemCode.NET_NO_NAME);
            case ConnectException _ -> fault(ProblemCode.NET_REFUSED);
            case SocketException _ -> fault(ProblemCode.NET_UNREACHABLE);
            case InterruptedIOException _ -> fault(ProblemCode.NET_TIMED_OUT);
            default -> Optional.empty();
        };
    }

    /** True if the same request may get an answer at another time, although it got none now. */
    static boolean isTransient(IOException thrown) {
        return !Thread.currentThread().isInterrupted()
                && CauseChain.of(thrown).noneMatch(NetworkFault::needsUser)
                // Where the kind says nothing, the other side went away before its answer, or in the middle of it.
                && behind(thrown)
                        .map(reason -> reason == ProblemCode.NET_UNREACHABLE || reason == ProblemCode.NET_TIMED_OUT)
                        .orElse(true);
    }

    /** True if there was no connection on which anything of the request could have been sent. */
    public static boolean isBeforeSending(IOException thrown) {
        return behind(thrown).filter(BEFORE_SENDING::contains).isPresent();
    }

    /** True for what kept the request from getting its access token, unless that may pass, too. */
    private static boolean needsUser(Throwable cause) {
        return cause instanceof ProblemException known && !TRANSIENT.contains(known.problem().code());
    }

    private static Optional<ProblemCode> behind(IOException thrown) {
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof IOException sent ? of(sent).stream() : Stream.empty())
                .findFirst()
                .map(NetworkFault::code);
    }

    private static NetworkFault tlsFault(SSLException thrown) {
        return CauseChain.of(thrown)
                .skip(1)
                .flatMap(cause -> behind(cause).stream())
                .findFirst()
                .orElseGet(() -> new NetworkFault(ProblemCode.NET_NOT_TRUSTED, Optional.empty()));
    }

    private static Optional<NetworkFault> behind(Throwable cause) {
        return switch (cause) {
            case UnknownAuthorityException e -> Optional.of(new NetworkFault(ProblemCode.NET_INSPECTED, e.issuer()));
            // Nobody makes certificates for later: it is this computer that lives in the past.
            case CertificateNotYetValidException _ -> fault(ProblemCode.CLOCK_WRONG);
            case EOFException _,SocketException _ -> fault(ProblemCode.NET_UNREACHABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<NetworkFault> fault(ProblemCode reason) {
        return Optional.of(new NetworkFault(reason, Optional.empty()));
    }
}
