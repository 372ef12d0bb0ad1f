package app.keyturn.pages.signin;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SignIn;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Tasks;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.StringProperty;

/** The sign-in at Microsoft; {@link AppLoader} reads what comes after it. */
public final class SignInModel extends PageModel {
    private final AppLookup lookup;
    private final RenewalState renewalState;
    private final Frame frame;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Messages messages;
    private final BrowserLink browser;
    private final OtherTenant otherTenant;
    private final SignInState signInState;
    private final AppLoader loader;
    /** Identifies the current sign-in, as opposed to those given up. */
    private Object current = new Object();

    public SignInModel(AppLookup lookup, RenewalState renewalState, Frame frame, Tasks tasks, Desktop desktop,
            Messages messages) {
        super(messages.live("frame.continue"));
        this.lookup = lookup;
        this.renewalState = renewalState;
        this.frame = frame;
        this.tasks = tasks;
        this.desktop = desktop;
        this.messages = messages;
        browser = new BrowserLink(desktop, frame, messages);
        otherTenant = new OtherTenant(messages);
        signInState = new SignInState(frame, tasks, messages);
        loader = new AppLoader(lookup, renewalState, frame, signInState, tasks, messages);
        readyWhile(renewalState.target().isNotNull());
    }

    @Override
    public Set<Action> performs() {
        return Set.of(Action.SIGN_IN_AGAIN, Action.SWITCH_ACCOUNT, Action.CHOOSE_APP, Action.TRY_AGAIN,
                Action.CHECK_AGAIN);
    }

    @Override
    public void perform(Action action) {
        loader.rememberOrigin();
        if ((action == Action.TRY_AGAIN || action == Action.CHECK_AGAIN) && renewalState.signedIn().get() != null) {
            loader.repeat();
        } else if (action == Action.CHOOSE_APP && renewalState.signedIn().get() != null) {
            loader.anotherApp();
        } else {
            signIn();
        }
    }

    /** After a renewal, what was read before its save is read again for the next one. */
    @Override
    public void onShown() {
        loader.refresh();
    }

    /** A running search must not change the app unnoticed. */
    @Override
    public void onNext() {
        loader.search().close();
        signInState.clear();
    }

    /** The organisation to sign in to, as a domain or id; empty for the account's own. */
    public StringProperty tenant() {
        return otherTenant.name();
    }

    /** The apps found so far in the organisation. */
    public List<ProvisioningApp> apps() {
        return loader.choice().found().get().apps();
    }

    /** Chooses one of the apps that were found. */
    public void choose(ProvisioningApp app) {
        loader.choose(app);
    }

    SignInState signInState() {
        return signInState;
    }

    BrowserLink browser() {
        return browser;
    }

    OtherTenant otherTenant() {
        return otherTenant;
    }

    AppLoader loader() {
        return loader;
    }

    /**
     * Signs in, again if an account is signed in already, and then reads Microsoft's side. Only shows a message if the
     * organisation's text is impossible.
     */
    void signIn() {
        if (!otherTenant.validate()) {
            return;
        }
        loader.forget();
        browser.forget();
        Optional<String> wanted = otherTenant.domainOrId();
        SignIn.BrowserListener attempt = new SignIn.BrowserListener() {
            @Override
            public void pageReady(URI page) {
                inBrowser(this, () -> browser.show(page));
            }

            @Override
            public void httpsTried() {
                inBrowser(this, browser::httpsTried);
            }
        };
        current = attempt;
        signInState.waitForBrowser(() -> lookup.signIn(wanted, attempt), this::signedIn, this::notSignedIn);
    }

    /**
     * Cancels the running task, so that the window is usable at once. A sign-in in the browser ends without an account.
     */
    void cancel() {
        if (signInState.state().get() == State.IN_BROWSER) {
            browser.forget();
            loader.forget();
            signInState.moveTo(State.SIGNED_OUT, "signin.status.cancelled");
        } else {
            signInState.moveTo(State.STOPPED, "signin.status.stopped");
        }
    }

    /** Copies a request to a colleague. */
    void copyRequest(String request) {
        desktop.copy(request);
        frame.announce(messages.live("frame.copied"));
    }

    /**
     * Proposes an organisation for the sign-in. An account that is signed in elsewhere is dropped, and so is a sign-in
     * in the browser, which may lead elsewhere.
     *
     * @param tenantId its id, or one of its domains
     * @param appId the object id of the app renewed there last
     */
    public void propose(String tenantId, String appId) {
        loader.preferApp(appId);
        SignedIn who = renewalState.signedIn().get();
        boolean elsewhere = who != null && !who.account().tenantId().equalsIgnoreCase(tenantId);
        if (elsewhere || signInState.state().get() == State.IN_BROWSER) {
            browser.forget();
            loader.forget();
            signInState.moveTo(State.SIGNED_OUT, "signin.status.cancelled");
        }
        tenant().set(tenantId);
    }

    /** Does something unless this sign-in has ended by then. */
    private void inBrowser(Object attempt, Runnable action) {
        tasks.runLater(() -> {
            if (attempt.equals(current) && signInState.state().get() == State.IN_BROWSER) {
                action.run();
            }
        });
    }

    private void signedIn(Account account) {
        browser.forget();
        renewalState.signedIn().set(new SignedIn(account, account.domain()));
        loader.read();
    }

    private void notSignedIn(Problem problem) {
        browser.forget();
        signInState.fail(State.SIGNED_OUT, messages.live(() -> messages.changeSummary(renewalState.changed())),
                problem);
    }
}
