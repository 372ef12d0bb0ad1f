package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What was entered and found so far in one renewal, shared by the pages. In memory only. */
public final class RenewalState {
    private final ObjectProperty<@Nullable Portal> portal = new SimpleObjectProperty<>(this, "portal");
    private final BooleanProperty checkFirst = new SimpleBooleanProperty(this, "checkFirst");
    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private final ObjectProperty<@Nullable ScimToken> token = new SimpleObjectProperty<>(this, "token");
    private final ObjectProperty<@Nullable Expiry> expiry = new SimpleObjectProperty<>(this, "expiry");
    private final ObjectProperty<@Nullable SignedIn> signedIn = new SimpleObjectProperty<>(this, "signedIn");
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>(this, "target");
    private final ObjectProperty<@Nullable Result> result = new SimpleObjectProperty<>(this, "result");

    private final ReadOnlyObjectWrapper<Map<String, ChangeState>> attempts = new ReadOnlyObjectWrapper<>(this,
            "attempts",
            Map.of());

    private final ProxyEntry proxy;

    /** Without a proxy that asks for a password. */
    public RenewalState() {
        this(new ProxyEntry((_, _) -> {}));
    }

    public RenewalState(ProxyEntry proxy) {
        this.proxy = proxy;
    }

    /** What the user enters for the network's proxy. */
    public ProxyEntry proxy() {
        return proxy;
    }

    /** The Apple portal; null until chosen. */
    public ObjectProperty<@Nullable Portal> portal() {
        return portal;
    }

    /** True to check Microsoft's side before a token is created at Apple. */
    public BooleanProperty checkFirst() {
        return checkFirst;
    }

    /** The content of the token field: a secret, emptied by {@link #forgetToken()}. */
    public StringProperty pasted() {
        return pasted;
    }

    /** True if the token was kept on the Apple page and has not changed since. */
    public BooleanProperty kept() {
        return kept;
    }

    /** The token parsed from the field; null if it cannot be used. */
    public ObjectProperty<@Nullable ScimToken> token() {
        return token;
    }

    /** When the token expires; null while there is none. */
    public ObjectProperty<@Nullable Expiry> expiry() {
        return expiry;
    }

    /** Who is signed in; null before the sign-in. */
    public ObjectProperty<@Nullable SignedIn> signedIn() {
        return signedIn;
    }

    /** The organisation's name for use in a sentence, or a general term before the sign-in. */
    public String organisation(Messages messages) {
        SignedIn who = signedIn.get();
        return who == null ? messages.text("problem.organisation") : who.tenantName();
    }

    /** The app to renew; null until found. */
    public ObjectProperty<@Nullable Target> target() {
        return target;
    }

    /** The result of the renewal; null before it succeeded. */
    public ObjectProperty<@Nullable Result> result() {
        return result;
    }

    /** What the attempts to save have changed so far in the chosen app. */
    public ChangeState changed() {
        Target to = target.get();
        // While no app is chosen, a change in any of them counts.
        return to == null
                ? attempts.get().values().stream().max(Comparator.naturalOrder()).orElse(ChangeState.NOTHING)
                : attempts.get().getOrDefault(to.app().id(), ChangeState.NOTHING);
    }

    /** Records what an attempt to save, together with earlier ones, has changed in the app. */
    public void recordAttempt(RenewalPlan plan, ChangeState changed) {
        Map<String, ChangeState> changes = new HashMap<>(attempts.get());
        changes.put(plan.app().id(), changed);
        attempts.set(Map.copyOf(changes));
    }

    /** What the attempts to save have changed, by the app's object id; without the apps in which none was made. */
    public ReadOnlyObjectProperty<Map<String, ChangeState>> attempts() {
        return attempts.getReadOnlyProperty();
    }

    /** The plan for what has been chosen; empty while something is missing. */
    public Optional<RenewalPlan> plan(Consents consents) {
        Portal from = portal.get();
        Target to = target.get();
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new RenewalPlan(to.app(), to.job(), from, to.baseline(), consents, changed()));
    }

    /** True if a text is the current token, as pasted or as parsed. */
    public boolean isToken(String text) {
        String stripped = text.strip();
        ScimToken current = token.get();
        return !stripped.isEmpty()
                && (stripped.equals(pasted.get().strip()) || (current != null && stripped.equals(current.reveal())));
    }

    /** Overwrites the token and removes it everywhere. */
    public void forgetToken() {
        ScimToken current = token.get();
        token.set(null);
        pasted.set("");
        if (current != null) {
            current.destroy();
        }
    }

    /**
     * A successful renewal.
     *
     * @param token recognises the new token later
     * @param at by this computer's clock
     */
    public record Result(RenewalPlan plan, RenewalOutcome.Renewed outcome, Fingerprint token, Instant at) {}
}
