package app.keyturn.pages.signin;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.wizard.Frame;
import java.net.URI;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The link to Microsoft's sign-in page: opened in the browser, or copied by the user. */
final class BrowserLink {
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
    private final ReadOnlyBooleanWrapper https = new ReadOnlyBooleanWrapper(this, "https");
    private @Nullable URI page;

    BrowserLink(Desktop desktop, Frame frame, Messages messages) {
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
    }

    /** The page's address, for a browser on this computer; empty if there is none. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** True if no browser could be started, so that the link must be copied. */
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /** True if the browser has made {@code https} of this computer's address, so that another one is needed. */
    ReadOnlyBooleanProperty https() {
        return https.getReadOnlyProperty();
    }

    /** The browser has tried {@code https}, so one was opened after all. */
    void httpsTried() {
        failed.set(false);
        https.set(true);
        frame.announce(messages.live("signin.status.https"));
    }

    void show(URI address) {
        page = address;
        text.set(desktop.addressOf(address).toString());
        open();
    }

    /** Opens the page again, in case the browser was closed. */
    void open() {
        URI known = page;
        if (known != null) {
            failed.set(!desktop.open(known));
        }
    }

    void copy() {
        if (page != null) {
            desktop.copy(text.get());
            frame.announce(messages.live("signin.status.copied"));
        }
    }

    void forget() {
        page = null;
        text.set("");
        failed.set(false);
        https.set(false);
    }
}
