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
 * What a person says to have done by hand, and what they take home from it. Keyturn has checked nothing of it, and the
 * files say so.
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
     * Makes it, with nothing done.
     *
     * @param practising true to mark everything as practice
     * @param version the program's version
     * @param renewalState tells what Keyturn came to know before
     * @param messages the words
     * @param clock now, and the person's time zone
     * @param say says in one line how things stand
     */
    public ManualCompletion(boolean practising, String version, RenewalState renewalState, Messages messages,
            Clock clock, Consumer<ObservableValue<String>> say) {
        this.practising = practising;
        this.version = version;
        this.renewalState = renewalState;
        this.clock = clock;
        doneAt = clock.instant();
        expiry = new ExpiryDate(messages, clock);
        writable.bind(expiry.expiry().isNotNull());
        done.subscribe(now -> {
            if (now) {
                doneAt = clock.instant();
                fingerprint = Optional.ofNullable(renewalState.token().get()).map(Fingerprint::of);
                say.accept(messages.live("byhand.status"));
                expiry.begin(
                        Optional.ofNullable(renewalState.expiry().get())
                                .orElse(Expiry.guessFrom(LocalDate.now(clock))));
            }
        });
    }

    /** True once the person says that the token is saved in Entra. */
    public BooleanProperty done() {
        return done;
    }

    /** When the token runs out. */
    public ExpiryDate expiry() {
        return expiry;
    }

    /** True if there is a day to write into the files. */
    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /**
     * What the person says to have done, told whenever it has changed: empty once they say that they have not.
     */
    public void subscribe(Consumer<Optional<RenewalRecord>> told) {
        done.subscribe(() -> told.accept(record()));
        expiry.expiry().subscribe(() -> told.accept(record()));
    }

    /** The renewal that the person says to have done; empty while they have not, or while its last day is missing. */
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
