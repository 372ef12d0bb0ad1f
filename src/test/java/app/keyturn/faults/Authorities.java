package app.keyturn.faults;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The certificate authority of these tests, and one that is not trusted. */
final class Authorities {
    /** Common name of the authority that is not trusted. */
    static final String UNTRUSTED_NAME = "Maple Street filter";

    private final HeldCertificate trusted = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Practice authority")
            .build();
    private final SSLContext good = context(trusted);
    private final SSLContext untrusted = context(
            new HeldCertificate.Builder().certificateAuthority(0).commonName(UNTRUSTED_NAME).build());

    /** The trusted authority. */
    X509Certificate trusted() {
        return trusted.certificate();
    }

    /** The same as PEM, as in a system's bundle. */
    String trustedPem() {
        return trusted.certificatePem();
    }

    /** Microsoft's side of an encrypted connection. */
    SSLSocket server(Socket client, boolean byAStranger) throws IOException {
        SSLSocket inside = (SSLSocket) (byAStranger ? untrusted : good).getSocketFactory()
                .createSocket(client, "localhost", client.getPort(), true);
        inside.setUseClientMode(false);
        // Java's own AES takes seconds for 50 MB where the JIT compiler lacks the processor's AES instructions.
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
