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
 * The last renewal of the app that was found, as it stands by now: whoever did not wait for the first sync then finds its
 * receipt completed at the next look, which changes nothing at Microsoft.
 */
public final class PreviousRenewal {
    private final Optional<ExpiryBook> book;
    private final RenewalState renewalState;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<RenewalRecord>> record = new ReadOnlyObjectWrapper<>(this, "record",
            Optional.empty());

    /**
     * Looks whenever an app is found.
     *
     * @param book empty where nothing is remembered, as in practice
     * @param renewalState tells what was found
     * @param clock now
     */
    public PreviousRenewal(Optional<ExpiryBook> book, RenewalState renewalState, Clock clock) {
        this.book = book;
        this.renewalState = renewalState;
        this.clock = clock;
        renewalState.target().subscribe(() -> record.set(look()));
    }

    /** The renewal, as it stands by now; empty if this app was not renewed from here last. */
    public ReadOnlyObjectProperty<Optional<RenewalRecord>> record() {
        return record.getReadOnlyProperty();
    }

    private Optional<RenewalRecord> look() {
        SignedIn who = renewalState.signedIn().get();
        Portal portal = renewalState.portal().get();
        Target target = renewalState.target().get();
        if (who == null || portal == null || target == null) {
            return Optional.empty();
        }
        return book.flatMap(known -> known.entry(portal, who.account().tenantId()))
                .filter(entry -> entry.appObjectId().equals(target.app().id()))
                .flatMap(ExpiryEntry::receipt)
                .map(last -> completed(last, target.job()));
    }

    /** What was seen of a sync then stays true; what was not may be seen now. */
    private RenewalRecord completed(RenewalRecord last, SyncJob job) {
        if (!(last.work() instanceof ByKeyturn done) || done.sync() instanceof SyncProof.Seen) {
            return last;
        }
        SyncProof proof = SyncProof.of(job, done.proof());
        RenewalRecord now = last.withWork(done.withSync(proof, clock.instant()));
        try {
            if (!proof.equals(done.sync())) {
                book.orElseThrow().put(now);
            }
        } catch (IOException notWritten) {
            // It is shown all the same; the book knows what is wrong with it, and the first page says so.
        }
        return now;
    }
}
