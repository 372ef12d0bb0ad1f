package app.keyturn.entra.http;

import java.io.IOException;

/** A response, or an address in one, that cannot be Microsoft's. */
public final class UnexpectedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String fixedText) {
        super(fixedText);
    }
}
