package app.keyturn.renewal;

import java.util.Objects;

/**
 * Credentials that have just passed Microsoft's test: the only thing {@link Provisioning#save} takes. Only
 * {@link Renewal} makes one, from a passing answer.
 */
public final class TestedCredentials {
    private final Credentials credentials;

    TestedCredentials(Credentials credentials, CredentialTest.Passed proof) {
        Objects.requireNonNull(proof);
        this.credentials = credentials;
    }

    /** What passed, and is to be sent exactly so. */
    public Credentials credentials() {
        return credentials;
    }
}
