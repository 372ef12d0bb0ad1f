package app.keyturn.pages.done;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.SignIn;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.CompletedRenewal.Revocation;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The page after a renewal: what was changed, and what comes next. */
public final class DoneModel extends PageModel {
    private final SyncModel sync;
    private final SignIn signIn;
    private final Supplier<URI> signOutPage;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Desktop desktop;
    private final Messages messages;
    private final BooleanProperty appleShowsActive = new SimpleBooleanProperty(this, "appleShowsActive");
    private final BooleanProperty revoked = new SimpleBooleanProperty(this, "revoked");
    private final ReadOnlyBooleanWrapper mayRevoke = new ReadOnlyBooleanWrapper(this, "mayRevoke");
    private final ReadOnlyStringWrapper browserMessage = new ReadOnlyStringWrapper(this, "browserMessage", "");

    /**
     * Creates the model.
     *
     * @param sync the first sync with the new token
     * @param signIn signed out when the user leaves
     * @param signOutPage where the browser is signed out
     */
    public DoneModel(SyncModel sync, SignIn signIn, Supplier<URI> signOutPage, RenewalState renewalState, Frame frame,
            Desktop desktop,
            Messages messages) {
        super(messages.live("done.finish"));
        this.sync = sync;
        this.signIn = signIn;
        this.signOutPage = signOutPage;
        this.renewalState = renewalState;
        this.frame = frame;
        this.desktop = desktop;
        this.messages = messages;
        blockBackWhile(messages.live("done.no-way-back"));
        mayRevoke.bind(Bindings.createBooleanBinding(this::mayRevokeNow, renewalState.result()));
        appleShowsActive.subscribe(_ -> answered());
        revoked.subscribe(_ -> answered());
        renewalState.onNextRenewal(this::forgetRenewal);
    }

    /** The user's answers are part of the renewal they are about. */
    private void answered() {
        CompletedRenewal renewed = renewalState.result().get();
        if (renewed != null) {
            Revocation answers = new Revocation(appleShowsActive.get(), revoked.get());
            renewalState.update(renewed, now -> now.withRevocation(answers));
        }
    }

    private void forgetRenewal() {
        appleShowsActive.set(false);
        revoked.set(false);
        browserMessage.bind(Messages.empty());
    }

    @Override
    public Set<Action> performs() {
        return Set.of(Action.CHECK_AGAIN, Action.READ_AGAIN);
    }

    @Override
    public void perform(Action action) {
        if (action == Action.READ_AGAIN) {
            sync.watchAgain();
        } else {
            sync.restartSync();
        }
    }

    @Override
    public void onShown() {
        frame.announce(messages.live("done.status"));
        sync.begin();
    }

    /** What was changed and what was not. */
    public String whatChanged() {
        return Optional.ofNullable(renewalState.result().get())
                .map(result -> messages.text("done.changed.token", result.plan().app().name()) + " " + otherChanges())
                .orElse("");
    }

    /** True if the user says that Apple shows the new token as active. */
    public BooleanProperty appleShowsActive() {
        return appleShowsActive;
    }

    /** True if the user says that the old token is revoked. */
    public BooleanProperty revoked() {
        return revoked;
    }

    /** True if revoking the old token can be offered. */
    public ReadOnlyBooleanProperty mayRevoke() {
        return mayRevoke.getReadOnlyProperty();
    }

    /** Why the last page did not open in the browser; empty if it did. */
    public ReadOnlyStringProperty browserMessage() {
        return browserMessage.getReadOnlyProperty();
    }

    /** How to clear a clipboard history: it may contain what was copied at Apple, whatever Keyturn clears. */
    public String clipboardHistory() {
        return messages.text("done.after.clipboard." + desktop.kind());
    }

    public void openApple() {
        Optional.ofNullable(renewalState.result().get())
                .ifPresent(renewed -> open(renewed.plan().portal().site()));
    }

    /** Signs out in the browser as well: that is a different session from Keyturn's own. */
    public void signOutInBrowser() {
        open(signOutPage.get());
    }

    /** Signs out, forgets everything, and returns to the first page. */
    public void finish() {
        sync.stop();
        signIn.signOut();
        frame.startOver();
    }

    private void open(URI page) {
        if (desktop.open(page)) {
            browserMessage.bind(Messages.empty());
        } else {
            desktop.copy(desktop.addressOf(page).toString());
            browserMessage.bind(messages.live("done.no-browser"));
        }
    }

    /** What happened to everything but the token. */
    private String otherChanges() {
        return Optional.ofNullable(renewalState.result().get())
                .flatMap(renewed -> renewed.plan().consents().address())
                .map(address -> messages.text("done.changed.address", address.withoutFlags()))
                .orElse(messages.text("done.changed"));
    }

    private boolean mayRevokeNow() {
        CompletedRenewal renewed = renewalState.result().get();
        return renewed != null && renewed.mayRevoke();
    }
}
