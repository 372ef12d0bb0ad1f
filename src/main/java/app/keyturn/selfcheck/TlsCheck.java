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

/** Encrypted connections, tried on this computer with certificates that are made on the spot and forgotten again. */
public final class TlsCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TlsCheck() {}

    /**
     * Counts who is trusted, and asks whether one of the system's authorities is, and a stranger is not.
     *
     * @throws CertificateException if there is nobody to trust, or the answer is wrong
     */
    public static String certificates() throws CertificateException {
        return certificates(SystemTrust.ofThisComputer());
    }

    public static String certificates(SystemTrust trust) throws CertificateException {
        if (trust.javaAuthorities().isEmpty()) {
            throw new CertificateException("Java brought no certificates");
        }
        X509TrustManager joined = trust.trustManager();
        List<X509Certificate> system = trust.systemAuthorities();
        X509Certificate known = (system.isEmpty() ? trust.javaAuthorities() : system).getFirst();
        joined.checkServerTrusted(new X509Certificate[]{known}, "ECDHE_ECDSA");
        X509Certificate stranger = new HeldCertificate.Builder().build().certificate();
        if (trusts(joined, stranger)) {
            throw new CertificateException("a stranger is trusted");
        }
        return trust.javaAuthorities().size() + " of Java’s and " + system.size() + " of this computer’s are trusted"
                + (system.isEmpty() ? "" : " (" + String.join(", ", trust.stores()) + ")") + ", a stranger’s is not";
    }

    /**
     * Shakes hands with a server on this computer whose authority is trusted, and sees that the same server is refused
     * by whoever trusts this computer's authorities only.
     *
     * @throws IOException if either ends otherwise
     */
    static String handshake() throws GeneralSecurityException, IOException {
        HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate server = new HeldCertificate.Builder().signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        SSLContext serving = new HandshakeCertificates.Builder().heldCertificate(server, authority.certificate())
                .build()
                .sslContext();
        String protocol = shake(serving, SystemTrust.trustManagerFor(List.of(authority.certificate())));
        try {
            shake(serving, SystemTrust.ofThisComputer().trustManager());
        } catch (SSLHandshakeException refused) {
            return protocol + " on this computer; refused where the server’s authority is not trusted";
        }
        throw new IOException("A server was trusted that nobody vouches for");
    }

    /** Connects once, the server's name checked, and says by which version of TLS. */
    private static String shake(SSLContext serving, X509TrustManager trust)
            throws GeneralSecurityException, IOException {
        SSLContext asking = SSLContext.getInstance("TLS");
        asking.init(null, new TrustManager[]{trust}, null);
        int patience = Math.toIntExact(PATIENCE.toMillis());
        InetAddress here = InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
        try (SSLServerSocket door = (SSLServerSocket) serving.getServerSocketFactory().createServerSocket(0, 1, here)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOne(door, patience));
            try (SSLSocket client = (SSLSocket) asking.getSocketFactory().createSocket(here, door.getLocalPort())) {
                client.setSoTimeout(patience);
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
                served.cancel(true);
            }
        }
    }

    /** Sends one byte back. */
    private static void serveOne(SSLServerSocket door, int patience) {
        try (SSLSocket visitor = (SSLSocket) door.accept()) {
            visitor.setSoTimeout(patience);
            visitor.getOutputStream().write(visitor.getInputStream().read());
        } catch (IOException toldByTheClient) {
            // Whatever failed here fails there, too, and is reported from there.
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
