package app.keyturn.wizard;

import app.keyturn.renewal.Agreed;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.ScimToken;
import java.time.Instant;
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
public final class Draft {
    private final ObjectProperty<@Nullable Portal> portal = new SimpleObjectProperty<>(this, "portal");
    private final BooleanProperty checkFirst = new SimpleBooleanProperty(this, "checkFirst");
    private final StringProperty pasted = new SimpleStringProperty(this, "pasted", "");
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private final ObjectProperty<@Nullable ScimToken> token = new SimpleObjectProperty<>(this, "token");
    private final ObjectProperty<@Nullable Expiry> expiry = new SimpleObjectProperty<>(this, "expiry");
    private final ObjectProperty<@Nullable SignedIn> signedIn = new SimpleObjectProperty<>(this, "signedIn");
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>(this, "target");
    private final ObjectProperty<@Nullable Result> result = new SimpleObjectProperty<>(this, "result");

    private final ReadOnlyObjectWrapper<@Nullable Attempt> attempt = new ReadOnlyObjectWrapper<>(this, "attempt");

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
    public Changed changed() {
        Target to = target.get();
        Attempt last = attempt.get();
        // While nobody is signed in, the app is not known, and what was done in it still stands.
        return last == null || (to != null && !to.app().id().equals(last.appId())) ? Changed.NOTHING : last.changed();
    }

    /** Notes what an attempt at saving has changed. */
    public void attempted(RenewalPlan plan, Changed changed) {
        attempt.set(new Attempt(plan.app().id(), changed));
    }

    /** The last attempt; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Attempt> attempt() {
        return attempt.getReadOnlyProperty();
    }

    /** The plan for what has been chosen; empty while something is missing. */
    public Optional<RenewalPlan> plan(Agreed agreed) {
        Portal from = portal.get();
        Target to = target.get();
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new RenewalPlan(to.app(), to.job(), from, to.baseline(), agreed, changed()));
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
     * An attempt at saving.
     *
     * @param appId the app's object id
     * @param changed what this attempt and those before it have changed
     */
    public record Attempt(String appId, Changed changed) {}

    /**
     * A renewal that succeeded.
     *
     * @param plan what was renewed
     * @param outcome how
     * @param at when, by this computer's clock
     */
    public record Result(RenewalPlan plan, RenewalOutcome.Renewed outcome, Instant at) {}
}
