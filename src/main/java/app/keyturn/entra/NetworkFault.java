package app.keyturn.entra;

import app.keyturn.renewal.ServiceProblem.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What on the way to Microsoft went wrong, told by the kind of exception, never by its text.
 *
 * @param reason what it is called
 * @param issuer who has made a certificate that nobody trusts; empty if there is none
 */
record NetworkFault(Reason reason, Optional<String> issuer) {
    private static final int LONGEST_CHAIN = 12;

    /** The fault behind an exception; empty if its kind says nothing. */
    static Optional<NetworkFault> of(IOException thrown) {
        return switch (thrown) {
            case StrangeAnswerException _ -> fault(Reason.NET_STRANGE_ANSWER);
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

    private static NetworkFault encryption(SSLException thrown) {
        return Stream.iterate(thrown.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
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
