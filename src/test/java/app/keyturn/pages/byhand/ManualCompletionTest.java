package app.keyturn.pages.byhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.i18n.Texts;
import app.keyturn.records.RecordFiles;
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
    @SuppressWarnings("NullAway.Init")
    Path folder;
    private final RenewalState draft = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private final List<String> said = new ArrayList<>();
    private final RecordFiles keepsakes = new RecordFiles(() -> new Texts(messages.bundle(), Locale.ENGLISH), clock,
            name -> Optional.of(folder.resolve(name)), _ -> Optional.empty());
    private final ManualCompletion work = work(false);

    @Test
    void beforeThePersonSaysDoneNothingIsWritten() throws IOException {
        draft.portal().set(Portal.SCHOOL);
        work.record().ifPresent(keepsakes::saveReminder);
        work.record().ifPresent(keepsakes::saveReceipt);
        assertEquals(0, files());
    }

    @Test
    void whatWasDoneIsWrittenAsNotCheckedByKeyturn() throws IOException {
        draft.portal().set(Portal.SCHOOL);
        draft.signedIn().set(new SignedIn(new Account("it@maple.example", "1234"), "Maple Street School"));
        work.done().set(true);
        assertEquals(List.of(messages.text("byhand.status")), said);
        work.record().ifPresent(keepsakes::saveReceipt);
        String receipt = Files.readString(folder.resolve("keyturn-receipt-2026-11-22.json"));
        assertTrue(receipt.contains("BY_HAND_NOT_CHECKED"), receipt);
        assertTrue(receipt.contains("Maple Street School"), receipt);
        assertFalse(work.record().flatMap(keepsakes::saveReminder).orElseThrow().words().get().isBlank());
        assertEquals(3, files());
    }

    @Test
    void theDateIsAGuessUntilThePersonConfirmsIt() throws IOException {
        draft.portal().set(Portal.SCHOOL);
        work.done().set(true);
        assertEquals(NEXT_YEAR, work.expiry().day().get());
        assertEquals(messages.text("expiry.GUESS"), work.expiry().hint().get());
        work.record().ifPresent(keepsakes::saveReceipt);
        assertTrue(facts().contains("\"expiresKnownFrom\": \"GUESS\""), facts());
        work.expiry().confirmed().set(true);
        work.record().ifPresent(keepsakes::saveReceipt);
        assertTrue(facts().contains("\"expiresKnownFrom\": \"CONFIRMED\""), facts());
    }

    @Test
    void aDateConfirmedBeforeIsKept() {
        draft.expiry().set(Expiry.confirmed(LocalDate.of(2027, 5, 1)));
        work.done().set(true);
        assertEquals(LocalDate.of(2027, 5, 1), work.expiry().day().get());
        assertTrue(work.expiry().confirmed().get());
    }

    @Test
    void anotherDateThanTheGuessIsTheOneAppleShows() {
        work.done().set(true);
        work.expiry().day().set(LocalDate.of(2027, 6, 1));
        assertEquals(messages.text("expiry.CONFIRMED"), work.expiry().hint().get());
    }

    @Test
    void aDayInThePastIsNotWritten() throws IOException {
        draft.portal().set(Portal.SCHOOL);
        work.done().set(true);
        work.expiry().day().set(LocalDate.of(2026, 11, 21));
        assertEquals(messages.text("expiry.past"), work.expiry().hint().get());
        assertFalse(work.writable().get());
        work.record().ifPresent(keepsakes::saveReminder);
        assertEquals(0, files());
    }

    @Test
    void inPracticeTheFilesSaySo() throws IOException {
        draft.portal().set(Portal.SCHOOL);
        ManualCompletion practised = work(true);
        practised.done().set(true);
        practised.record().ifPresent(keepsakes::saveReceipt);
        assertTrue(Files.exists(folder.resolve("PRACTICE-keyturn-receipt-2026-11-22.html")));
    }

    private ManualCompletion work(boolean practising) {
        return new ManualCompletion(practising, "1.2.3", draft, messages, clock,
                words -> said.add(words.getValue()));
    }

    private String facts() throws IOException {
        return Files.readString(folder.resolve("keyturn-receipt-2026-11-22.json"));
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
