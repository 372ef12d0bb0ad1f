package app.keyturn.entra.http;

import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.ProblemCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What went wrong on the network, by the type of the exception, never by its text.
 *
 * @param issuer the issuer of an untrusted certificate; empty if there is none
 */
public record NetworkFault(ProblemCode code, Optional<String> issuer) {
    /** The fault behind an exception; empty if its type says nothing. */
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

    /** True if no response came within the time limit. */
    public static boolean isTimeOut(IOException thrown) {
        return codeOf(thrown).filter(ProblemCode.NET_TIMED_OUT::equals).isPresent();
    }

    /** True if there was no connection, so that nothing of the request was sent: {@link SendTracker} has seen it. */
    public static boolean isBeforeSending(IOException thrown) {
        return CauseChain.of(thrown)
                .anyMatch(cause -> cause instanceof ForbiddenAddressException || cause instanceof NotSentException);
    }

    /** The code of the first fault in the causes; empty if no type says anything. */
    static Optional<ProblemCode> codeOf(IOException thrown) {
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof IOException sent ? of(sent).stream() : Stream.empty())
                .findFirst()
                .map(NetworkFault::code);
    }

    private static NetworkFault tlsFault(SSLException thrown) {
        return CauseChain.of(thrown)
                .skip(1)
                .flatMap(cause -> ofCause(cause).stream())
                .findFirst()
                .orElseGet(() -> new NetworkFault(ProblemCode.NET_NOT_TRUSTED, Optional.empty()));
    }

    private static Optional<NetworkFault> ofCause(Throwable cause) {
        return switch (cause) {
            case UnknownAuthorityException e -> Optional.of(new NetworkFault(ProblemCode.NET_INSPECTED, e.issuer()));
            // Certificates are not issued for the future: this computer's clock is wrong.
            case CertificateNotYetValidException _ -> fault(ProblemCode.CLOCK_WRONG);
            case EOFException _,SocketException _ -> fault(ProblemCode.NET_UNREACHABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<NetworkFault> fault(ProblemCode code) {
        return Optional.of(new NetworkFault(code, Optional.empty()));
    }
}
