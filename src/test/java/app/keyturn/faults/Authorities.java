package app.keyturn.faults;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Who vouches for Microsoft in these tests, and who does so without anybody's trust. */
final class Authorities {
    /** What the one that nobody trusts is called. */
    static final String STRANGER = "Maple Street filter";

    private final HeldCertificate trusted = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Practice authority")
            .build();
    private final SSLContext good = context(trusted);
    private final SSLContext strange = context(
            new HeldCertificate.Builder().certificateAuthority(0).commonName(STRANGER).build());

    /** The one to trust. */
    X509Certificate trusted() {
        return trusted.certificate();
    }

    /** The same, as it stands in a system's bundle. */
    String trustedPem() {
        return trusted.certificatePem();
    }

    /** Microsoft's side of an encrypted connection. */
    SSLSocket server(Socket visitor, boolean byAStranger) throws IOException {
        SSLSocket inside = (SSLSocket) (byAStranger ? strange : good).getSocketFactory()
                .createSocket(visitor, "localhost", visitor.getPort(), true);
        inside.setUseClientMode(false);
        // Java's own AES takes seconds for 50 MB where the compiler knows none of the processor's instructions for it.
        inside.setEnabledProtocols(new String[]{"TLSv1.3"});
        inside.setEnabledCipherSuites(new String[]{"TLS_CHACHA20_POLY1305_SHA256"});
        return inside;
    }

    private static SSLContext context(HeldCertificate authority) {
        HeldCertificate own = new HeldCertificate.Builder().signedBy(authority)
                .addSubjectAlternativeName("login.practice.invalid")
                .addSubjectAlternativeName("graph.practice.invalid")
                .build();
        return new HandshakeCertificates.Builder().heldCertificate(own, authority.certificate()).build().sslContext();
    }
}
