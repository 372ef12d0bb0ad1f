package app.keyturn.entra.http;

import java.io.IOException;

/** A request got no answer, or none that could be received whole. */
public final class NoResponseException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String id;

    /**
     * Says which request it was.
     *
     * @param id the id this program gave the request, by which Microsoft can look for it
     * @param cause why there is no answer
     */
    public NoResponseException(String id, IOException cause) {
        super(cause);
        this.id = id;
    }

    public String id() {
        return id;
    }
}
