package app.keyturn.entra.graph;

import app.keyturn.entra.Cloud;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;

/**
 * How long credentials may be. "Credentials, including the secret token, notification email, and SSO certificate
 * notification emails together have a 1KB limit in the Microsoft Azure Government Cloud": Microsoft Learn, "Known issues
 * for provisioning in Microsoft Entra ID". How Microsoft counts, and what it answers, is not told. So nothing is held
 * back for its length; only a refusal that has no other reason gets this one.
 */
final class CredentialSizeLimit {
    private static final int BYTES = 1024;

    private CredentialSizeLimit() {}

    /**
     * True if the limit is the likely reason for a refusal.
     *
     * @param cloud who refused it
     * @param refused what is known of the refusal otherwise
     * @param sent the length of the request's body, in bytes
     */
    static boolean explains(Cloud cloud, Problem refused, int sent) {
        boolean noReasonGiven = refused.code() == ProblemCode.SERVICE_REFUSED
                || refused.code() == ProblemCode.TOKEN_TEST_FAILED;
        return noReasonGiven && cloud.limitsCredentials() && sent > BYTES;
    }

    /** The problem then: what was refused for its length has changed nothing. */
    static Problem problem(Diagnostics details) {
        return new Problem(ProblemCode.TOKEN_TOO_LONG_FOR_CLOUD, ChangeState.NOTHING, details);
    }
}
