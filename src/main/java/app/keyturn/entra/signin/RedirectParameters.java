package app.keyturn.entra.signin;

/** What Microsoft's page told the browser to bring back. */
public sealed interface RedirectParameters {
    /**
     * Yes.
     *
     * @param value good for one token, together with the verifier that never left this program
     */
    record Code(String value) implements RedirectParameters {}

    /**
     * No.
     *
     * @param error the OAuth error
     * @param description Microsoft's text, with its {@code AADSTS} number; empty if there is none
     */
    record Refused(String error, String description) implements RedirectParameters {}
}
