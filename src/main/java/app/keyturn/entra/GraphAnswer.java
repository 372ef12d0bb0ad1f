package app.keyturn.entra;

import com.google.gson.JsonObject;

/** The answer to one {@link Question}, whether it came alone or in a batch. */
sealed interface GraphAnswer {
    /**
     * The one hoped for.
     *
     * @param body what it says
     */
    record Given(JsonObject body) implements GraphAnswer {}

    /**
     * Any other. A status of 200 in it means that what was given cannot be read.
     *
     * @param refusal what may be kept of it
     */
    record Refused(Refusal refusal) implements GraphAnswer {}

    /**
     * What the hoped-for answer says.
     *
     * @throws RefusedException if it is another one
     */
    default JsonObject hopedFor() throws RefusedException {
        return switch (this) {
            case Given given -> given.body();
            case Refused refused -> throw new RefusedException(refused.refusal());
        };
    }
}
