package app.keyturn.entra.http;

import java.io.IOException;

/** A request got no response, or an incomplete one. */
public final class NoResponseException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String id;

    /**
     * Creates the exception.
     *
     * @param id the id this program gave the request, by which Microsoft can find it
     * @param cause why there is no response
     */
    public NoResponseException(String id, IOException cause) {
        super(cause);
        this.id = id;
    }

    public String id() {
        return id;
    }
}
