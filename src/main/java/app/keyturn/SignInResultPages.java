package app.keyturn;

import app.keyturn.entra.signin.CallbackPages;
import app.keyturn.i18n.Messages;

/** What the browser shows once the sign-in has come back to this computer. */
public final class SignInResultPages {
    private SignInResultPages() {}

    /** The pages, in the person's language. */
    public static CallbackPages of(Messages messages) {
        return new CallbackPages(messages.locale(), page(messages, "signed-in"), page(messages, "not-signed-in"),
                page(messages, "nothing"));
    }

    private static CallbackPages.Page page(Messages messages, String which) {
        return new CallbackPages.Page(messages.text("browser." + which + ".title"),
                messages.text("browser." + which + ".sentence"));
    }
}
