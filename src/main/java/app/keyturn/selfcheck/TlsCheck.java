package app.keyturn.selfcheck;

import app.keyturn.platform.SystemTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Checks encrypted connections on this computer, with certificates that are created for the check. */
public final class TlsCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private TlsCheck() {}

    /**
     * Counts the trusted authorities, and checks that one of the system's is trusted and an unknown one is not.
     *
     * @throws CertificateException if there are none, or the check fails
     */
    public static String certificates() throws CertificateException {
        return certificates(SystemTrust.ofThisComputer());
    }

    public static String certificates(SystemTrust trust) throws CertificateException {
        if (trust.javaAuthorities().isEmpty()) {
            throw new CertificateException("Java brought no certificates");
        }
        X509TrustManager trustManager = trust.trustManager();
        List<X509Certificate> system = trust.systemAuthorities();
        X509Certificate known = (system.isEmpty() ? trust.javaAuthorities() : system).getFirst();
        trustManager.checkServerTrusted(new X509Certificate[]{known}, "ECDHE_ECDSA");
        X509Certificate unknown = new HeldCertificate.Builder().build().certificate();
        if (trusts(trustManager, unknown)) {
            throw new CertificateException("a stranger is trusted");
        }
        return trust.javaAuthorities().size() + " of Java's and " + system.size() + " of this computer's are trusted"
                + (system.isEmpty() ? "" : " (" + String.join(", ", trust.stores()) + ")") + ", a stranger's is not";
    }

    /**
     * Completes a handshake with a local server whose authority is trusted, and checks that the same server is refused
     * when only this computer's authorities are trusted.
     *
     * @throws IOException if either check fails
     */
    static String handshake() throws GeneralSecurityException, IOException {
        HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate server = new HeldCertificate.Builder().signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        SSLContext serverContext = new HandshakeCertificates.Builder().heldCertificate(server, authority.certificate())
                .build()
                .sslContext();
        String protocol = connect(serverContext, SystemTrust.trustManagerFor(List.of(authority.certificate())));
        try {
            connect(serverContext, SystemTrust.ofThisComputer().trustManager());
        } catch (SSLHandshakeException refused) {
            return protocol + " on this computer; refused where the server's authority is not trusted";
        }
        throw new IOException("A server was trusted that nobody vouches for");
    }

    /** Connects once, with host name verification, and returns the TLS version. */
    private static String connect(SSLContext serverContext, X509TrustManager trust)
            throws GeneralSecurityException, IOException {
        SSLContext clientContext = SSLContext.getInstance("TLS");
        clientContext.init(null, new TrustManager[]{trust}, null);
        int timeout = Math.toIntExact(TIMEOUT.toMillis());
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
        try (SSLServerSocket listener = (SSLServerSocket) serverContext.getServerSocketFactory()
                .createServerSocket(0, 1, loopback)) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serveOne(listener, timeout));
            try (SSLSocket client = (SSLSocket) clientContext.getSocketFactory()
                    .createSocket(loopback, listener.getLocalPort())) {
                client.setSoTimeout(timeout);
                var parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                client.startHandshake();
                client.getOutputStream().write(1);
                if (client.getInputStream().read() != 1) {
                    throw new IOException("The server did not answer");
                }
                return client.getSession().getProtocol();
            } finally {
                serving.cancel(true);
            }
        }
    }

    /** Echoes one byte. */
    private static void serveOne(SSLServerSocket listener, int timeout) {
        try (SSLSocket connection = (SSLSocket) listener.accept()) {
            connection.setSoTimeout(timeout);
            connection.getOutputStream().write(connection.getInputStream().read());
        } catch (IOException reportedByTheClient) {
            // The client fails as well and reports it.
        }
    }

    private static boolean trusts(X509TrustManager manager, X509Certificate certificate) {
        try {
            manager.checkServerTrusted(new X509Certificate[]{certificate}, "ECDHE_ECDSA");
            return true;
        } catch (CertificateException refused) {
            return false;
        }
    }
}
