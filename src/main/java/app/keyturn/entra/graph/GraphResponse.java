package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import com.google.gson.JsonObject;
import java.io.IOException;

/** The response to one {@link GraphQuery}, whether it came alone or in a batch. */
sealed interface GraphResponse {
    /** Success. */
    record Success(JsonObject body) implements GraphResponse {}

    /**
     * Anything else. A status of 200 in it means that the body cannot be read.
     *
     * @param error what may be kept of it
     */
    record Failure(ErrorResponse error) implements GraphResponse {}

    /**
     * No response; there may be one at another time.
     *
     * @param cause why there is none
     */
    record Lost(IOException cause) implements GraphResponse {}

    /**
     * The body of a success.
     *
     * @throws IOException the {@link ErrorResponseException} of a failure, or the cause of a lost response
     */
    default JsonObject expectedBody() throws IOException {
        return switch (this) {
            case Success success -> success.body();
            case Failure failure -> throw new ErrorResponseException(failure.error());
            case Lost lost -> throw lost.cause();
        };
    }
}
