package app.keyturn.entra.http;

import java.io.IOException;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/** A JSON body that is sent at most once and overwritten afterwards, since it may hold the token. */
public final class WipedRequestBody extends RequestBody implements AutoCloseable {
    /** The size of one of the pools that Okio keeps for reuse ({@code okio.SegmentPool}). */
    private static final int OKIO_POOL_SIZE = 64 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");
    private final byte[] bytes;

    /**
     * Takes the bytes without a copy.
     *
     * @param bytes JSON in UTF-8
     */
    public WipedRequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    /** True, so that OkHttp never sends it a second time by itself. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }

    /**
     * Overwrites the bytes, and Okio's buffers, which are returned to its pool uncleared. To be called by the thread
     * that sent them, once the response is there.
     */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        Buffer buffer = new Buffer();
        buffer.write(new byte[OKIO_POOL_SIZE]);
        buffer.clear();
    }
}
