package app.keyturn.entra.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;

/**
 * Trusts exactly what another trust manager trusts. If that one refuses a certificate because its authority is unknown,
 * the exception says so and names the authority: Java's own exception does neither.
 */
final class IssuerReportingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checks;
    private final Set<X500Principal> known;

    IssuerReportingTrustManager(X509ExtendedTrustManager checks) {
        this.checks = checks;
        known = Arrays.stream(checks.getAcceptedIssuers())
                .map(X509Certificate::getSubjectX500Principal)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A check of a server's certificates. */
    private interface Check {
        void run() throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        reportIssuer(chain, () -> checks.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        reportIssuer(chain, () -> checks.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        reportIssuer(chain, () -> checks.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checks.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checks.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        checks.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }

    private void reportIssuer(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            if (Arrays.stream(chain).map(X509Certificate::getIssuerX500Principal).anyMatch(known::contains)) {
                throw e;
            }
            throw new UnknownAuthorityException(
                    IssuerName.of(chain[chain.length - 1].getIssuerX500Principal()), e);
        }
    }
}
