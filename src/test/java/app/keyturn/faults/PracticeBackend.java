package app.keyturn.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The practice world behind the proxy.
 *
 * @param hosts addresses of its hosts
 */
record PracticeBackend(Map<String, URI> hosts) {
    /** Passes a request on unchanged. */
    Message answer(String host, Message request) throws IOException {
        URI world = Optional.ofNullable(hosts.get(host)).orElseThrow(() -> new IOException("No such host"));
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), world.getPort())) {
            Map<String, String> headers = new HashMap<>(request.headers());
            headers.remove("transfer-encoding");
            headers.put("host", world.getAuthority());
            headers.put("content-length", Integer.toString(request.body().size()));
            Message same = new Message(request.method() + " " + world.getPath() + request.secondWord() + " HTTP/1.1",
                    headers, request.body());
            socket.getOutputStream().write(same.bytes());
            return Message.read(new BufferedInputStream(socket.getInputStream()));
        }
    }
}
