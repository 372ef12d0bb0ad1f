package app.keyturn.entra.graph;

import app.keyturn.entra.Cloud;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;

/**
 * How long credentials may be. "Credentials, including the secret token, notification email, and SSO certificate
 * notification emails together have a 1KB limit in the Microsoft Azure Government Cloud": Microsoft Learn, "Known
 * issues for provisioning in Microsoft Entra ID". Microsoft documents neither how it counts nor how it responds. So
 * nothing is refused here for its length; only a refusal without another reason is explained by it.
 */
final class CredentialSizeLimit {
    private static final int MAX_BYTES = 1024;

    private CredentialSizeLimit() {}

    /**
     * True if the limit is the likely reason for a refusal.
     *
     * @param refused the problem of the refusal so far
     * @param sent the length of the request's body, in bytes
     */
    static boolean explains(Cloud cloud, Problem refused, int sent) {
        boolean noReasonGiven = refused.code() == ProblemCode.SERVICE_REFUSED
                || refused.code() == ProblemCode.TOKEN_TEST_FAILED;
        return noReasonGiven && cloud.limitsCredentials() && sent > MAX_BYTES;
    }

    /** The problem in this case. */
    static Problem problem(Diagnostics details) {
        return new Problem(ProblemCode.TOKEN_TOO_LONG_FOR_CLOUD, details);
    }
}
