package app.keyturn.pages.signin;

import app.keyturn.records.ExpiryBook;
import app.keyturn.records.ExpiryEntry;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The previous renewal of the app that was found, brought up to date: if the first sync was not awaited then, its
 * receipt is completed at the next check, which changes nothing at Microsoft.
 */
public final class PreviousRenewal {
    private final Optional<ExpiryBook> book;
    private final RenewalState renewalState;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<RenewalRecord>> record = new ReadOnlyObjectWrapper<>(this, "record",
            Optional.empty());

    /**
     * Looks the renewal up whenever an app is found.
     *
     * @param book empty if nothing is remembered, as in practice
     */
    public PreviousRenewal(Optional<ExpiryBook> book, RenewalState renewalState, Clock clock) {
        this.book = book;
        this.renewalState = renewalState;
        this.clock = clock;
        renewalState.target().subscribe(() -> record.set(read()));
    }

    /** The renewal as known now; empty if this app was not the last one renewed from here. */
    public ReadOnlyObjectProperty<Optional<RenewalRecord>> record() {
        return record.getReadOnlyProperty();
    }

    private Optional<RenewalRecord> read() {
        SignedIn who = renewalState.signedIn().get();
        Portal portal = renewalState.portal().get();
        Target target = renewalState.target().get();
        if (who == null || portal == null || target == null) {
            return Optional.empty();
        }
        return book.flatMap(known -> known.entry(portal, who.account().tenantId(), target.app().id()))
                .filter(entry -> entry.appObjectId().equals(target.app().id()))
                .flatMap(ExpiryEntry::receipt)
                .map(previous -> completed(previous, target.job()));
    }

    /** A sync seen earlier stays proven; one not seen then may be seen now. */
    private RenewalRecord completed(RenewalRecord previous, SyncJob job) {
        if (!(previous.work() instanceof ByKeyturn done) || done.sync() instanceof SyncProof.Seen) {
            return previous;
        }
        SyncProof proof = SyncProof.of(job, done.proof());
        RenewalRecord now = previous.withWork(done.withSync(proof, clock.instant()));
        try {
            if (!proof.equals(done.sync())) {
                book.orElseThrow().putIfPresent(now);
            }
        } catch (IOException notWritten) {
            // Shown all the same: the book reports its issue, and the first page shows it.
        }
        return now;
    }
}
