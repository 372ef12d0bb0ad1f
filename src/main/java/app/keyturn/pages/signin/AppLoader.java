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

/** What is read once somebody is signed in: the organisation, the app in it, and what its present token is worth. */
final class AppLoader implements AppSearch.Found {
    /** An app of an organisation. */
    private record Place(String tenantId, String appId) {}

    private final AppLookup lookup;
    private final RenewalState renewalState;
    private final Frame frame;
    private final SignInState signInState;
    private final Messages messages;
    private final AppChoice choice;
    private final AppSearch search;
    private final ReadOnlyObjectWrapper<@Nullable ProvisioningApp> app = new ReadOnlyObjectWrapper<>(this, "app");
    /** The object id of the app that was renewed last. */
    private Optional<String> known = Optional.empty();
    /** What was done last, to do it once more. */
    private Runnable again = this::read;
    /** Where the person was when a problem's action led here; null if none has. */
    private @Nullable Place cameFrom;

    AppLoader(AppLookup lookup, RenewalState renewalState, Frame frame, SignInState signInState, Tasks tasks,
            Messages messages) {
        this.lookup = lookup;
        this.renewalState = renewalState;
        this.frame = frame;
        this.signInState = signInState;
        this.messages = messages;
        choice = new AppChoice(messages);
        search = new AppSearch(lookup, tasks, messages, renewalState::isToken, this);
        renewalState.portal().subscribe(_ -> chooseAnew());
    }

    AppChoice choice() {
        return choice;
    }

    AppSearch search() {
        return search;
    }

    /** The app that is being looked at, or was last; null while there is none. */
    ReadOnlyObjectProperty<@Nullable ProvisioningApp> app() {
        return app.getReadOnlyProperty();
    }

    /** A problem's action leads here, from a page that may be waiting for this same app. */
    void comeFromHere() {
        here().ifPresent(place -> cameFrom = place);
    }

    /** Where there are several apps, this one was renewed last. */
    void remember(String appId) {
        known = Optional.of(appId);
    }

    /** Nothing is known any more. */
    void forget() {
        search.close();
        choice.take(List.of());
        renewalState.signedIn().set(null);
        leaveApp();
    }

    /** Does once more what was stopped, or did not end well. */
    void repeat() {
        again.run();
    }

    /** Reads the organisation and its apps, of whoever is signed in. */
    void read() {
        SignedIn who = renewalState.signedIn().get();
        if (who == null || renewalState.portal().get() == null) {
            return;
        }
        again = this::read;
        choice.take(List.of());
        leaveApp();
        signInState.read("signin.reading", () -> lookup.read(who.account()), this::seen, this::unread);
    }

    /** Takes one of the apps, and tries its present token. */
    void choose(ProvisioningApp chosen) {
        again = () -> choose(chosen);
        search.close();
        leaveApp();
        app.set(chosen);
        signInState.read("signin.trying", () -> lookup.target(chosen), this::reached, this::unread);
    }

    /** Offers every other way to an app: those found already, and a search. */
    void anotherApp() {
        if (choice.found().get().apps().size() > 1) {
            letChoose();
        }
        search.open().set(true);
    }

    private void seen(AppLookup.Seen seen) {
        renewalState.signedIn().set(seen.signedIn());
        choice.take(seen.apps());
        if (seen.apps().isEmpty()) {
            search.open().set(true);
            unread(lookup.notFound());
        } else {
            chooseIfCertain();
        }
    }

    private void chooseIfCertain() {
        Optional.ofNullable(renewalState.portal().get())
                .flatMap(portal -> choice.found().get().certain(portal))
                .ifPresentOrElse(this::choose, this::letChoose);
    }

    /** Another portal wants another app. */
    private void chooseAnew() {
        if (renewalState.signedIn().get() != null && renewalState.result().get() == null
                && !choice.found().get().apps().isEmpty()) {
            chooseIfCertain();
        }
    }

    private void letChoose() {
        Optional<ProvisioningApp> present = Optional.ofNullable(renewalState.target().get()).map(Target::app);
        leaveApp();
        Portal portal = renewalState.portal().get();
        if (portal != null) {
            choice.propose(present, portal, known);
        }
        signInState.reach(State.CHOOSING, "signin.status.choose");
    }

    private void leaveApp() {
        renewalState.target().set(null);
        app.set(null);
    }

    private void reached(Target target) {
        renewalState.target().set(target);
        signInState.arrive(State.KNOWN, messages.live(() -> messages.changeSummary(renewalState.changed())));
        // Another app or organisation than before has to be looked at first.
        if (cameFrom != null && here().filter(cameFrom::equals).isPresent()) {
            frame.returnFromDetour();
        }
    }

    private void unread(Problem problem) {
        signInState.fail(State.UNREAD, messages.live(() -> messages.changeSummary(renewalState.changed())), problem);
    }

    private Optional<Place> here() {
        SignedIn who = renewalState.signedIn().get();
        Target target = renewalState.target().get();
        return who == null || target == null
                ? Optional.empty()
                : Optional.of(new Place(who.account().tenantId(), target.app().id()));
    }

    @Override
    public void found(List<ProvisioningApp> apps) {
        choice.add(apps);
        ProvisioningApp first = apps.getFirst();
        if (apps.size() > 1) {
            search.close();
            letChoose();
        } else if (here().filter(place -> place.appId().equals(first.id())).isPresent()) {
            search.say(messages.live("signin.search.known"));
        } else {
            choose(first);
        }
    }

    @Override
    public void failed(Problem problem) {
        again = search::repeat;
        signInState.show(problem);
    }
}
