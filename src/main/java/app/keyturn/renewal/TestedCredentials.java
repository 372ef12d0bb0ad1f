package app.keyturn.renewal;

import java.util.Objects;

/**
 * Credentials that have just passed Microsoft's test: the only thing {@link Provisioning#save} takes. Only
 * {@link Renewal} creates them, from a passed test.
 */
public final class TestedCredentials {
    private final Credentials credentials;
    private final CredentialTest.Passed proof;

    TestedCredentials(Credentials credentials, CredentialTest.Passed proof) {
        this.credentials = credentials;
        this.proof = Objects.requireNonNull(proof);
    }

    /** The complete credentials, to be sent unchanged. Only settings that a test cannot parse were not part of it. */
    public Credentials credentials() {
        return credentials;
    }

    /** The test they passed. */
    CredentialTest.Passed proof() {
        return proof;
    }
}
