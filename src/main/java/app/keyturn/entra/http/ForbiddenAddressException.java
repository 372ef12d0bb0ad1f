package app.keyturn.entra.http;

/** An address, most likely from a response, that no request must go to; nothing was sent. */
public final class ForbiddenAddressException extends UnexpectedResponseException {
    private static final long serialVersionUID = 1L;

    public ForbiddenAddressException(String fixedText) {
        super(fixedText);
    }
}
