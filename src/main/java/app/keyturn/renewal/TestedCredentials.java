package app.keyturn.renewal;

import java.util.Objects;

/**
 * Credentials that have just passed Microsoft's test: the only thing {@link Provisioning#save} takes. Only
 * {@link Renewal} makes one, from a passing answer.
 */
public final class TestedCredentials {
    private final Credentials credentials;
    private final CredentialTest.Passed proof;

    TestedCredentials(Credentials credentials, CredentialTest.Passed proof) {
        this.credentials = credentials;
        this.proof = Objects.requireNonNull(proof);
    }

    /** What passed, and is to be sent exactly so. */
    public Credentials credentials() {
        return credentials;
    }

    /** The test they passed. */
    CredentialTest.Passed proof() {
        return proof;
    }
}
