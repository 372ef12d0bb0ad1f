package app.keyturn.pages.byhand;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.ExpiryDate;
import app.keyturn.records.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.ScimToken;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the user says was done by hand, and the files made from it. Keyturn has verified none of it, and the files say
 * so.
 */
public final class ManualCompletion {
    private final boolean practising;
    private final String version;
    private final RenewalState renewalState;
    private final Clock clock;
    private final BooleanProperty done = new SimpleBooleanProperty(this, "done");
    private final ExpiryDate expiry;
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(this, "writable");
    private final ReadOnlyObjectWrapper<Optional<RenewalRecord>> record = new ReadOnlyObjectWrapper<>(this, "record",
            Optional.empty());
    private Optional<Said> said = Optional.empty();
    /** What the entered date is about. */
    private Optional<Said> dated = Optional.empty();
    private Optional<Expiry> expected = Optional.empty();
    /** True while the next renewal begins: then nothing is taken back. */
    private boolean beginning;

    /**
     * What the user said was done, frozen when it was said.
     *
     * @param portal null if none was chosen
     * @param token recognises the token that was pasted then; empty if there was none
     */
    private record Said(@Nullable Portal portal, Optional<SignedIn> signedIn, Optional<ProvisioningApp> app,
            Optional<Fingerprint> token, Instant at) {
        boolean isAbout(RenewalState state) {
            Portal chosen = state.portal().get();
            SignedIn who = state.signedIn().get();
            Target target = state.target().get();
            ScimToken pasted = state.token().get();
            return state.result().get() == null
                    && (chosen == null || chosen == portal)
                    && (who == null || signedIn.filter(who::isSameTenant).isPresent())
                    && (target == null || app.filter(known -> known.id().equals(target.app().id())).isPresent())
                    && (pasted == null || token.filter(known -> known.matches(pasted)).isPresent());
        }
    }

    /**
     * Starts with nothing done.
     *
     * @param practising true to mark everything as practice
     * @param clock the current time, in the user's time zone
     * @param status sets the status line
     */
    public ManualCompletion(boolean practising, String version, RenewalState renewalState, Messages messages,
            Clock clock, Consumer<ObservableValue<String>> status) {
        this.practising = practising;
        this.version = version;
        this.renewalState = renewalState;
        this.clock = clock;
        expiry = new ExpiryDate(messages, clock);
        writable.bind(record.map(Optional::isPresent));
        done.subscribe(isDone -> {
            said = isDone ? Optional.of(now()) : Optional.empty();
            if (isDone) {
                status.accept(messages.live("byhand.status"));
                beginDateIfAnother();
            }
            refresh();
        });
        expiry.expiry().subscribe(_ -> refresh());
        Stream.of(renewalState.portal(), renewalState.signedIn(), renewalState.target(), renewalState.token(),
                renewalState.result()).forEach(value -> value.subscribe(_ -> beginNextIfAnother()));
    }

    private Said now() {
        return new Said(renewalState.portal().get(), Optional.ofNullable(renewalState.signedIn().get()),
                Optional.ofNullable(renewalState.target().get()).map(Target::app),
                Optional.ofNullable(renewalState.token().get()).map(Fingerprint::of), clock.instant());
    }

    /** What was said is not true of another organisation, app, portal or token; it stays recorded as it was. */
    private void beginNextIfAnother() {
        if (said.filter(it -> !it.isAbout(renewalState)).isPresent()) {
            beginning = true;
            done.set(false);
            beginning = false;
        }
    }

    /** A tick that is taken back and set again leaves the date as the user entered it. */
    private void beginDateIfAnother() {
        Expiry known = Optional.ofNullable(renewalState.expiry().get())
                .orElseGet(() -> Expiry.guessFrom(LocalDate.now(clock)));
        if (dated.filter(it -> it.isAbout(renewalState)).isEmpty() || !expected.equals(Optional.of(known))) {
            expiry.begin(known);
        }
        dated = said;
        expected = Optional.of(known);
    }

    private void refresh() {
        record.set(said.flatMap(it -> Optional.ofNullable(it.portal())
                .flatMap(portal -> Optional.ofNullable(expiry.expiry().get())
                        .map(until -> new RenewalRecord(practising, version, portal,
                                it.signedIn().map(who -> new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                                it.app().map(app -> new RenewalRecord.EnterpriseApp(app.name(), app.id())), it.at(),
                                clock.getZone(), new RenewalRecord.ByHand(it.token()), until,
                                RenewalRecord.OldTokenStatus.NOT_YET)))));
    }

    /** True once the user says that the token is saved in Entra. */
    public BooleanProperty done() {
        return done;
    }

    /** When the token expires. */
    public ExpiryDate expiry() {
        return expiry;
    }

    /** True if there is something to write into the files. */
    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /**
     * Calls the listener now and whenever the user says something else; not when the next renewal begins, which takes
     * nothing back.
     */
    public void subscribe(Consumer<Optional<RenewalRecord>> listener) {
        record.subscribe(known -> {
            if (!beginning) {
                listener.accept(known);
            }
        });
    }

    /** The renewal that the user says was done; empty if it was not, or while its expiry date is missing. */
    public ReadOnlyObjectProperty<Optional<RenewalRecord>> record() {
        return record.getReadOnlyProperty();
    }
}
