package app.keyturn.pages.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.records.ExpiryBook;
import app.keyturn.records.KnownTokens;
import app.keyturn.records.RenewalRecord;
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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that was saved from this computer before is pasted again. */
class TokenSavedBeforeTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String NEW = "new-" + TOKEN;
    /** The evening of the day before, in UTC. */
    private static final Instant SAVED_AT = Instant.parse("2026-11-22T20:00:00Z");
    private static final Expiry KNOWN = Expiry.confirmed(LocalDate.of(2027, 9, 1));

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    private final RenewalState renewalState = new RenewalState();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final Messages messages = Messages.in(Locale.ENGLISH);

    @Nested
    class WhileItWorks {
        @Test
        void itIsAcceptedWithTheDateOfItsSave() throws IOException {
            TokenModel model = knowing(KNOWN);
            model.paste(TOKEN);
            assertTrue(model.ready().get());
            assertEquals(Tone.NOTE, model.notice().tone().get());
            assertEquals("You saved this token on November 23, 2026. It can be saved again. If you meant a new one, "
                    + "make it at Apple first.", model.notice().text().get());
        }

        @Test
        void itBringsItsExpiryDate() throws IOException {
            TokenModel model = knowing(KNOWN);
            model.paste(TOKEN);
            assertEquals(KNOWN, renewalState.expiry().get());
            assertTrue(model.expiry().confirmed().get());
        }

        @Test
        void aGuessedDateStays() throws IOException {
            TokenModel model = knowing(new Expiry(LocalDate.of(2027, 11, 23), Expiry.Source.GUESS));
            model.paste(TOKEN);
            assertEquals(new Expiry(LocalDate.of(2027, 11, 23), Expiry.Source.GUESS), renewalState.expiry().get());
            assertFalse(model.expiry().confirmed().get());
        }

        @Test
        void aNewTokenIsTreatedAsNew() throws IOException {
            TokenModel model = knowing(KNOWN);
            model.paste(TOKEN);
            model.paste(NEW);
            assertEquals(Tone.GOOD, model.notice().tone().get());
            assertEquals(messages.text("token.good"), model.notice().text().get());
            assertEquals(new Expiry(LocalDate.of(2028, 1, 11), Expiry.Source.GUESS), renewalState.expiry().get());
        }

        @Test
        void copyArtifactsAreRemovedFirst() throws IOException {
            TokenModel model = knowing(KNOWN);
            model.paste(" \"" + TOKEN + "\"\n");
            assertEquals(TOKEN, model.pasted().get());
            assertEquals(Tone.NOTE, model.notice().tone().get());
        }

        @Test
        void theMessageFollowsTheLanguage() throws IOException {
            TokenModel model = knowing(KNOWN);
            model.paste(TOKEN);
            messages.setLanguage(Locale.GERMAN);
            assertEquals(messages.text("token.known", messages.day(LocalDate.of(2026, 11, 23))),
                    model.notice().text().get());
        }
    }

    @Nested
    class OnceItDoesNotWork {
        @Test
        void aRevokedTokenIsRefused() throws IOException {
            refuses(revoked(), "You told Keyturn that this token was revoked at Apple. Make a new one there.");
        }

        @Test
        void anExpiredTokenIsRefused() throws IOException {
            refuses(knowing(Expiry.confirmed(LocalDate.of(2027, 1, 10))),
                    "This token was saved before, and has run out. Make a new one at Apple.");
        }

        @Test
        void aGuessedExpiryIsNoReasonToRefuse() throws IOException {
            TokenModel model = knowing(new Expiry(LocalDate.of(2027, 1, 10), Expiry.Source.GUESS));
            model.paste(TOKEN);
            assertEquals(Tone.NOTE, model.notice().tone().get());
            assertEquals(messages.text("expiry.past", messages.day(LocalDate.of(2027, 1, 10))),
                    model.expiry().hint().text().get());
        }

        @Test
        void aTypedTokenIsRefusedTheSameWay() throws IOException {
            TokenModel model = revoked();
            model.pasted().set(TOKEN);
            assertNull(renewalState.token().get());
            assertEquals(Tone.BAD, model.notice().tone().get());
            assertEquals(messages.text("token.known.REVOKED"), model.notice().text().get());
        }

        @Test
        void itDoesNotReplaceTheCurrentToken() throws IOException {
            TokenModel model = revoked();
            model.paste(NEW);
            model.paste(TOKEN);
            assertEquals(NEW, model.pasted().get());
            assertEquals(NEW, renewalState.token().get().reveal());
            assertTrue(model.ready().get());
            assertEquals(Tone.BAD, model.notice().tone().get());
            assertEquals(messages.text("token.known.REVOKED") + " " + messages.text("token.still-held"),
                    model.notice().text().get());
        }

        @Test
        void pastedFromTheClipboardItDoesNotReplaceTheCurrentToken() throws IOException {
            TokenModel model = knowing(Expiry.confirmed(LocalDate.of(2027, 1, 10)));
            model.paste(NEW);
            desktop.clipboard = TOKEN + "\n";
            model.paste();
            assertEquals(NEW, renewalState.token().get().reveal());
            assertTrue(model.notice().text().get().startsWith(messages.text("token.known.RUN_OUT")));
        }

        private void refuses(TokenModel model, String words) {
            model.paste(TOKEN);
            assertFalse(model.ready().get());
            assertNull(renewalState.token().get());
            assertEquals(Tone.BAD, model.notice().tone().get());
            assertEquals(words, model.notice().text().get());
        }
    }

    @Test
    void withoutRecordsItIsLikeAnyOther() {
        TokenModel model = model(Optional.empty());
        model.paste(TOKEN);
        assertEquals(Tone.GOOD, model.notice().tone().get());
    }

    private TokenModel revoked() throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(Renewals.of("maple", TOKEN, SAVED_AT, KNOWN));
        RenewalRecord next = Renewals.of("maple", "the next", SAVED_AT.plusSeconds(60));
        book.put(Renewals.withTheOldTokenRevoked(next));
        return model(Optional.of(book));
    }

    private TokenModel knowing(Expiry expiry) throws IOException {
        ExpiryBook book = ExpiryBook.open(folder);
        book.put(Renewals.of("maple", TOKEN, SAVED_AT, expiry));
        return model(Optional.of(book));
    }

    private TokenModel model(Optional<ExpiryBook> book) {
        Clock clock = Clock.fixed(Instant.parse("2027-01-10T20:00:00Z"), ZoneId.of("Pacific/Auckland"));
        return new TokenModel(renewalState, new TokenParser(clock, false), new KnownTokens(book, clock), desktop,
                new Wizard(renewalState, () -> {}), messages, clock);
    }
}
