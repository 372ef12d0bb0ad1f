package app.keyturn.pages.byhand;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.ExpiryDate;
import app.keyturn.records.RenewalRecord;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Fingerprint;
import app.keyturn.wizard.RenewalState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

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
    private Instant doneAt;
    private Optional<Fingerprint> fingerprint = Optional.empty();

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
        doneAt = clock.instant();
        expiry = new ExpiryDate(messages, clock);
        writable.bind(expiry.expiry().isNotNull());
        done.subscribe(isDone -> {
            if (isDone) {
                doneAt = clock.instant();
                fingerprint = Optional.ofNullable(renewalState.token().get()).map(Fingerprint::of);
                status.accept(messages.live("byhand.status"));
                expiry.begin(
                        Optional.ofNullable(renewalState.expiry().get())
                                .orElse(Expiry.guessFrom(LocalDate.now(clock))));
            }
        });
    }

    /** True once the user says that the token is saved in Entra. */
    public BooleanProperty done() {
        return done;
    }

    /** When the token expires. */
    public ExpiryDate expiry() {
        return expiry;
    }

    /** True if there is a date to write into the files. */
    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /** Calls the listener now and whenever {@link #record()} changes. */
    public void subscribe(Consumer<Optional<RenewalRecord>> listener) {
        done.subscribe(() -> listener.accept(record()));
        expiry.expiry().subscribe(() -> listener.accept(record()));
    }

    /** The renewal that the user says was done; empty if it was not, or while its expiry date is missing. */
    public Optional<RenewalRecord> record() {
        return Optional.ofNullable(renewalState.portal().get())
                .filter(_ -> done.get())
                .flatMap(portal -> Optional.ofNullable(expiry.expiry().get())
                        .map(until -> new RenewalRecord(practising, version, portal,
                                Optional.ofNullable(renewalState.signedIn().get())
                                        .map(who -> new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                                Optional.ofNullable(renewalState.target().get())
                                        .map(target -> new RenewalRecord.EnterpriseApp(target.app().name(),
                                                target.app().id())),
                                doneAt, clock.getZone(), new RenewalRecord.ByHand(fingerprint), until,
                                RenewalRecord.OldTokenStatus.NOT_YET)));
    }
}
