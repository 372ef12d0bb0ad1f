package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.byhand.ManualCompletion;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.pages.done.SyncModel;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Consents;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.RenewalPlan;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.ExpiryEntries;
import app.keyturn.testkit.FakeTasks;
import app.keyturn.testkit.Outcomes;
import app.keyturn.testkit.UnwatchedSync;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import app.keyturn.wizard.Wizard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryRecorderTest {
    private static final Instant SAVED_AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(SAVED_AT, ZoneOffset.UTC);
    private static final Expiry NEXT_YEAR = Expiry.confirmed(LocalDate.of(2027, 11, 22));
    private static final SyncJob JOB = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE,
            Optional.empty(), Optional.empty(), Optional.empty());
    private static final ProvisioningApp APP = new ProvisioningApp("aaaa", "Accounts to Apple",
            new Connection(List.of()), List.of(JOB));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final BooleanProperty revoked = new SimpleBooleanProperty();

    @Test
    void aSuccessfulRenewalIsRecorded() {
        home().subscribe(new ExpiryRecorder(ExpiryBook.open(folder))::record);
        renew();
        ExpiryEntry noted = only();
        assertEquals("Maple School", noted.tenantName());
        assertEquals("1111", noted.tenantId());
        assertEquals("Accounts to Apple", noted.appName());
        assertEquals("aaaa", noted.appObjectId());
        assertEquals("it@maple.example", noted.renewedBy());
        assertEquals(SAVED_AT, noted.renewedAt());
        assertEquals(NEXT_YEAR, noted.expiry());
        assertEquals(Outcomes.FINGERPRINT, noted.tokens().getFirst().fingerprint());
    }

    @Test
    void nothingIsRecordedBeforeSuccess() {
        home().subscribe(new ExpiryRecorder(ExpiryBook.open(folder))::record);
        prepare();
        assertFalse(Files.exists(folder.resolve("expiry-book.json")));
    }

    @Test
    void theRevokedOldTokenIsRecordedForTheSameRenewal() {
        home().subscribe(new ExpiryRecorder(ExpiryBook.open(folder))::record);
        renew();
        assertEquals(OldTokenStatus.NOT_YET, only().receipt().orElseThrow().oldToken());
        revoked.set(true);
        assertEquals(OldTokenStatus.REVOKED, only().receipt().orElseThrow().oldToken());
        assertEquals(1, only().tokens().size());
    }

    @Test
    void anUnwritableBookDoesNotFailTheRenewalAndReportsIt() throws IOException {
        ExpiryBook book = ExpiryBook.open(Files.createFile(folder.resolve("no-folder")));
        home().subscribe(new ExpiryRecorder(book)::record);
        renew();
        assertEquals(Optional.of(ExpiryBook.FileIssue.NOT_WRITTEN), book.fileIssue());
    }

    @Test
    void manualCompletionIsRecordedAndCanBeUndone() throws IOException {
        ExpiryEntry lastYear = ExpiryEntries.of(Portal.SCHOOL, "Maple School", "1111",
                Expiry.confirmed(LocalDate.of(2026, 12, 1)));
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(lastYear);
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, CLOCK, _ -> {});
        completion.subscribe(new ExpiryRecorder(book)::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        assertEquals(Expiry.Source.CONFIRMED, only().expiry().source());
        assertTrue(only().expiry().date().isAfter(lastYear.expiry().date()));
        completion.expiry().day().set(LocalDate.of(2027, 6, 1));
        assertEquals(LocalDate.of(2027, 6, 1), only().expiry().date());
        completion.done().set(false);
        assertEquals(lastYear, only());
    }

    @Test
    void aFirstManualCompletionIsForgottenWhenUndone() {
        ExpiryBook book = ExpiryBook.open(folder);
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, CLOCK, _ -> {});
        completion.subscribe(new ExpiryRecorder(book)::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        assertEquals("Maple School", only().tenantName());
        completion.done().set(false);
        assertEquals(List.of(), ExpiryBook.open(folder).entries());
    }

    private ExpiryEntry only() {
        List<ExpiryEntry> entries = ExpiryBook.open(folder).entries();
        assertEquals(1, entries.size());
        return entries.getFirst();
    }

    private void prepare() {
        renewalState.portal().set(Portal.SCHOOL);
        renewalState.signedIn().set(new SignedIn(new Account("it@maple.example", "1111"), "Maple School"));
        renewalState.expiry().set(NEXT_YEAR);
    }

    private void renew() {
        prepare();
        renewalState.result()
                .set(new RenewalState.Result(
                        new RenewalPlan(APP, JOB, Portal.SCHOOL, Optional.empty(), Consents.NOTHING,
                                ChangeState.NOTHING),
                        Outcomes.renewed(new SyncRestartResult.NotNeeded()), Outcomes.FINGERPRINT, SAVED_AT));
    }

    /** Nobody looks after the sync here. */
    private RenewalSummary home() {
        SyncModel sync = UnwatchedSync.of(renewalState, new Wizard(renewalState, () -> {}).frameFor("done"),
                new FakeTasks(),
                CLOCK);
        return new RenewalSummary(false, "1.2.3", renewalState, sync, revoked, messages, CLOCK);
    }
}
