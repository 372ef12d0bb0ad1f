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

/** A TLS server that answers 200, or what a test wants, with a certificate of the test's authority. */
public final class TlsServer implements AutoCloseable {
    private final HttpsServer server;

    private TlsServer(HttpsServer server) {
        this.server = server;
    }

    /** Opens a server whose certificate is for this name. */
    public static TlsServer called(String name, HeldCertificate authority) throws IOException {
        return showing(new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(name).build(),
                authority);
    }

    /** Opens a server with this certificate. */
    public static TlsServer showing(HeldCertificate own, HeldCertificate authority) throws IOException {
        return answering(own, authority, exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    /** Opens a server with this certificate and handler. */
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

    /** Where it listens on this computer. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Its address under a name that resolves to this computer. */
    public String address(String name) {
        return "https://" + name + ":" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
