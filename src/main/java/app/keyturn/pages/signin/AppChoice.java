package app.keyturn.pages.signin;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.signin.FoundApps.Proposal;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SearchResult;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The choice among several apps: which there are, which one is selected, and why it was preselected. */
final class AppChoice {
    private final Messages messages;
    private final ReadOnlyObjectWrapper<FoundApps> found = new ReadOnlyObjectWrapper<>(this, "found", FoundApps.NONE);
    private final ObjectProperty<@Nullable ProvisioningApp> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");

    AppChoice(Messages messages) {
        this.messages = messages;
    }

    /** All apps found so far. */
    ReadOnlyObjectProperty<FoundApps> found() {
        return found.getReadOnlyProperty();
    }

    /** The app selected by the user or preselected; null if none is. */
    ObjectProperty<@Nullable ProvisioningApp> selected() {
        return selected;
    }

    /** Why an app was preselected; empty if none was. */
    ReadOnlyStringProperty reason() {
        return reason.getReadOnlyProperty();
    }

    /** Starts again with what was found. */
    void replace(SearchResult search) {
        selected.set(null);
        found.set(FoundApps.of(search));
    }

    /** Replaces what was found by more of it. */
    void change(UnaryOperator<FoundApps> more) {
        found.set(more.apply(found.get()));
    }

    /**
     * Preselects an app.
     *
     * @param present the current app, which stays selected
     * @param known the object id of the app renewed last; empty if none is known
     */
    void propose(Optional<ProvisioningApp> present, Portal portal, Optional<String> known) {
        Optional<Proposal> proposal = present.isPresent() ? Optional.empty() : found.get().proposal(portal, known);
        selected.set(present.or(() -> proposal.map(Proposal::app)).orElse(null));
        reason.bind(proposal
                .map(it -> messages.live(() -> messages.text("signin.choose.why." + it.reason(), it.app().name(),
                        messages.text("signin.site." + portal))))
                .orElse(Messages.empty()));
    }
}
