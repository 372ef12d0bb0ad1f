package app.keyturn.pages.done;

import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.Address;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.records.RenewalRecord.TestIds;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.CompletedRenewal.SyncSince;
import app.keyturn.wizard.RenewalState;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** The facts of the completed renewal for the reminder, the receipt and the expiry book. */
public final class RenewalSummary {
    private final boolean practising;
    private final String version;
    private final RenewalState renewalState;
    private final ZoneId zone;

    /**
     * Reads the completed renewal, and nothing else, when it is asked for.
     *
     * @param practising true to mark everything as practice
     * @param zone the user's
     */
    public RenewalSummary(boolean practising, String version, RenewalState renewalState, ZoneId zone) {
        this.practising = practising;
        this.version = version;
        this.renewalState = renewalState;
        this.zone = zone;
    }

    /** Calls the listener once a renewal is completed, and whenever more is known of it. */
    public void subscribe(Consumer<RenewalRecord> listener) {
        renewalState.result().subscribe(_ -> record().ifPresent(listener));
    }

    /** The renewal as known so far; empty before it is completed. */
    public Optional<RenewalRecord> record() {
        return Optional.ofNullable(renewalState.result().get()).map(this::record);
    }

    private RenewalRecord record(CompletedRenewal renewed) {
        RenewalPlan plan = renewed.plan();
        return new RenewalRecord(practising, version, plan.portal(),
                Optional.of(new RenewalRecord.SignedIn(renewed.signedIn().account(), renewed.signedIn().tenantName())),
                Optional.of(new RenewalRecord.EnterpriseApp(plan.app().name(), plan.app().id())), renewed.savedAt(),
                zone, work(renewed), renewed.expiry(),
                renewed.revocation().revoked() ? OldTokenStatus.REVOKED : OldTokenStatus.NOT_YET);
    }

    private static ByKeyturn work(CompletedRenewal renewed) {
        RenewalPlan plan = renewed.plan();
        SyncSince sync = renewed.sync();
        return new ByKeyturn(SyncBefore.of(plan.job()),
                Address.of(plan.app().connection().baseAddress(), plan.consents().address()),
                TestIds.of(renewed.outcome().tests()), renewed.outcome().proof(), Restart.of(sync.restart()),
                sync.proof(), sync.readAt(), renewed.token());
    }
}
