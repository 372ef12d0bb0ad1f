package app.keyturn.entra;

import app.keyturn.platform.CauseChain;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** An HTTP answer other than the one hoped for. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super("HTTP " + refusal.status());
        this.refusal = refusal;
    }

    /** The one behind another exception, if there is one. */
    static Optional<RefusedException> in(Throwable thrown) {
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof RefusedException refused ? Stream.of(refused) : Stream.empty())
                .findFirst();
    }

    Refusal refusal() {
        return refusal;
    }
}
