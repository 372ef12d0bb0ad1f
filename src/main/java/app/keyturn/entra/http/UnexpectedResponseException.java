package app.keyturn.entra.http;

import java.io.IOException;

/** A response, or an address in one, that cannot be Microsoft's. */
public sealed class UnexpectedResponseException extends IOException permits ForbiddenAddressException {
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String fixedText) {
        super(fixedText);
    }
}
