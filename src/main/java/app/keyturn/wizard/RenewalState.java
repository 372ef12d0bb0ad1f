package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was entered and found so far in one renewal, shared by the pages. In memory only.
 *
 * <p>Once a renewal is completed, another portal, organisation, app or token begins the next one: the completed one is
 * gone before the new value can be seen, so nothing is ever shown of two renewals at once.
 */
public final class RenewalState {
    private final ReadOnlyObjectWrapper<@Nullable CompletedRenewal> result = new ReadOnlyObjectWrapper<>(this,
            "result");
    private final ObjectProperty<@Nullable Portal> portal = new Choice<>("portal", CompletedRenewal::isEndedBy);
    private final BooleanProperty checkFirst = new SimpleBooleanProperty(this, "checkFirst");
    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private final ObjectProperty<@Nullable ScimToken> token = new Choice<>("token", (_, _) -> true);
    private final ObjectProperty<@Nullable Expiry> expiry = new SimpleObjectProperty<>(this, "expiry");
    private final ObjectProperty<@Nullable SignedIn> signedIn = new Choice<>("signedIn", CompletedRenewal::isEndedBy);
    private final ObjectProperty<@Nullable Target> target = new Choice<>("target", CompletedRenewal::isEndedBy);

    private final ReadOnlyObjectWrapper<Map<AttemptedApp, ChangeState>> attempts = new ReadOnlyObjectWrapper<>(this,
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

    /** The renewal once it is completed; null before, and as soon as the next one begins. */
    public ReadOnlyObjectProperty<@Nullable CompletedRenewal> result() {
        return result.getReadOnlyProperty();
    }

    /** Ends this renewal successfully. */
    public void complete(CompletedRenewal completed) {
        if (result.get() != null) {
            result.set(null);
        }
        result.set(completed);
    }

    /** Replaces the completed renewal by what is known of it now; does nothing if the next one has begun. */
    public void update(CompletedRenewal renewal, UnaryOperator<CompletedRenewal> change) {
        CompletedRenewal now = result.get();
        if (now != null && now.isSameRenewal(renewal)) {
            result.set(change.apply(now));
        }
    }

    /**
     * Begins the next renewal if this one is completed. The app has to be read again: what was found is from before the
     * save, and the old test of its token would prove a save that never happened.
     */
    public void beginNext() {
        if (result.get() != null) {
            result.set(null);
            target.set(null);
        }
    }

    /** Calls the listener whenever the next renewal begins after a completed one. */
    public void onNextRenewal(Runnable listener) {
        result.subscribe((before, now) -> {
            if (before != null && now == null) {
                listener.run();
            }
        });
    }

    /**
     * What this renewal has changed so far: that a completed one has saved its token stays true while its sync is looked
     * at, whoever signs in for that.
     */
    public ChangeState changed() {
        return changedByAttempts().combinedWith(result.get() == null ? ChangeState.NOTHING : ChangeState.SAVED);
    }

    /**
     * What the attempts to save have changed so far in the chosen app; while none is chosen, in any app of the
     * organisation, and before the sign-in, in any app.
     */
    private ChangeState changedByAttempts() {
        Target to = target.get();
        SignedIn who = signedIn.get();
        return to == null
                ? attempts.get()
                        .entrySet()
                        .stream()
                        .filter(attempt -> who == null || attempt.getKey().tenantId().equals(tenantId(who)))
                        .map(Map.Entry::getValue)
                        .max(Comparator.naturalOrder())
                        .orElse(ChangeState.NOTHING)
                : attempts.get().getOrDefault(new AttemptedApp(tenantId(who), to.app().id()), ChangeState.NOTHING);
    }

    /** Records what an attempt to save, together with earlier ones, has changed in the app. */
    public void recordAttempt(RenewalPlan plan, ChangeState changed) {
        Map<AttemptedApp, ChangeState> changes = new HashMap<>(attempts.get());
        changes.put(new AttemptedApp(tenantId(signedIn.get()), plan.app().id()), changed);
        attempts.set(Map.copyOf(changes));
    }

    /** What the attempts to save have changed; without the apps in which none was made. */
    public ReadOnlyObjectProperty<Map<AttemptedApp, ChangeState>> attempts() {
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

    private static String tenantId(@Nullable SignedIn who) {
        return who == null ? "" : who.account().tenantId().toLowerCase(Locale.ROOT);
    }

    /**
     * The app of an attempt to save.
     *
     * @param tenantId in lower case; empty if nobody was signed in
     * @param appId the service principal's object ID
     */
    public record AttemptedApp(String tenantId, String appId) {}

    /** A property that begins the next renewal, before its own change is seen, if it contradicts the completed one. */
    private final class Choice<T> extends SimpleObjectProperty<@Nullable T> {
        private final BiPredicate<CompletedRenewal, T> endsRenewal;

        Choice(String name, BiPredicate<CompletedRenewal, T> endsRenewal) {
            super(RenewalState.this, name);
            this.endsRenewal = endsRenewal;
        }

        @Override
        public void set(@Nullable T value) {
            CompletedRenewal completed = result.get();
            if (completed != null && value != null && endsRenewal.test(completed, value)) {
                beginNext();
            }
            super.set(value);
        }
    }
}
