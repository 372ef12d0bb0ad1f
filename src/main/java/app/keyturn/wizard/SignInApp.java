package app.keyturn.wizard;

import app.keyturn.i18n.Messages;

/**
 * The app through which a person signs in at Microsoft, as people have to name it to each other.
 *
 * @param clientId its application id
 * @param own true for an app of the organisation's own, false for Microsoft's
 */
public record SignInApp(String clientId, boolean own) {
    /** What it is called. */
    public String name(Messages messages) {
        return messages.text(own ? "frame.sign-in-app.own" : "frame.sign-in-app");
    }
}
