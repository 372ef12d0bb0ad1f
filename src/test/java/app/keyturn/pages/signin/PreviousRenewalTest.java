package app.keyturn.pages.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.RenewalRecord;
import app.keyturn.records.RenewalRecord.Address;
import app.keyturn.records.RenewalRecord.ByKeyturn;
import app.keyturn.records.RenewalRecord.EnterpriseApp;
import app.keyturn.records.RenewalRecord.OldTokenStatus;
import app.keyturn.records.RenewalRecord.Restart;
import app.keyturn.records.RenewalRecord.SyncBefore;
import app.keyturn.records.RenewalRecord.TestIds;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.SaveProof;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.SyncProof;
import app.keyturn.renewal.SyncRestartResult;
import app.keyturn.testkit.Apps;
import app.keyturn.testkit.FakeOrganisation;
import app.keyturn.testkit.Outcomes;
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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviousRenewalTest {
    private static final Instant SAVED_AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SyncJob NO_CYCLE_SINCE = job(Instant.parse("2026-11-01T09:40:00Z"), SyncJob.Result.SUCCEEDED);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final RenewalState renewalState = new RenewalState();

    /** Records a renewal of App 1 in the organisation of {@link FakeOrganisation}; no sync was seen after it. */
    static void note(ExpiryBook book) {
        FakeOrganisation organisation = new FakeOrganisation();
        RenewalRecord record = new RenewalRecord(false, "1.2.3", Portal.SCHOOL,
                Optional.of(new RenewalRecord.SignedIn(organisation.account, "Maple Street School")),
                Optional.of(new EnterpriseApp("App 1", "1")), SAVED_AT, ZoneOffset.UTC,
                new ByKeyturn(SyncBefore.of(NO_CYCLE_SINCE), Address.of(Optional.empty(), Optional.empty()),
                        TestIds.of(Outcomes.TESTS), new SaveProof.ByResponse(SAVED_AT, Optional.empty()),
                        Restart.of(new SyncRestartResult.NotNeeded()), new SyncProof.NotYet(), SAVED_AT.plusSeconds(60),
                        Outcomes.FINGERPRINT),
                Expiry.confirmed(LocalDate.of(2027, 11, 1)), OldTokenStatus.NOT_YET);
        try {
            book.put(record);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A job that has succeeded since. */
    static SyncJob ranSince() {
        return job(Instant.parse("2026-11-21T08:00:00Z"), SyncJob.Result.SUCCEEDED);
    }

    private static SyncJob job(Instant began, SyncJob.Result result) {
        return new SyncJob("1", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.of(new SyncJob.Execution(began, Optional.of(began.plusSeconds(30)), result)),
                Optional.of(began));
    }

    @Test
    void aSyncThatHasRunSinceCompletesTheReceiptAndTheBook() throws IOException {
        note(book());
        PreviousRenewal last = find("1", ranSince());
        assertInstanceOf(SyncProof.Seen.class, sync(last.record().get()));
        assertInstanceOf(SyncProof.Seen.class, sync(book().entries().getFirst().receipt()));
        assertTrue(last.record().get().flatMap(recordFiles()::saveReceipt).isPresent());
        String facts = Files.readString(folder.resolve("keyturn-receipt-2026-11-01.json"));
        assertTrue(facts.contains("\"result\": \"SUCCEEDED\""), facts);
        assertTrue(facts.contains("\"lookedAt\": \"2026-11-22T10:00:00Z\""), facts);
    }

    @Test
    void aSyncFromBeforeTheSaveProvesNothing() {
        note(book());
        PreviousRenewal last = find("1", NO_CYCLE_SINCE);
        assertInstanceOf(SyncProof.NotYet.class, sync(last.record().get()));
    }

    @Test
    void aSyncSeenOnceStaysProven() {
        note(book());
        find("1", ranSince());
        PreviousRenewal later = find("1", job(Instant.parse("2026-11-22T09:00:00Z"), SyncJob.Result.FAILED));
        assertInstanceOf(SyncProof.Seen.class, sync(later.record().get()));
    }

    @Test
    void anotherAppOrOrganisationHasNoPreviousRenewal() {
        note(book());
        assertEquals(Optional.empty(), find("2", ranSince()).record().get());
        renewalState.signedIn().set(new SignedIn(new Account("it@oak.example", "another"), "Oak School"));
        assertEquals(Optional.empty(), lookAt("1", ranSince()).record().get());
    }

    @Test
    void inPracticeNothingIsRemembered() {
        note(book());
        signIn();
        PreviousRenewal nothing = new PreviousRenewal(Optional.empty(), renewalState, clock());
        renewalState.target().set(new Target(Apps.of(Portal.SCHOOL, "1", ranSince()), ranSince(), Optional.empty()));
        assertEquals(Optional.empty(), nothing.record().get());
    }

    private static SyncProof sync(Optional<RenewalRecord> record) {
        return assertInstanceOf(ByKeyturn.class, record.orElseThrow().work()).sync();
    }

    private PreviousRenewal find(String appId, SyncJob job) {
        signIn();
        return lookAt(appId, job);
    }

    private PreviousRenewal lookAt(String appId, SyncJob job) {
        renewalState.target().set(null);
        PreviousRenewal last = new PreviousRenewal(Optional.of(book()), renewalState, clock());
        renewalState.target().set(new Target(Apps.of(Portal.SCHOOL, appId, job), job, Optional.empty()));
        return last;
    }

    private void signIn() {
        renewalState.portal().set(Portal.SCHOOL);
        renewalState.signedIn().set(new SignedIn(new FakeOrganisation().account, "Maple Street School"));
    }

    private ExpiryBook book() {
        return ExpiryBook.open(folder);
    }

    private RecordFiles recordFiles() {
        Messages messages = Messages.in(Locale.ENGLISH);
        return new RecordFiles(() -> new Texts(messages.bundle(), Locale.ENGLISH), clock(),
                name -> Optional.of(folder.resolve(name)), (_, _) -> true, _ -> Optional.empty());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
