package app.keyturn.entra.http;

import java.security.cert.CertificateException;
import java.util.Optional;

/** A certificate was shown that leads to no authority anybody here trusts. */
public final class UnknownAuthorityException extends CertificateException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<String> issuer;

    /**
     * Says whose it is.
     *
     * @param issuer the name at the end of its chain, fit to be shown; empty if there is none
     * @param cause what Java said
     */
    public UnknownAuthorityException(Optional<String> issuer, CertificateException cause) {
        super(cause);
        this.issuer = issuer;
    }

    Optional<String> issuer() {
        return issuer;
    }
}
