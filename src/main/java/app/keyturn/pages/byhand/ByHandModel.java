package app.keyturn.pages.byhand;

import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.Target;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a person needs to finish by hand: the address, the token, and the way to the app's page. */
public final class ByHandModel extends PageModel {
    private final Draft draft;
    private final Desktop desktop;
    private final Messages messages;
    private final Supplier<Optional<URI>> appPage;
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ReadOnlyBooleanWrapper tokenHeld = new ReadOnlyBooleanWrapper(this, "tokenHeld");
    private final ReadOnlyObjectWrapper<Optional<URI>> page = new ReadOnlyObjectWrapper<>(this, "page",
            Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * Makes the model.
     *
     * @param draft holds the token, the portal and the app
     * @param desktop copies, and opens the app's page
     * @param messages the words
     * @param appPage the app's page in Microsoft's portal; empty while no app is known
     */
    public ByHandModel(Draft draft, Desktop desktop, Messages messages, Supplier<Optional<URI>> appPage) {
        super("");
        this.draft = draft;
        this.desktop = desktop;
        this.messages = messages;
        this.appPage = appPage;
        tokenHeld.bind(draft.token().isNotNull());
    }

    @Override
    public void shown() {
        message.set("");
        page.set(appPage.get());
        address.set(rightAddress().map(TenantUrl::text).orElse(""));
    }

    /** What belongs into <em>Tenant URL</em>; empty while no portal is chosen. */
    public ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    /** True if there is a token to copy. */
    public ReadOnlyBooleanProperty tokenHeld() {
        return tokenHeld.getReadOnlyProperty();
    }

    /** The app's page in Microsoft's portal; empty if it is not known. */
    public ReadOnlyObjectProperty<Optional<URI>> page() {
        return page.getReadOnlyProperty();
    }

    /** What came of the last button, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Copies the address. */
    public void copyAddress() {
        desktop.copy(address.get());
        message.set(messages.text("byhand.address.copied"));
    }

    /** Copies the token; only when the person asks for it. */
    public void copyToken() {
        ScimToken token = draft.token().get();
        if (token != null) {
            desktop.copy(token.reveal());
            message.set(messages.text("byhand.token.copied"));
        }
    }

    /** Opens the app's page, or says where it is. */
    public void openPage() {
        page.get().filter(uri -> !desktop.open(uri)).ifPresent(uri -> {
            desktop.copy(uri.toString());
            message.set(messages.text("byhand.no-browser"));
        });
    }

    /** The address that is there if it is right, with the flags behind it; else the portal's, with those flags. */
    private Optional<TenantUrl> rightAddress() {
        Portal portal = draft.portal().get();
        if (portal == null) {
            return Optional.empty();
        }
        Target target = draft.target().get();
        Optional<TenantUrl> present = target == null ? Optional.empty() : target.app().connection().baseAddress();
        return present.map(url -> url.leadsTo(portal.tenantUrl()) ? url : url.correctedFor(portal))
                .or(() -> Optional.of(portal.tenantUrl()));
    }
}
