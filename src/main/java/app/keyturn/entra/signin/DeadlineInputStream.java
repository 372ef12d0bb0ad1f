package app.keyturn.entra.signin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Reads from a client until its deadline, however slowly it sends. */
final class DeadlineInputStream extends InputStream {
    private final Socket client;
    private final InputStream in;
    private final long end;

    DeadlineInputStream(Socket client, long end) throws IOException {
        this.client = client;
        this.in = new BufferedInputStream(client.getInputStream());
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        setTimeout();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        setTimeout();
        return in.read(bytes, from, length);
    }

    private void setTimeout() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        client.setSoTimeout(Math.toIntExact(left));
    }
}
