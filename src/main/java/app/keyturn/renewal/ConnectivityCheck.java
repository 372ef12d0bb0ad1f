package app.keyturn.renewal;

/** Checks whether Microsoft can be reached from this computer, before the user signs in. */
@FunctionalInterface
public interface ConnectivityCheck {
    /**
     * Checks the sign-in and Microsoft Graph once, without telling them anything about the user. Nothing is repeated:
     * a service that does not answer soon counts as unreachable.
     *
     * @throws InterruptedException if the waiting thread was interrupted
     */
    Connectivity check() throws InterruptedException;
}
