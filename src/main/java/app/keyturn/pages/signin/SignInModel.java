package app.keyturn.pages.signin;

import app.keyturn.desktop.Desktop;
import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Problem;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Tasks;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.StringProperty;

/** The sign-in at Microsoft; what is read after it is for {@link AppLoader}. */
public final class SignInModel extends PageModel {
    private final AppLookup lookup;
    private final RenewalState renewalState;
    private final Tasks tasks;
    private final Messages messages;
    private final BrowserLink browser;
    private final OtherTenant otherTenant;
    private final SignInState signInState;
    private final AppLoader loader;
    /** Tells the sign-in that is waited for from those that were given up. */
    private Object latest = new Object();

    /**
     * Makes the model.
     *
     * @param lookup does the work
     * @param renewalState takes what was found
     * @param frame shows problems
     * @param tasks runs the work
     * @param desktop opens the browser
     * @param messages the words
     */
    public SignInModel(AppLookup lookup, RenewalState renewalState, Frame frame, Tasks tasks, Desktop desktop,
            Messages messages) {
        super(messages.live("frame.continue"));
        this.lookup = lookup;
        this.renewalState = renewalState;
        this.tasks = tasks;
        this.messages = messages;
        browser = new BrowserLink(desktop, frame, messages);
        otherTenant = new OtherTenant(messages);
        signInState = new SignInState(frame, tasks, messages);
        loader = new AppLoader(lookup, renewalState, frame, signInState, tasks, messages);
        readyWhile(renewalState.target().isNotNull());
    }

    @Override
    public Set<Action> carriesOut() {
        return Set.of(Action.SIGN_IN_AGAIN, Action.SWITCH_ACCOUNT, Action.CHOOSE_APP, Action.TRY_AGAIN);
    }

    @Override
    public void perform(Action action) {
        loader.comeFromHere();
        if (action == Action.TRY_AGAIN && renewalState.signedIn().get() != null) {
            loader.repeat();
        } else if (action == Action.CHOOSE_APP && renewalState.signedIn().get() != null) {
            loader.anotherApp();
        } else {
            signIn();
        }
    }

    /** A search that is still under way must not change the app behind the person's back. */
    @Override
    public void passed() {
        loader.search().close();
        signInState.clear();
    }

    /** The organisation to sign in to, as a domain or id; empty for the account's own. */
    public StringProperty tenant() {
        return otherTenant.name();
    }

    /** How far the page is. */
    SignInState course() {
        return signInState;
    }

    /** The way to Microsoft's page. */
    BrowserLink browser() {
        return browser;
    }

    /** The organisation to sign in to. */
    OtherTenant otherTenant() {
        return otherTenant;
    }

    /** What is read once somebody is signed in. */
    AppLoader reading() {
        return loader;
    }

    /**
     * Signs in, anew if somebody is signed in already, and then reads Microsoft's side. Does nothing but say so if the
     * organisation's text cannot be one.
     */
    void signIn() {
        if (!otherTenant.check()) {
            return;
        }
        loader.forget();
        browser.forget();
        Optional<String> wanted = otherTenant.wanted();
        Object attempt = new Object();
        latest = attempt;
        signInState.waitForBrowser(() -> lookup.signIn(wanted, page -> show(attempt, page)), this::signedIn,
                this::notSignedIn);
    }

    /** Gives up what is under way, so that the window is back at once. In the browser, nobody is signed in then. */
    void cancel() {
        if (signInState.state().get() == State.IN_BROWSER) {
            browser.forget();
            loader.forget();
            signInState.reach(State.SIGNED_OUT, "signin.status.cancelled");
        } else {
            signInState.reach(State.STOPPED, "signin.status.stopped");
        }
    }

    /**
     * Proposes an organisation for the sign-in. Whoever is signed in elsewhere is not signed in any more, and a sign-in
     * in the browser, which may end elsewhere, is given up.
     *
     * @param tenantId its id, or a domain of it
     * @param appId the object id of the app that was renewed there last
     */
    public void propose(String tenantId, String appId) {
        loader.remember(appId);
        SignedIn who = renewalState.signedIn().get();
        boolean elsewhere = who != null && !who.account().tenantId().equalsIgnoreCase(tenantId);
        if (elsewhere || signInState.state().get() == State.IN_BROWSER) {
            browser.forget();
            loader.forget();
            signInState.reach(State.SIGNED_OUT, "signin.status.cancelled");
        }
        tenant().set(tenantId);
    }

    private void show(Object attempt, URI page) {
        tasks.onWindow(() -> {
            if (attempt.equals(latest) && signInState.state().get() == State.IN_BROWSER) {
                browser.show(page);
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
