package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.SignInState.State;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProvisioningApp;
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
        search.close();
        choice.replace(List.of());
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
        if (who == null || renewalState.portal().get() == null) {
            return;
        }
        repeatLast = this::read;
        outdated = false;
        choice.replace(List.of());
        forgetApp();
        signInState.read("signin.reading", () -> lookup.read(who.account()), this::tenantRead, this::readFailed);
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

    private void tenantRead(AppLookup.Result result) {
        renewalState.signedIn().set(result.signedIn());
        choice.replace(result.apps());
        if (result.apps().isEmpty()) {
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
        }
        signInState.moveTo(State.CHOOSING, "signin.status.choose");
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
    public void found(List<ProvisioningApp> apps) {
        choice.add(apps);
        ProvisioningApp first = apps.getFirst();
        if (apps.size() > 1) {
            search.close();
            offerChoice();
        } else if (chosenApp().filter(chosen -> chosen.appId().equals(first.id())).isPresent()) {
            search.show(messages.live("signin.search.known"));
        } else {
            choose(first);
        }
    }

    @Override
    public void failed(Problem problem) {
        repeatLast = search::repeat;
        signInState.show(problem);
    }
}
