package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;

/** The result of Microsoft testing credentials at Apple ({@code validateCredentials}). */
public sealed interface CredentialTest {
    /**
     * Apple accepted them: HTTP 204.
     *
     * @param at Microsoft's clock, from the response's {@code Date} header
     * @param requestId Microsoft's id of the request, for its support
     */
    record Passed(Instant at, Optional<String> requestId) implements CredentialTest {}

    /**
     * Microsoft says why they do not work.
     *
     * @param problem {@code TOKEN-REJECTED} if Apple refused them, another code if Apple could not be asked
     */
    record Failed(Problem problem) implements CredentialTest {
        /**
         * Checks that the problem is about a token.
         *
         * @throws IllegalArgumentException if it is about anything else
         */
        public Failed {
            if (problem.code().group() != ProblemCode.Group.TOKEN) {
                throw new IllegalArgumentException(problem.code().id());
            }
        }
    }
}
