package app.keyturn;

import app.keyturn.entra.ReceiverPages;
import app.keyturn.wizard.Messages;

/** What the browser shows once the sign-in has come back to this computer. */
final class BrowserWords {
    private BrowserWords() {}

    /** The pages, in the person's language. */
    static ReceiverPages of(Messages messages) {
        return new ReceiverPages(messages.locale(), page(messages, "signed-in"), page(messages, "not-signed-in"),
                page(messages, "nothing"));
    }

    private static ReceiverPages.Page page(Messages messages, String which) {
        return new ReceiverPages.Page(messages.text("browser." + which + ".title"),
                messages.text("browser." + which + ".sentence"));
    }
}
