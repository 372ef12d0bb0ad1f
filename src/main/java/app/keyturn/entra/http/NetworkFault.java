package app.keyturn.entra.http;

import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.ServiceProblem.Reason;
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
 * @param reason what it is called
 * @param issuer who has made a certificate that nobody trusts; empty if there is none
 */
public record NetworkFault(Reason reason, Optional<String> issuer) {
    private static final Set<Reason> PASSING = EnumSet.of(Reason.NET_UNREACHABLE, Reason.NET_TIMED_OUT,
            Reason.SERVICE_BUSY, Reason.SERVICE_DOWN);
    private static final Set<Reason> BEFORE_SENDING = EnumSet.of(Reason.NET_NO_NAME, Reason.NET_REFUSED,
            Reason.NET_INSPECTED, Reason.NET_PROXY_PASSWORD, Reason.NET_PROXY_UNSUPPORTED);

    /** The fault behind an exception; empty if its kind says nothing. */
    public static Optional<NetworkFault> of(IOException thrown) {
        return switch (thrown) {
            case UnexpectedResponseException _ -> fault(Reason.NET_STRANGE_ANSWER);
            case ProxyRefusedException e ->
                fault(e.takesPassword() ? Reason.NET_PROXY_PASSWORD : Reason.NET_PROXY_UNSUPPORTED);
            case SSLException e -> Optional.of(encryption(e));
            case UnknownHostException _ -> fault(Reason.NET_NO_NAME);
            case ConnectException _ -> fault(Reason.NET_REFUSED);
            case SocketException _ -> fault(Reason.NET_UNREACHABLE);
            case InterruptedIOException _ -> fault(Reason.NET_TIMED_OUT);
            default -> Optional.empty();
        };
    }

    /** True if the same request may get an answer at another time, although it got none now. */
    static boolean passes(IOException thrown) {
        return !Thread.currentThread().isInterrupted()
                && CauseChain.of(thrown).noneMatch(NetworkFault::isForAPerson)
                // Where the kind says nothing, the other side went away before its answer, or in the middle of it.
                && behind(thrown).map(reason -> reason == Reason.NET_UNREACHABLE || reason == Reason.NET_TIMED_OUT)
                        .orElse(true);
    }

    /** True if there was no connection on which anything of the request could have been sent. */
    public static boolean isBeforeSending(IOException thrown) {
        return behind(thrown).filter(BEFORE_SENDING::contains).isPresent();
    }

    /** True for what kept the request from getting its access token, unless that may pass, too. */
    private static boolean isForAPerson(Throwable cause) {
        return cause instanceof ProblemException known && !(known.problem() instanceof ServiceProblem service
                && PASSING.contains(service.reason()));
    }

    private static Optional<Reason> behind(IOException thrown) {
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof IOException sent ? of(sent).stream() : Stream.empty())
                .findFirst()
                .map(NetworkFault::reason);
    }

    private static NetworkFault encryption(SSLException thrown) {
        return CauseChain.of(thrown)
                .skip(1)
                .flatMap(cause -> behind(cause).stream())
                .findFirst()
                .orElseGet(() -> new NetworkFault(Reason.NET_NOT_TRUSTED, Optional.empty()));
    }

    private static Optional<NetworkFault> behind(Throwable cause) {
        return switch (cause) {
            case UnknownAuthorityException e -> Optional.of(new NetworkFault(Reason.NET_INSPECTED, e.issuer()));
            // Nobody makes certificates for later: it is this computer that lives in the past.
            case CertificateNotYetValidException _ -> fault(Reason.CLOCK_WRONG);
            case EOFException _,SocketException _ -> fault(Reason.NET_UNREACHABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<NetworkFault> fault(Reason reason) {
        return Optional.of(new NetworkFault(reason, Optional.empty()));
    }
}
