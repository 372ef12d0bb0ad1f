package app.keyturn.entra;

import java.io.IOException;

/** A request got no answer, or none that could be received whole. */
final class LostAnswerException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String id;

    /**
     * Says which request it was.
     *
     * @param id the id this program gave the request, by which Microsoft can look for it
     * @param cause why there is no answer
     */
    LostAnswerException(String id, IOException cause) {
        super(cause);
        this.id = id;
    }

    String id() {
        return id;
    }
}
