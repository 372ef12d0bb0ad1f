package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.FoundApps.Proposal;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The choice among several apps: what there is, which one is marked, and why that one was. */
final class AppChoice {
    private final Messages messages;
    private final ReadOnlyObjectWrapper<FoundApps> found = new ReadOnlyObjectWrapper<>(this, "found", FoundApps.NONE);
    private final ObjectProperty<@Nullable ProvisioningApp> marked = new SimpleObjectProperty<>(this, "marked");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper(this, "why", "");

    AppChoice(Messages messages) {
        this.messages = messages;
    }

    /** All apps found so far. */
    ReadOnlyObjectProperty<FoundApps> found() {
        return found.getReadOnlyProperty();
    }

    /** The app the person has marked, or that is proposed; null if none is. */
    ObjectProperty<@Nullable ProvisioningApp> marked() {
        return marked;
    }

    /** Why an app was marked beforehand, in words; empty if none was. */
    ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    /** Begins anew with these. */
    void take(List<ProvisioningApp> apps) {
        marked.set(null);
        found.set(new FoundApps(apps));
    }

    /** Takes these, too. */
    void add(List<ProvisioningApp> apps) {
        found.set(found.get().and(apps));
    }

    /**
     * Marks an app beforehand.
     *
     * @param present the app in use so far; it stays marked
     * @param portal the chosen portal
     * @param known the object id of the app that was renewed last; empty if none is known
     */
    void propose(Optional<ProvisioningApp> present, Portal portal, Optional<String> known) {
        Optional<Proposal> proposal = present.isPresent() ? Optional.empty() : found.get().proposal(portal, known);
        marked.set(present.or(() -> proposal.map(Proposal::app)).orElse(null));
        why.bind(proposal
                .map(it -> messages.live(() -> messages.text("signin.choose.why." + it.why(), it.app().name(),
                        messages.text("signin.site." + portal))))
                .orElse(Messages.empty()));
    }
}
