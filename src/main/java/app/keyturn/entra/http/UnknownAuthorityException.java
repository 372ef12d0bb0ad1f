package app.keyturn.entra.http;

import java.security.cert.CertificateException;
import java.util.Optional;

/** A certificate comes from an authority that is not trusted. */
public final class UnknownAuthorityException extends CertificateException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<String> issuer;

    /**
     * Creates the exception.
     *
     * @param issuer the name at the end of the chain, safe to show; empty if there is none
     * @param cause Java's own exception
     */
    public UnknownAuthorityException(Optional<String> issuer, CertificateException cause) {
        super(cause);
        this.issuer = issuer;
    }

    Optional<String> issuer() {
        return issuer;
    }
}
