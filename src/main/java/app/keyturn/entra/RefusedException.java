package app.keyturn.entra;

import java.io.IOException;

/** An HTTP answer other than the one hoped for. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super("HTTP " + refusal.status());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
