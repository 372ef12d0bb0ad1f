package app.keyturn.pages.signin;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.wizard.Desktop;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.Messages;
import app.keyturn.wizard.PageModel;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Tasks;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The sign-in, and what was found after it. */
public final class SignInModel extends PageModel {
    /** What a domain or an id may consist of. */
    private static final Pattern TENANT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");
    private static final Pattern AADSTS_NUMBER = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");

    /** How far the page is. */
    public enum State {
        /** Nobody is signed in. */
        SIGNED_OUT,
        /** The person is in the browser. */
        IN_BROWSER,
        /** Microsoft is being read. */
        READING,
        /** Somebody is signed in, and reading did not end well. */
        UNREAD,
        /** Several apps were found, and none is chosen yet. */
        CHOOSING,
        /** The app is known. */
        KNOWN
    }

    private final MicrosoftSide microsoft;
    private final Draft draft;
    private final Frame frame;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Messages messages;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.SIGNED_OUT);
    private final ReadOnlyObjectWrapper<@Nullable URI> link = new ReadOnlyObjectWrapper<>(this, "link");
    private final ReadOnlyBooleanWrapper browserFailed = new ReadOnlyBooleanWrapper(this, "browserFailed");
    private final StringProperty tenant = new SimpleStringProperty(this, "tenant", "");
    private final ReadOnlyStringWrapper tenantMessage = new ReadOnlyStringWrapper(this, "tenantMessage", "");
    private final ObservableList<ProvisioningApp> apps = FXCollections.observableArrayList();
    private Tasks.@Nullable Running running;

    /**
     * Makes the model.
     *
     * @param microsoft does the work
     * @param draft takes what was found
     * @param frame shows problems
     * @param tasks runs the work
     * @param desktop opens the browser
     * @param messages the words
     */
    public SignInModel(MicrosoftSide microsoft, Draft draft, Frame frame, Tasks tasks, Desktop desktop,
            Messages messages) {
        super(messages.text("frame.continue"));
        this.microsoft = microsoft;
        this.draft = draft;
        this.frame = frame;
        this.tasks = tasks;
        this.desktop = desktop;
        this.messages = messages;
        readyWhile(draft.target().isNotNull());
        tenant.subscribe(_ -> tenantMessage.set(""));
        draft.portal().subscribe(_ -> chooseAnew());
    }

    @Override
    public Set<Action> carriesOut() {
        return Set.of(Action.SIGN_IN_AGAIN, Action.SWITCH_ACCOUNT, Action.CHOOSE_APP, Action.TRY_AGAIN);
    }

    @Override
    public void carryOut(Action action) {
        if (action == Action.TRY_AGAIN && draft.signedIn().get() != null) {
            readAgain();
        } else if (action == Action.CHOOSE_APP && !apps.isEmpty()) {
            letChoose();
        } else {
            signIn();
        }
    }

    /** How far the page is. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The address of Microsoft's sign-in page while the person is in the browser; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable URI> link() {
        return link.getReadOnlyProperty();
    }

    /** That address as text, for a browser on this computer; empty while there is none. */
    public String linkText() {
        URI page = link.get();
        return page == null ? "" : desktop.addressOf(page).toString();
    }

    /** True if no browser could be started, so that the link has to be copied. */
    public ReadOnlyBooleanProperty browserFailed() {
        return browserFailed.getReadOnlyProperty();
    }

    /** The organisation to sign in to, as a domain or id; empty for the account's own. */
    public StringProperty tenant() {
        return tenant;
    }

    /** What is wrong with that text, in words; empty if nothing is known to be. */
    public ReadOnlyStringProperty tenantMessage() {
        return tenantMessage.getReadOnlyProperty();
    }

    /** The apps found. */
    public ObservableList<ProvisioningApp> apps() {
        return FXCollections.unmodifiableObservableList(apps);
    }

    /**
     * Signs in, anew if somebody is signed in already, and then reads Microsoft's side. Does nothing but say so if the
     * organisation's text cannot be one.
     */
    public void signIn() {
        String wanted = tenant.get().strip();
        if (!wanted.isEmpty() && !TENANT.matcher(wanted).matches()) {
            tenantMessage.set(messages.text("signin.other-tenant.impossible"));
            return;
        }
        forget();
        state.set(State.IN_BROWSER);
        frame.announce(messages.text("signin.status.browser"));
        running = tasks.start(() -> microsoft.signIn(Optional.of(wanted).filter(text -> !text.isEmpty()), this::show),
                this::signedIn,
                this::notSignedIn);
    }

    /** Opens Microsoft's page again, in case the browser was closed. */
    public void openAgain() {
        URI page = link.get();
        if (page != null) {
            browserFailed.set(!desktop.open(page));
        }
    }

    /** Copies the address of Microsoft's page. */
    public void copyLink() {
        URI page = link.get();
        if (page != null) {
            desktop.copy(linkText());
            frame.announce(messages.text("signin.status.copied"));
        }
    }

    /** Gives the sign-in up and frees its local port. Nobody is signed in then. */
    public void cancel() {
        forget();
        state.set(State.SIGNED_OUT);
        frame.announce(messages.text("signin.status.cancelled"));
    }

    /** Takes one of several apps. */
    public void choose(ProvisioningApp app) {
        stop();
        frame.clearProblem();
        draft.target().set(null);
        state.set(State.READING);
        frame.announce(messages.text("signin.status.testing"));
        running = tasks.start(() -> microsoft.target(app), this::found, this::unread);
    }

    /** What Microsoft's sign-in page means by an error code, in words; empty for an empty text. */
    public String help(String code) {
        Matcher number = AADSTS_NUMBER.matcher(code);
        if (!number.find()) {
            return "";
        }
        String digits = number.group();
        String key = "aadsts." + digits;
        return messages.text(messages.bundle().containsKey(key) ? key : "aadsts.other", digits);
    }

    private void show(URI page) {
        tasks.onWindow(() -> {
            if (state.get() == State.IN_BROWSER) {
                link.set(page);
                openAgain();
            }
        });
    }

    private void signedIn(Account account) {
        link.set(null);
        draft.signedIn().set(new SignedIn(account, account.domain()));
        readAgain();
    }

    private void notSignedIn(Problem problem) {
        link.set(null);
        state.set(State.SIGNED_OUT);
        frame.show(problem);
    }

    private void readAgain() {
        SignedIn who = draft.signedIn().get();
        Portal portal = draft.portal().get();
        if (who == null || portal == null) {
            return;
        }
        stop();
        draft.target().set(null);
        apps.clear();
        state.set(State.READING);
        frame.announce(messages.text("signin.status.reading"));
        running = tasks.start(() -> microsoft.read(who.account()), this::seen, this::unread);
    }

    private void seen(MicrosoftSide.Seen seen) {
        draft.signedIn().set(seen.signedIn());
        apps.setAll(seen.apps());
        choose();
    }

    /** Takes the one app that fits, or has the person choose. */
    private void choose() {
        List<ProvisioningApp> fitting = apps.stream()
                .filter(app -> app.portal().equals(Optional.ofNullable(draft.portal().get())))
                .toList();
        if (fitting.size() == 1) {
            choose(fitting.getFirst());
        } else if (apps.size() == 1) {
            choose(apps.getFirst());
        } else {
            letChoose();
        }
    }

    /** Another portal wants another app. */
    private void chooseAnew() {
        if (draft.signedIn().get() != null && draft.result().get() == null && !apps.isEmpty()) {
            choose();
        }
    }

    private void letChoose() {
        stop();
        frame.clearProblem();
        draft.target().set(null);
        state.set(State.CHOOSING);
        frame.announce(messages.text("signin.status.choose"));
    }

    private void found(Target target) {
        draft.target().set(target);
        state.set(State.KNOWN);
        frame.announce(messages.standing(draft.changed()));
    }

    private void unread(Problem problem) {
        state.set(State.UNREAD);
        frame.show(problem);
    }

    private void forget() {
        stop();
        frame.clearProblem();
        draft.signedIn().set(null);
        draft.target().set(null);
        apps.clear();
    }

    private void stop() {
        Tasks.Running under = running;
        if (under != null) {
            under.cancel();
        }
        running = null;
        link.set(null);
    }
}
