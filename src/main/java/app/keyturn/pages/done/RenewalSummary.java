package app.keyturn.pages.done;

import app.keyturn.i18n.Messages;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.Address;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.records.RenewalRecord.TestIds;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/** The facts of a renewal for the reminder, the receipt and the expiry book. */
public final class RenewalSummary {
    private final boolean practising;
    private final String version;
    private final RenewalState renewalState;
    private final SyncModel sync;
    private final ObservableBooleanValue revoked;
    private final Messages messages;
    private final Clock clock;

    /**
     * Reads everything when it is asked for.
     *
     * @param practising true to mark everything as practice
     * @param revoked whether the user says that the old token is revoked
     * @param clock has the user's time zone
     */
    public RenewalSummary(boolean practising, String version, RenewalState renewalState, SyncModel sync,
            ObservableBooleanValue revoked,
            Messages messages, Clock clock) {
        this.practising = practising;
        this.version = version;
        this.renewalState = renewalState;
        this.sync = sync;
        this.revoked = revoked;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Calls the listener once the renewal has succeeded, and whenever more is known of it: that a sync has run, or that
     * the old token is revoked.
     */
    public void subscribe(Consumer<RenewalRecord> listener) {
        renewalState.result().subscribe(() -> record().ifPresent(listener));
        sync.proof().subscribe(() -> record().ifPresent(listener));
        revoked.subscribe(() -> record().ifPresent(listener));
    }

    /** Until when the new token is valid, and how that is known. */
    String validUntil() {
        Expiry expiry = renewalState.expiry().get();
        return expiry == null ? "" : messages.text("done.until." + expiry.source(), messages.day(expiry.date()));
    }

    /** When it was saved, in the user's time zone. */
    LocalTime savedAt() {
        RenewalState.Result result = Objects.requireNonNull(renewalState.result().get());
        return LocalTime.ofInstant(result.at(), clock.getZone());
    }

    /** The renewal as known so far; empty before it has succeeded. */
    public Optional<RenewalRecord> record() {
        RenewalState.Result result = renewalState.result().get();
        SignedIn who = renewalState.signedIn().get();
        Portal portal = renewalState.portal().get();
        Expiry expiry = renewalState.expiry().get();
        if (result == null || who == null || portal == null || expiry == null) {
            return Optional.empty();
        }
        RenewalPlan plan = result.plan();
        return Optional.of(new RenewalRecord(practising, version, portal,
                Optional.of(new RenewalRecord.SignedIn(who.account(), who.tenantName())),
                Optional.of(new RenewalRecord.EnterpriseApp(plan.app().name(), plan.app().id())), result.at(),
                clock.getZone(), work(result), expiry,
                revoked.get() ? OldTokenStatus.REVOKED : OldTokenStatus.NOT_YET));
    }

    private ByKeyturn work(RenewalState.Result result) {
        RenewalPlan plan = result.plan();
        return new ByKeyturn(SyncBefore.of(plan.job()),
                Address.of(plan.app().connection().baseAddress(), plan.consents().address()),
                TestIds.of(result.outcome().tests()), result.outcome().proof(),
                Restart.of(sync.restartResultOf(result)),
                sync.proof().get(), sync.lastRead().get(), result.token());
    }
}
