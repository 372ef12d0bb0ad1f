package app.keyturn.wizard;

import app.keyturn.i18n.Messages;

/**
 * The app the user signs in with, as the texts refer to it.
 *
 * @param clientId its application id
 * @param own true for the organisation's own app, false for Microsoft's
 */
public record SignInApp(String clientId, boolean own) {
    public String name(Messages messages) {
        return messages.text(own ? "frame.sign-in-app.own" : "frame.sign-in-app");
    }
}
