package app.keyturn.entra.http;

import app.keyturn.platform.CauseChain;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** An HTTP response that is not a success. */
public final class ErrorResponseException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient ErrorResponse response;

    public ErrorResponseException(ErrorResponse response) {
        super("HTTP " + response.status());
        this.response = response;
    }

    /** The one in the causes of another exception, if there is one. */
    public static Optional<ErrorResponseException> in(Throwable thrown) {
        return CauseChain.of(thrown)
                .flatMap(cause -> cause instanceof ErrorResponseException refused ? Stream.of(refused) : Stream.empty())
                .findFirst();
    }

    public ErrorResponse response() {
        return response;
    }
}
