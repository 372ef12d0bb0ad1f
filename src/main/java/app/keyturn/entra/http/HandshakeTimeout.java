package app.keyturn.entra.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Creates sockets that wait only briefly for what comes before a request: the answer of a proxy, and the TLS handshake.
 * A proxy or an address that accepts connections and then says nothing would use up the time of the whole request, and
 * the next would never be tried. OkHttp sets the time limit of the request itself once the connection is ready (OkHttp
 * 5.4, {@code RealConnection.newCodec}). It does not create the sockets for SOCKS proxies here.
 */
final class HandshakeTimeout extends SocketFactory {
    private final Duration limit;

    /**
     * Creates the factory.
     *
     * @param limit for each read
     */
    HandshakeTimeout(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                super.connect(address, timeout);
                setSoTimeout(Math.toIntExact(limit.toMillis()));
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notUsed();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw notUsed();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notUsed();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw notUsed();
    }

    /** OkHttp connects its sockets by itself ({@code OkHttpClient.Builder.socketFactory}). */
    private static UnsupportedOperationException notUsed() {
        return new UnsupportedOperationException("Sockets are created unconnected");
    }
}
