package app.keyturn.pages.byhand;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.EntraPage;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.TenantUrl;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What a person needs to finish by hand: the steps, the address, the token, and the way into Microsoft's portal. After a
 * save that is certain, only the sync is left to look after.
 */
public final class ByHandModel extends PageModel {
    private static final int STEPS = 6;
    private static final int SYNC_STEPS = 4;

    private final RenewalState renewalState;
    private final Desktop desktop;
    private final Frame frame;
    private final Messages messages;
    private final Supplier<Optional<EntraPage>> entra;
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ReadOnlyBooleanWrapper tokenHeld = new ReadOnlyBooleanWrapper(this, "tokenHeld");
    private final ReadOnlyObjectWrapper<Optional<EntraPage>> page = new ReadOnlyObjectWrapper<>(this, "page",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> steps = new ReadOnlyObjectWrapper<>(this, "steps", List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * Makes the model.
     *
     * @param renewalState holds the token, the portal and the app
     * @param desktop copies, and opens Microsoft's portal
     * @param frame begins anew in the end
     * @param messages the words
     * @param entra where to begin in Microsoft's portal; empty if there is none
     */
    public ByHandModel(RenewalState renewalState, Desktop desktop, Frame frame, Messages messages,
            Supplier<Optional<EntraPage>> entra) {
        super(messages.live("byhand.finish"));
        this.renewalState = renewalState;
        this.desktop = desktop;
        this.frame = frame;
        this.messages = messages;
        this.entra = entra;
        tokenHeld.bind(renewalState.token().isNotNull());
        saved.bind(renewalState.result().isNotNull());
        steps.bind(Bindings.createObjectBinding(this::toDo, saved, page, renewalState.target(), messages.language()));
    }

    @Override
    public void shown() {
        message.bind(Messages.empty());
        page.set(entra.get());
        address.set(rightAddress().map(TenantUrl::text).orElse(""));
    }

    /** True if the new token is saved for certain. */
    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /** What belongs into <em>Tenant URL</em>; empty while no portal is chosen. */
    public ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    /** True if there is a token to copy. */
    public ReadOnlyBooleanProperty tokenHeld() {
        return tokenHeld.getReadOnlyProperty();
    }

    /** Where to begin in Microsoft's portal; empty if it is not known. */
    public ReadOnlyObjectProperty<Optional<EntraPage>> page() {
        return page.getReadOnlyProperty();
    }

    /** What to do, in order. */
    public ReadOnlyObjectProperty<List<String>> steps() {
        return steps.getReadOnlyProperty();
    }

    /** What came of the last button, in words; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Copies the address. */
    public void copyAddress() {
        desktop.copy(address.get());
        message.bind(messages.live("byhand.address.copied"));
    }

    /** Copies the token, marked as a secret; only when the person asks for it. */
    public void copyToken() {
        ScimToken token = renewalState.token().get();
        if (token != null) {
            desktop.copySecret(token.reveal());
            message.bind(messages.live("byhand.token.copied"));
        }
    }

    /** Opens Microsoft's portal, or says where the page is. */
    public void openPage() {
        page.get().map(EntraPage::address).filter(uri -> !desktop.open(uri)).ifPresent(uri -> {
            desktop.copy(uri.toString());
            message.bind(messages.live("byhand.no-browser"));
        });
    }

    /** Forgets the token, here and on the clipboard, and goes back to the first page. */
    public void finish() {
        ScimToken token = renewalState.token().get();
        if (token != null) {
            desktop.forgetCopied(token.reveal());
        }
        renewalState.forgetToken();
        frame.startOver();
    }

    private List<String> toDo() {
        return IntStream.rangeClosed(1, saved.get() ? SYNC_STEPS : STEPS).mapToObj(this::step).toList();
    }

    private String step(int number) {
        String key = (saved.get() ? "byhand.sync.step." : "byhand.step.") + number;
        Target target = renewalState.target().get();
        if (number == 1) {
            return messages.text(key,
                    page.get().map(EntraPage::adminCenter).orElseGet(() -> messages.text("byhand.entra")));
        }
        return number == 2 && target != null
                ? messages.text("byhand.step.2.app", target.app().name())
                : messages.text(key);
    }

    /** The address that is there if it is right, with the flags behind it; else the portal's, with those flags. */
    private Optional<TenantUrl> rightAddress() {
        Portal portal = renewalState.portal().get();
        if (portal == null) {
            return Optional.empty();
        }
        Target target = renewalState.target().get();
        Optional<TenantUrl> present = target == null ? Optional.empty() : target.app().connection().baseAddress();
        return present.map(url -> url.sameAddressAs(portal.tenantUrl()) ? url : url.correctedFor(portal))
                .or(() -> Optional.of(portal.tenantUrl()));
    }
}
