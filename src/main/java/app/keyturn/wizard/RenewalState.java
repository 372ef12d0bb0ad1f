package app.keyturn.wizard;

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

/** What has been entered and found so far in one renewal; the pages share it. In memory only. */
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

    /** A draft in a network without a proxy that asks for a password. */
    public RenewalState() {
        this(new ProxyEntry((_, _) -> {}));
    }

    /**
     * Makes it.
     *
     * @param proxy what is typed where the network's proxy asks for a password
     */
    public RenewalState(ProxyEntry proxy) {
        this.proxy = proxy;
    }

    /** What is typed where the network's proxy asks for a password. */
    public ProxyEntry proxy() {
        return proxy;
    }

    /** The Apple portal; null until chosen. */
    public ObjectProperty<@Nullable Portal> portal() {
        return portal;
    }

    /** True to look at Microsoft's side before a token is made at Apple. */
    public BooleanProperty checkFirst() {
        return checkFirst;
    }

    /** What stands in the token field: a secret, emptied by {@link #forgetToken()}. */
    public StringProperty pasted() {
        return pasted;
    }

    /** True if it was kept on Apple's page and is the same since. */
    public BooleanProperty kept() {
        return kept;
    }

    /** The token made of it; null while there is none to use. */
    public ObjectProperty<@Nullable ScimToken> token() {
        return token;
    }

    /** When the token runs out; null while there is none. */
    public ObjectProperty<@Nullable Expiry> expiry() {
        return expiry;
    }

    /** Who is signed in; null before. */
    public ObjectProperty<@Nullable SignedIn> signedIn() {
        return signedIn;
    }

    /** The app to renew; null until found. */
    public ObjectProperty<@Nullable Target> target() {
        return target;
    }

    /** How the renewal ended; null before it succeeded. */
    public ObjectProperty<@Nullable Result> result() {
        return result;
    }

    /** What attempts at saving so far have changed in the chosen app. */
    public ChangeState changed() {
        Target to = target.get();
        // While no app is chosen, what was done in any of them still stands.
        return to == null
                ? attempts.get().values().stream().max(Comparator.naturalOrder()).orElse(ChangeState.NOTHING)
                : attempts.get().getOrDefault(to.app().id(), ChangeState.NOTHING);
    }

    /** Notes what an attempt at saving, with those before it, has changed in the app. */
    public void attempted(RenewalPlan plan, ChangeState changed) {
        Map<String, ChangeState> noted = new HashMap<>(attempts.get());
        noted.put(plan.app().id(), changed);
        attempts.set(Map.copyOf(noted));
    }

    /** What attempts at saving have changed, by the app's object id; no app before the first attempt in it. */
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

    /** True if a text is the token that is held, as it was pasted or as it is used. */
    public boolean isToken(String text) {
        String bare = text.strip();
        ScimToken held = token.get();
        return !bare.isEmpty()
                && (bare.equals(pasted.get().strip()) || (held != null && bare.equals(held.reveal())));
    }

    /** Overwrites the token and empties every place where it stood. */
    public void forgetToken() {
        ScimToken held = token.get();
        token.set(null);
        pasted.set("");
        if (held != null) {
            held.destroy();
        }
    }

    /**
     * A renewal that succeeded.
     *
     * @param plan what was renewed
     * @param outcome how
     * @param token by which the new token is known again
     * @param at when, by this computer's clock
     */
    public record Result(RenewalPlan plan, RenewalOutcome.Renewed outcome, Fingerprint token, Instant at) {}
}
