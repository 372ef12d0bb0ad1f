package app.keyturn.testkit;

import app.keyturn.entra.signin.LoopbackPort;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Answers 200, or what a test wants, encrypted, with a certificate that an authority of the test's own has signed. */
public final class TlsServer implements AutoCloseable {
    private final HttpsServer server;

    private TlsServer(HttpsServer server) {
        this.server = server;
    }

    /** Opens a server on this computer whose certificate is for this name. */
    public static TlsServer called(String name, HeldCertificate authority) throws IOException {
        return showing(new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(name).build(),
                authority);
    }

    /** Opens a server on this computer that shows this certificate. */
    public static TlsServer showing(HeldCertificate own, HeldCertificate authority) throws IOException {
        return answering(own, authority, exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    /** Opens a server on this computer that shows this certificate, and answers as it is told. */
    public static TlsServer answering(HeldCertificate own, HeldCertificate authority, HttpHandler answer)
            throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(LoopbackPort.ipv4(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(
                new HandshakeCertificates.Builder().heldCertificate(own, authority.certificate())
                        .build()
                        .sslContext()));
        server.createContext("/", answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new TlsServer(server);
    }

    /** Its address, under a name that leads to this computer. */
    public String address(String name) {
        return "https://" + name + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
