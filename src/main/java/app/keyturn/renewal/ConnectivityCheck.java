package app.keyturn.renewal;

/** Looks whether Microsoft can be reached from this computer, before anybody signs in. */
@FunctionalInterface
public interface ConnectivityCheck {
    /**
     * Looks once, at the sign-in and at Microsoft Graph, and tells neither anything about the person. Nothing is
     * repeated, and whatever is there is found soon, or it counts as not there.
     *
     * @return how it stands
     * @throws InterruptedException if the waiting thread was interrupted
     */
    Connectivity look() throws InterruptedException;
}
