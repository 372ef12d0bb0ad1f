package app.keyturn.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.byhand.ManualCompletion;
import app.keyturn.pages.done.RenewalSummary;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.ScimToken;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.CompletedRenewals;
import app.keyturn.testkit.ExpiryEntries;
import app.keyturn.testkit.Outcomes;
import app.keyturn.testkit.Renewals;
import app.keyturn.testkit.SettableClock;
import app.keyturn.testkit.Tokens;
import app.keyturn.testkit.WatchedSync;
import app.keyturn.wizard.CompletedRenewal;
import app.keyturn.wizard.CompletedRenewal.Revocation;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
import app.keyturn.wizard.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aSuccessfulRenewalIsRecorded() {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
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
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        prepare();
        assertFalse(Files.exists(folder.resolve("expiry-book.json")));
    }

    @Test
    void theRevokedOldTokenIsRecordedForTheSameRenewal() {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        renew();
        assertEquals(OldTokenStatus.NOT_YET, only().receipt().orElseThrow().oldToken());
        revoked(true);
        assertEquals(OldTokenStatus.REVOKED, only().receipt().orElseThrow().oldToken());
        assertEquals(1, only().tokens().size());
    }

    @Test
    void anUnwritableBookDoesNotFailTheRenewalAndReportsIt() throws IOException {
        ExpiryBook book = ExpiryBook.open(Files.createFile(folder.resolve("no-folder")));
        home().subscribe(recorder(book)::record);
        renew();
        assertEquals(Optional.of(ExpiryBook.FileIssue.NOT_WRITTEN), book.fileIssue());
    }

    @Test
    void eachWriteReportsWhetherItFailed() throws IOException {
        Path data = folder.resolve("data");
        Files.createFile(data);
        List<Optional<ExpiryBook.FileIssue>> results = new ArrayList<>();
        home().subscribe(new ExpiryRecorder(ExpiryBook.open(data), Runnable::run, results::add)::record);
        renew();
        assertEquals(List.of(Optional.of(ExpiryBook.FileIssue.NOT_WRITTEN)), results.stream().distinct().toList());
        Files.delete(data);
        revoked(true);
        assertEquals(Optional.empty(), results.getLast());
    }

    @Test
    void manualCompletionIsRecordedAndCanBeUndone() throws IOException {
        ExpiryEntry lastYear = ExpiryEntries.of(Portal.SCHOOL, "Maple School", "1111",
                Expiry.confirmed(LocalDate.of(2026, 12, 1)));
        ExpiryBook book = ExpiryBook.open(folder);
        book.restore(lastYear);
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, CLOCK, _ -> {});
        completion.subscribe(recorder(book)::recordByHand);
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
        completion.subscribe(recorder(book)::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        assertEquals("Maple School", only().tenantName());
        completion.done().set(false);
        assertEquals(List.of(), ExpiryBook.open(folder).entries());
    }

    @Test
    void revokedByMistakeCanBeTakenBack() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        ScimToken old = Tokens.of("last-years-token");
        book.put(Renewals.of("1111", "last-years-token", SAVED_AT.minusSeconds(900)));
        home().subscribe(recorder(book)::record);
        renew();
        for (boolean said : List.of(true, false, true, false)) {
            revoked(said);
            assertEquals(said, ExpiryBook.open(folder).findToken(old).orElseThrow().revoked());
            assertEquals(said, new KnownTokens(Optional.of(book), CLOCK).reasonUnusable(old).isPresent());
        }
    }

    @Test
    void aMereLookWritesNothing() throws IOException {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        renew();
        Path file = folder.resolve("expiry-book.json");
        Files.delete(file);
        for (int look = 1; look <= 200; look++) {
            SyncJob seen = JOB;
            Instant at = SAVED_AT.plusSeconds(look);
            change(now -> now.withReading(seen, at));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void aSyncThatHasRunIsRecordedOnce() throws IOException {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        renew();
        change(now -> now.withReading(WatchedSync.ran(SyncJob.Result.SUCCEEDED), SAVED_AT));
        assertTrue(((RenewalRecord.ByKeyturn) only().receipt().orElseThrow().work()).sync() instanceof SyncProof.Seen);
        Path file = folder.resolve("expiry-book.json");
        Files.delete(file);
        change(now -> now.withReading(WatchedSync.ran(SyncJob.Result.SUCCEEDED), SAVED_AT.plusSeconds(9)));
        assertFalse(Files.exists(file));
    }

    @Test
    void anOrganisationForgottenInAnotherWindowDoesNotComeBack() throws IOException {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        renew();
        ExpiryBook.open(folder).forget(only());
        change(now -> now.withReading(JOB, SAVED_AT));
        change(now -> now.withReading(WatchedSync.ran(SyncJob.Result.SUCCEEDED), SAVED_AT));
        revoked(true);
        assertEquals(List.of(), ExpiryBook.open(folder).entries());
    }

    @Test
    void anotherWindowsLaterRenewalIsNotReplacedByALook() throws IOException {
        home().subscribe(recorder(ExpiryBook.open(folder))::record);
        renew();
        ExpiryBook.open(folder).put(Renewals.of("1111", "a-later-token", SAVED_AT.plusSeconds(60)));
        ExpiryEntry later = only();
        change(now -> now.withReading(WatchedSync.ran(SyncJob.Result.SUCCEEDED), SAVED_AT));
        assertEquals(later, only());
    }

    @Test
    void aWriteThatFailedIsTriedAgain() throws IOException {
        Path blocked = Files.createFile(folder.resolve("blocked"));
        ExpiryBook book = ExpiryBook.open(blocked);
        home().subscribe(recorder(book)::record);
        renew();
        Files.delete(blocked);
        change(now -> now.withReading(JOB, SAVED_AT));
        assertEquals(1, ExpiryBook.open(blocked).entries().size());
    }

    @Test
    void nothingIsWrittenOnTheWindowsThread() {
        List<Runnable> writes = new ArrayList<>();
        home().subscribe(new ExpiryRecorder(ExpiryBook.open(folder), writes::add, _ -> {})::record);
        renew();
        assertEquals(List.of(), ExpiryBook.open(folder).entries());
        writes.forEach(Runnable::run);
        assertEquals("Maple School", only().tenantName());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTokenOfTheLastTickByHandCounts(boolean untickedByThePerson) {
        SettableClock clock = new SettableClock(SAVED_AT);
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, clock, _ -> {});
        completion.subscribe(recorder(ExpiryBook.open(folder))::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        renewalState.token().set(Tokens.of("first-token"));
        completion.done().set(true);
        if (untickedByThePerson) {
            completion.done().set(false);
        }
        clock.advanceSeconds(60);
        renewalState.token().set(Tokens.of("second-token"));
        assertFalse(completion.done().get());
        completion.done().set(true);
        assertEquals(SAVED_AT.plusSeconds(60), only().renewedAt());
        assertTrue(only().tokens().getFirst().fingerprint().matches(Tokens.of("second-token")));
        assertEquals(untickedByThePerson ? 1 : 2, only().tokens().size());
    }

    @Test
    void whatWasDoneByHandInOneOrganisationIsNotTakenBackWithAnothers() {
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, CLOCK, _ -> {});
        completion.subscribe(recorder(ExpiryBook.open(folder))::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        renewalState.target().set(null);
        renewalState.signedIn().set(new SignedIn(new Account("it@oak.example", "2222"), "Oak School"));
        assertFalse(completion.done().get());
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        assertEquals(2, ExpiryBook.open(folder).entries().size());
        completion.done().set(false);
        assertEquals("Maple School", only().tenantName());
    }

    /** The colleague's window is open on the same computer. */
    @Test
    void whatAnotherWindowHasRecordedSinceIsNotTakenBack() throws IOException {
        ManualCompletion completion = doneByHand(ExpiryBook.open(folder));
        ExpiryEntry later = byAColleague(only(), SAVED_AT.plusSeconds(60));
        ExpiryBook.open(folder).restore(later);
        completion.done().set(false);
        assertEquals(later, only());
    }

    @Test
    void whatAnotherWindowHasRecordedBeforeComesBackWhenUndone() throws IOException {
        ExpiryBook openedBefore = ExpiryBook.open(folder);
        doneByHand(ExpiryBook.open(folder));
        ExpiryEntry earlier = byAColleague(only(), SAVED_AT.minusSeconds(60));
        ExpiryBook.open(folder).restore(earlier);
        ManualCompletion completion = doneByHand(openedBefore);
        assertEquals("it@maple.example", only().renewedBy());
        completion.done().set(false);
        assertEquals(earlier, only());
    }

    private ManualCompletion doneByHand(ExpiryBook book) {
        ManualCompletion completion = new ManualCompletion(false, "1.2.3", renewalState, messages, CLOCK, _ -> {});
        completion.subscribe(recorder(book)::recordByHand);
        prepare();
        renewalState.target().set(new Target(APP, JOB, Optional.empty()));
        completion.done().set(true);
        return completion;
    }

    private static ExpiryEntry byAColleague(ExpiryEntry entry, Instant at) {
        return new ExpiryEntry(entry.portal(), entry.tenantName(), entry.tenantId(), entry.appName(),
                entry.appObjectId(), "colleague@maple.example", at, entry.expiry(), entry.tokens(), entry.reminders(),
                Optional.empty());
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
        CompletedRenewal completed = CompletedRenewals.again(
                CompletedRenewals.of(APP, JOB, new SyncRestartResult.NotNeeded()), Outcomes.FINGERPRINT, SAVED_AT);
        renewalState.complete(completed);
    }

    private RenewalSummary home() {
        return new RenewalSummary(false, "1.2.3", renewalState, ZoneOffset.UTC);
    }

    private void revoked(boolean said) {
        change(now -> now.withRevocation(new Revocation(false, said)));
    }

    private void change(UnaryOperator<CompletedRenewal> change) {
        renewalState.update(Objects.requireNonNull(renewalState.result().get()), change);
    }

    private static ExpiryRecorder recorder(ExpiryBook book) {
        return new ExpiryRecorder(book, Runnable::run, _ -> {});
    }
}
