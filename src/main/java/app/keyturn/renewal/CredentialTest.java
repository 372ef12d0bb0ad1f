package app.keyturn.renewal;

import java.time.Instant;
import java.util.Optional;

/** The result of Microsoft testing credentials at Apple ({@code validateCredentials}). */
public sealed interface CredentialTest {
    /**
     * Apple accepted them: HTTP 204.
     *
     * @param date Microsoft's clock, from the response's {@code Date} header; empty if it has none
     * @param requestId Microsoft's id of the request, for its support
     */
    record Passed(Optional<Instant> date, Optional<String> requestId) implements CredentialTest {
        /** Microsoft's answer was dated. */
        public Passed(Instant date, Optional<String> requestId) {
            this(Optional.of(date), requestId);
        }
    }

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
