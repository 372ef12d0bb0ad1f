package app.keyturn.entra.http;

import java.io.IOException;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/** A JSON body that is sent at most once and overwritten afterwards, since it may hold the token. */
public final class WipedRequestBody extends RequestBody implements AutoCloseable {
    /** What Okio keeps for reuse, for each few threads ({@code okio.SegmentPool}). */
    private static final int KEPT_BY_OKIO = 64 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");
    private final byte[] bytes;

    /**
     * Takes the bytes, without a copy.
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

    /** True: OkHttp then never sends it a second time, for whatever reason of its own. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }

    /**
     * Overwrites the bytes, and the memory through which they went out: Okio gives it back to itself as it is. To be
     * called by the thread that sent them, once the answer is there.
     */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        Buffer spent = new Buffer();
        spent.write(new byte[KEPT_BY_OKIO]);
        spent.clear();
    }
}
