package app.keyturn.entra.signin;

/** The parameters of the redirect from Microsoft's sign-in page. */
public sealed interface RedirectParameters {
    /**
     * The sign-in succeeded.
     *
     * @param value an authorization code, good once, together with the verifier that never left this program
     */
    record Code(String value) implements RedirectParameters {}

    /**
     * The sign-in failed.
     *
     * @param error the OAuth error
     * @param description Microsoft's text, with its {@code AADSTS} number; empty if there is none
     */
    record Refused(String error, String description) implements RedirectParameters {}
}
