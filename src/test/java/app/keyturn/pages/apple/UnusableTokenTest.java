package app.keyturn.pages.apple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.pages.common.SyncText;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.testkit.Renewals;
import app.keyturn.ui.Tone;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that was saved before and does not work any more is not kept on the Apple page. */
class UnusableTokenTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String NEW = "new-" + TOKEN;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-10T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Messages messages = Messages.in(Locale.ENGLISH);

    @Test
    void anExpiredTokenIsRefusedWithTheReason() throws IOException {
        AppleModel model = knowing(LocalDate.of(2027, 1, 9));
        copy(model, TOKEN);
        assertEquals("", renewalState.pasted().get());
        assertFalse(renewalState.kept().get());
        assertEquals(Tone.DOUBT, model.notice().tone().get());
        assertEquals(messages.text("token.known.RUN_OUT"), model.notice().text().get());
        assertFalse(model.mainButtonPrimary().get());
    }

    @Test
    void aRevokedTokenIsRefusedAndTheKeptOneStays() throws IOException {
        ExpiryBook book = book(LocalDate.of(2027, 11, 22));
        book.put(Renewals.withTheOldTokenRevoked(
                Renewals.of("maple", "the next", Renewals.FIRST.plusSeconds(60))));
        AppleModel model = model(book);
        copy(model, NEW);
        copy(model, TOKEN);
        assertEquals(NEW, renewalState.pasted().get());
        assertTrue(renewalState.kept().get());
        assertEquals(messages.text("token.known.REVOKED"), model.notice().text().get());
        model.keepInstead();
        assertEquals(NEW, renewalState.pasted().get(), "nor if somebody insists");
    }

    @Test
    void aTokenThatStillWorksIsKept() throws IOException {
        AppleModel model = knowing(LocalDate.of(2027, 1, 10));
        copy(model, TOKEN);
        assertEquals(TOKEN, renewalState.pasted().get());
        assertTrue(renewalState.kept().get());
        assertEquals(messages.text("apple.kept"), model.notice().text().get());
    }

    private void copy(AppleModel model, String token) {
        desktop.clipboard = token;
        model.keepToken();
    }

    private ExpiryBook book(LocalDate lastDay) throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(Renewals.of("maple", TOKEN, Renewals.FIRST, Expiry.confirmed(lastDay)));
        return book;
    }

    private AppleModel knowing(LocalDate lastDay) throws IOException {
        return model(book(lastDay));
    }

    private AppleModel model(ExpiryBook book) {
        return new AppleModel(renewalState, new TokenParser(CLOCK, false), new KnownTokens(Optional.of(book), CLOCK),
                desktop,
                new Wizard(renewalState, () -> {}), messages, new SyncText(messages, CLOCK),
                () -> "Please help");
    }
}
