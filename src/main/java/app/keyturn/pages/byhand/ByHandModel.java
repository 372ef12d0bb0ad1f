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
 * What the user needs to finish by hand: the steps, the address, the token, and the link to Microsoft's portal. After a
 * proven save, only the sync remains.
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
     * Creates the model.
     *
     * @param frame starts over in the end
     * @param entra where to begin in Microsoft's portal; empty if there is no such page
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
        steps.bind(
                Bindings.createObjectBinding(this::stepTexts, saved, page, renewalState.target(), messages.language()));
    }

    @Override
    public void onShown() {
        message.bind(Messages.empty());
        page.set(entra.get());
        address.set(correctAddress().map(TenantUrl::text).orElse(""));
    }

    /** True if the new token is known to be saved. */
    public ReadOnlyBooleanProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /** The value for <em>Tenant URL</em>; empty while no portal is chosen. */
    public ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty tokenHeld() {
        return tokenHeld.getReadOnlyProperty();
    }

    /** Where to begin in Microsoft's portal; empty if unknown. */
    public ReadOnlyObjectProperty<Optional<EntraPage>> page() {
        return page.getReadOnlyProperty();
    }

    /** What to do, in order. */
    public ReadOnlyObjectProperty<List<String>> steps() {
        return steps.getReadOnlyProperty();
    }

    /** The result of the last button; empty before. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public void copyAddress() {
        desktop.copy(address.get());
        message.bind(messages.live("byhand.address.copied"));
    }

    /** Copies the token, marked as a secret, at the user's request only. */
    public void copyToken() {
        ScimToken token = renewalState.token().get();
        if (token != null) {
            desktop.copySecret(token.reveal());
            message.bind(messages.live("byhand.token.copied"));
        }
    }

    /** Opens Microsoft's portal, or copies its address if that fails. */
    public void openPage() {
        page.get().map(EntraPage::address).filter(uri -> !desktop.open(uri)).ifPresent(uri -> {
            desktop.copy(uri.toString());
            message.bind(messages.live("byhand.no-browser"));
        });
    }

    /** Forgets the token, here and on the clipboard, and returns to the first page. */
    public void finish() {
        ScimToken token = renewalState.token().get();
        if (token != null) {
            desktop.forgetCopied(token.reveal());
        }
        renewalState.forgetToken();
        frame.startOver();
    }

    private List<String> stepTexts() {
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

    /** The present address if it is correct, with its flags; else the portal's, with those flags. */
    private Optional<TenantUrl> correctAddress() {
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
