package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import com.google.gson.JsonObject;

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
     * The body of a success.
     *
     * @throws ErrorResponseException if it is a failure
     */
    default JsonObject expectedBody() throws ErrorResponseException {
        return switch (this) {
            case Success success -> success.body();
            case Failure failure -> throw new ErrorResponseException(failure.error());
        };
    }
}
