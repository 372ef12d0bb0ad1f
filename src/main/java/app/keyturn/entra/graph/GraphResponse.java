package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import com.google.gson.JsonObject;

/** The answer to one {@link GraphQuery}, whether it came alone or in a batch. */
sealed interface GraphResponse {
    /**
     * The one hoped for.
     *
     * @param body what it says
     */
    record Success(JsonObject body) implements GraphResponse {}

    /**
     * Any other. A status of 200 in it means that what was given cannot be read.
     *
     * @param error what may be kept of it
     */
    record Failure(ErrorResponse error) implements GraphResponse {}

    /**
     * What the hoped-for answer says.
     *
     * @throws RefusedException if it is another one
     */
    default JsonObject expectedBody() throws ErrorResponseException {
        return switch (this) {
            case Success given -> given.body();
            case Failure refused -> throw new ErrorResponseException(refused.error());
        };
    }
}
