package app.keyturn.entra.http;

import java.io.IOException;

/** Something answered, or was to be asked, that cannot be Microsoft. */
public final class UnexpectedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String fixedText) {
        super(fixedText);
    }
}
