package app.keyturn;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.SignedIn;
import java.io.IOException;
import java.util.Optional;

/** Notes every renewal that has come to green in the expiry book. There is none in the practice world. */
final class Bookkeeper {
    private Bookkeeper() {}

    /** Keeps the book for a renewal, from now on. */
    static void keep(ExpiryBook book, Draft draft) {
        draft.result().subscribe(result -> {
            if (result != null) {
                entry(draft, result).ifPresent(entry -> note(book, entry));
            }
        });
    }

    private static void note(ExpiryBook book, ExpiryEntry entry) {
        try {
            book.note(entry);
        } catch (IOException _) {
            // The renewal is done all the same; the book knows what is wrong with it, and the first page says so.
        }
    }

    private static Optional<ExpiryEntry> entry(Draft draft, Draft.Result result) {
        SignedIn who = draft.signedIn().get();
        Portal portal = draft.portal().get();
        Expiry expiry = draft.expiry().get();
        return who == null || portal == null || expiry == null
                ? Optional.empty()
                : Optional.of(new ExpiryEntry(portal, who.tenantName(), who.account().tenantId(),
                        result.plan().app().name(), result.plan().app().id(), who.account().userName(), result.at(),
                        expiry));
    }
}
