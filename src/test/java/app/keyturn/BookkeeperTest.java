package app.keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.keyturn.aftercare.ExpiryBook;
import app.keyturn.aftercare.ExpiryEntry;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Agreed;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalOutcome;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.Resume;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.wizard.Draft;
import app.keyturn.wizard.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookkeeperTest {
    private static final Instant SAVED_AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));

    @TempDir
    private Path folder;

    private final Draft draft = new Draft();

    @Test
    void whatCameToGreenIsNoted() {
        Bookkeeper.keep(ExpiryBook.in(folder), draft);
        renew();
        assertEquals(
                List.of(new ExpiryEntry(Portal.SCHOOL, "Maple School", "1111", "Accounts to Apple", "aaaa",
                        "it@maple.example", SAVED_AT, NEXT_YEAR)),
                ExpiryBook.in(folder).entries());
    }

    @Test
    void nothingIsNotedBefore() {
        Bookkeeper.keep(ExpiryBook.in(folder), draft);
        prepare();
        assertFalse(Files.exists(folder.resolve("expiry-book.json")));
    }

    @Test
    void aBookThatCannotBeWrittenDoesNotSpoilTheRenewalAndSaysSo() throws IOException {
        ExpiryBook book = ExpiryBook.in(Files.createFile(folder.resolve("no-folder")));
        Bookkeeper.keep(book, draft);
        renew();
        assertEquals(Optional.of(ExpiryBook.Trouble.NOT_WRITTEN), book.trouble());
    }

    private void prepare() {
        draft.portal().set(Portal.SCHOOL);
        draft.signedIn().set(new SignedIn(new Account("it@maple.example", "1111"), "Maple School"));
        draft.expiry().set(NEXT_YEAR);
    }

    private void renew() {
        prepare();
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        ProvisioningApp app = new ProvisioningApp("aaaa", "Accounts to Apple", new Connection(List.of()),
                List.of(job));
        draft.result()
                .set(new Draft.Result(
                        new RenewalPlan(app, job, Portal.SCHOOL, Optional.empty(), Agreed.NOTHING, Changed.NOTHING),
                        new RenewalOutcome.Renewed(new SaveProof.Answered(SAVED_AT), new Resume.NotNeeded()),
                        SAVED_AT));
    }
}
