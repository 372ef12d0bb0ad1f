package app.keyturn.entra.http;

import java.io.IOException;

/** The network's proxy refused the request. */
public final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean takesPassword;

    /**
     * Creates the exception.
     *
     * @param takesPassword true if it would accept a password; false if it requires another scheme
     */
    public ProxyRefusedException(boolean takesPassword) {
        super("HTTP 407");
        this.takesPassword = takesPassword;
    }

    boolean takesPassword() {
        return takesPassword;
    }
}
