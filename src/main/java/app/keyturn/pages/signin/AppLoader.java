package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.UnreadApp;
import app.keyturn.wizard.Frame;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the page needs after the sign-in: the organisation, its apps, and whether the present token of the chosen
 * app works.
 */
final class AppLoader implements AppSearch.Listener {
    private record ChosenApp(String tenantId, String appId) {}

    private final AppLookup lookup;
    private final RenewalState renewalState;
    private final Frame frame;
    private final SignInState signInState;
    private final Messages messages;
    private final AppChoice choice;
    private final AppSearch search;
    private final ReadOnlyObjectWrapper<@Nullable ProvisioningApp> app = new ReadOnlyObjectWrapper<>(this, "app");
    /** The object id of the app renewed last. */
    private Optional<String> lastRenewedApp = Optional.empty();
    /** The last operation, to be repeated. */
    private Runnable repeatLast = this::read;
    /** The app that was chosen when a problem's action led here; null if none did. */
    private @Nullable ChosenApp origin;
    /** True if the apps were read before a save. */
    private boolean outdated;

    AppLoader(AppLookup lookup, RenewalState renewalState, Frame frame, SignInState signInState, Tasks tasks,
            Messages messages) {
        this.lookup = lookup;
        this.renewalState = renewalState;
        this.frame = frame;
        this.signInState = signInState;
        this.messages = messages;
        choice = new AppChoice(messages);
        search = new AppSearch(lookup, tasks, messages, renewalState::isToken, this);
        renewalState.onNextRenewal(() -> {
            origin = null;
            outdated = true;
        });
        renewalState.portal().subscribe(_ -> chooseForPortal());
    }

    AppChoice choice() {
        return choice;
    }

    AppSearch search() {
        return search;
    }

    /** The app being read, or read last; null while there is none. */
    ReadOnlyObjectProperty<@Nullable ProvisioningApp> app() {
        return app.getReadOnlyProperty();
    }

    /** Called when a problem's action leads here; the page it came from may be waiting for this same app. */
    void rememberOrigin() {
        chosenApp().ifPresent(chosen -> origin = chosen);
    }

    /** Prefers this app, renewed last, if there are several. */
    void preferApp(String appId) {
        lastRenewedApp = Optional.of(appId);
    }

    /** Forgets everything that was read. */
    void forget() {
        search.forget();
        choice.replace(SearchResult.NONE);
        renewalState.signedIn().set(null);
        forgetApp();
    }

    /** Repeats what was stopped or has failed. */
    void repeat() {
        repeatLast.run();
    }

    /** Reads the organisation and its apps for the account that is signed in. */
    void read() {
        SignedIn who = renewalState.signedIn().get();
        Portal portal = renewalState.portal().get();
        if (who == null || portal == null) {
            return;
        }
        repeatLast = this::read;
        outdated = false;
        search.forget();
        choice.replace(SearchResult.NONE);
        forgetApp();
        signInState.read("signin.reading", () -> lookup.read(who.account(), portal), this::tenantRead,
                this::readFailed);
    }

    /** Reads again what was read before the last save. */
    void refresh() {
        if (outdated && renewalState.target().get() == null) {
            read();
        }
    }

    /** Chooses one of the apps and tests its present token. */
    void choose(ProvisioningApp chosen) {
        repeatLast = () -> choose(chosen);
        search.close();
        forgetApp();
        app.set(chosen);
        signInState.read("signin.trying", () -> lookup.target(chosen), this::targetRead, this::readFailed);
    }

    /** Offers the other apps found, and a search. */
    void anotherApp() {
        if (choice.found().get().apps().size() > 1) {
            offerChoice();
        }
        search.open().set(true);
    }

    /** Reads again the apps that could not be read. What is chosen stays. */
    void readUnread() {
        List<UnreadApp> unread = choice.found().get().unread();
        repeatLast = this::readUnread;
        signInState.read("signin.unread.reading", () -> lookup.readAgain(unread), this::unreadRead,
                this::unreadFailed);
    }

    private void unreadRead(SearchResult again) {
        choice.change(found -> found.afterReadingAgain(again));
        if (again.apps().isEmpty() || renewalState.target().get() == null) {
            settle();
        } else {
            offerChoice();
        }
    }

    private void unreadFailed(Problem problem) {
        settle();
        signInState.show(problem);
    }

    /** Goes back to what was shown before apps were read again. */
    private void settle() {
        if (renewalState.target().get() != null) {
            signInState.finish(State.KNOWN, messages.live(() -> messages.changeSummary(renewalState.changed())));
        } else if (choice.found().get().apps().isEmpty()) {
            readFailed(lookup.notFound());
        } else {
            chooseOrOffer();
        }
    }

    private void tenantRead(AppLookup.Result result) {
        renewalState.signedIn().set(result.signedIn());
        choice.replace(result.search());
        if (result.search().apps().isEmpty()) {
            search.open().set(true);
            readFailed(lookup.notFound());
        } else {
            chooseOrOffer();
        }
    }

    private void chooseOrOffer() {
        Optional.ofNullable(renewalState.portal().get())
                .flatMap(portal -> choice.found().get().onlyChoice(portal))
                .ifPresentOrElse(this::choose, this::offerChoice);
    }

    /** Another portal needs another app. */
    private void chooseForPortal() {
        if (renewalState.signedIn().get() != null && renewalState.result().get() == null
                && !choice.found().get().apps().isEmpty()) {
            if (outdated) {
                read();
            } else {
                chooseOrOffer();
            }
        }
    }

    private void offerChoice() {
        Optional<ProvisioningApp> present = Optional.ofNullable(renewalState.target().get()).map(Target::app);
        forgetApp();
        Portal portal = renewalState.portal().get();
        if (portal != null) {
            choice.propose(present, portal, lastRenewedApp);
            FoundApps found = choice.found().get();
            if (!found.hasAppOf(portal) && !found.isComplete()) {
                search.open().set(true);
            }
        }
        signInState.moveTo(State.CHOOSING,
                choice.found().get().apps().size() == 1 ? "signin.status.choose.one" : "signin.status.choose");
    }

    private void forgetApp() {
        renewalState.target().set(null);
        app.set(null);
    }

    private void targetRead(Target target) {
        renewalState.target().set(target);
        signInState.finish(State.KNOWN, messages.live(() -> messages.changeSummary(renewalState.changed())));
        // Another app or organisation must be reviewed by the user first.
        if (origin != null && chosenApp().filter(origin::equals).isPresent()) {
            frame.returnFromDetour();
        }
    }

    private void readFailed(Problem problem) {
        signInState.fail(State.UNREAD, messages.live(() -> messages.changeSummary(renewalState.changed())), problem);
    }

    private Optional<ChosenApp> chosenApp() {
        SignedIn who = renewalState.signedIn().get();
        Target target = renewalState.target().get();
        return who == null || target == null
                ? Optional.empty()
                : Optional.of(new ChosenApp(who.account().tenantId(), target.app().id()));
    }

    @Override
    public void ended(SearchResult result, boolean all) {
        choice.change(found -> all ? found.plusAll(result) : found.plus(result));
        List<ProvisioningApp> apps = result.apps();
        if (apps.size() > 1) {
            search.close();
            offerChoice();
        } else if (apps.size() == 1) {
            ProvisioningApp only = apps.getFirst();
            if (chosenApp().filter(chosen -> chosen.appId().equals(only.id())).isPresent()) {
                search.show(messages.live("signin.search.known"));
            } else {
                choose(only);
            }
        }
    }

    @Override
    public void failed(Problem problem) {
        repeatLast = search::repeat;
        signInState.show(problem);
    }
}
