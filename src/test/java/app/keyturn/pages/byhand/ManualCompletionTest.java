package app.keyturn.pages.byhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.records.RecordFiles;
import app.keyturn.records.ReminderForm;
import app.keyturn.records.RenewalRecord;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.Portal;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.SignedIn;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualCompletionTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;
    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private final List<String> said = new ArrayList<>();
    private final RecordFiles recordFiles = new RecordFiles(() -> new Texts(messages.bundle(), Locale.ENGLISH), clock,
            name -> Optional.of(folder.resolve(name)), (_, _) -> true, _ -> Optional.empty());
    private final ManualCompletion completion = work(false);

    @Test
    void nothingIsWrittenBeforeTheUserSaysDone() throws IOException {
        renewalState.portal().set(Portal.SCHOOL);
        completion.record().get().ifPresent(recordFiles::openReminder);
        completion.record().get().ifPresent(record -> recordFiles.saveReminder(record, ReminderForm.ONE_EVENT));
        completion.record().get().ifPresent(recordFiles::saveReceipt);
        assertEquals(0, files());
    }

    @Test
    void aTickTakenBackAndSetAgainKeepsTheDateThatWasEntered() {
        LocalDate entered = LocalDate.of(2027, 9, 1);
        renewalState.portal().set(Portal.SCHOOL);
        completion.done().set(true);
        completion.expiry().text().set(messages.day(entered));
        completion.done().set(false);
        completion.done().set(true);
        assertEquals(Optional.of(Expiry.confirmed(entered)),
                Optional.ofNullable(completion.expiry().expiry().get()));
    }

    @Test
    void aDateEnteredOnTheTokenPageMeanwhileIsTaken() {
        Expiry entered = Expiry.confirmed(LocalDate.of(2027, 9, 1));
        completion.done().set(true);
        completion.done().set(false);
        renewalState.expiry().set(entered);
        completion.done().set(true);
        assertEquals(Optional.of(entered), Optional.ofNullable(completion.expiry().expiry().get()));
    }

    @Test
    void theRecordSaysThatKeyturnVerifiedNothing() throws IOException {
        renewalState.portal().set(Portal.SCHOOL);
        renewalState.signedIn().set(new SignedIn(new Account("it@maple.example", "1234"), "Maple Street School"));
        completion.done().set(true);
        assertEquals(List.of(messages.text("byhand.status")), said);
        completion.record().get().ifPresent(recordFiles::saveReceipt);
        String receipt = Files.readString(folder.resolve("keyturn-receipt-2026-11-22.json"));
        assertTrue(receipt.contains("BY_HAND_NOT_CHECKED"), receipt);
        assertTrue(receipt.contains("Maple Street School"), receipt);
        assertFalse(
                completion.record().get().flatMap(this::saveReminder).orElseThrow().message().get().isBlank());
        assertEquals(3, files());
    }

    @Test
    void theDateIsAGuessUntilTheUserConfirmsIt() throws IOException {
        renewalState.portal().set(Portal.SCHOOL);
        completion.done().set(true);
        assertEquals(NEXT_YEAR, completion.expiry().day().get());
        assertEquals(messages.text("expiry.GUESS"), completion.expiry().hint().text().get());
        completion.record().get().ifPresent(recordFiles::saveReceipt);
        assertTrue(facts().contains("\"expiresKnownFrom\": \"GUESS\""), facts());
        completion.expiry().confirmed().set(true);
        completion.record().get().ifPresent(recordFiles::saveReceipt);
        assertTrue(facts().contains("\"expiresKnownFrom\": \"CONFIRMED\""), facts());
    }

    @Test
    void anEarlierConfirmedDateIsKept() {
        renewalState.expiry().set(Expiry.confirmed(LocalDate.of(2027, 5, 1)));
        completion.done().set(true);
        assertEquals(LocalDate.of(2027, 5, 1), completion.expiry().day().get());
        assertTrue(completion.expiry().confirmed().get());
    }

    @Test
    void aDateOtherThanTheGuessCountsAsConfirmed() {
        completion.done().set(true);
        completion.expiry().day().set(LocalDate.of(2027, 6, 1));
        assertEquals(messages.text("expiry.CONFIRMED"), completion.expiry().hint().text().get());
    }

    @Test
    void aDateInThePastIsNotWritten() throws IOException {
        renewalState.portal().set(Portal.SCHOOL);
        completion.done().set(true);
        completion.expiry().day().set(LocalDate.of(2026, 11, 21));
        assertEquals(messages.text("expiry.past", messages.day(LocalDate.of(2026, 11, 21))),
                completion.expiry().hint().text().get());
        assertFalse(completion.writable().get());
        completion.record().get().ifPresent(recordFiles::openReminder);
        completion.record().get().ifPresent(record -> recordFiles.saveReminder(record, ReminderForm.ONE_EVENT));
        assertEquals(0, files());
    }

    @Test
    void inPracticeTheFilesSaySo() throws IOException {
        renewalState.portal().set(Portal.SCHOOL);
        ManualCompletion practised = work(true);
        practised.done().set(true);
        practised.record().get().ifPresent(recordFiles::saveReceipt);
        assertTrue(Files.exists(folder.resolve("PRACTICE-keyturn-receipt-2026-11-22.html")));
    }

    private ManualCompletion work(boolean practising) {
        return new ManualCompletion(practising, "1.2.3", renewalState, messages, clock,
                words -> said.add(words.getValue()));
    }

    private String facts() throws IOException {
        return Files.readString(folder.resolve("keyturn-receipt-2026-11-22.json"));
    }

    private Optional<RecordFiles.Result> saveReminder(RenewalRecord record) {
        return recordFiles.saveReminder(record, ReminderForm.ONE_EVENT);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
