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
    record Given(JsonObject body) implements GraphResponse {}

    /**
     * Any other. A status of 200 in it means that what was given cannot be read.
     *
     * @param refusal what may be kept of it
     */
    record Refused(ErrorResponse refusal) implements GraphResponse {}

    /**
     * What the hoped-for answer says.
     *
     * @throws RefusedException if it is another one
     */
    default JsonObject expectedBody() throws ErrorResponseException {
        return switch (this) {
            case Given given -> given.body();
            case Refused refused -> throw new ErrorResponseException(refused.refusal());
        };
    }
}
