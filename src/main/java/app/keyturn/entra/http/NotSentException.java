package app.keyturn.entra.http;

import java.io.IOException;

/** No proxy and no address could be connected, so nothing of the request was sent. */
final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause of the failed attempts, the one that says most
     */
    NotSentException(IOException cause) {
        super(cause);
    }
}
