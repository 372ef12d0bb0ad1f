package app.keyturn.entra.http;

import java.io.IOException;

/** The network's proxy let nothing through. */
public final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean takesPassword;

    /**
     * Says why.
     *
     * @param takesPassword true if it would take a password; false if it wants something else
     */
    public ProxyRefusedException(boolean takesPassword) {
        super("HTTP 407");
        this.takesPassword = takesPassword;
    }

    boolean takesPassword() {
        return takesPassword;
    }
}
