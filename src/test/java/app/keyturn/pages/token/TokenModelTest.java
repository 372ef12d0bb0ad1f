package app.keyturn.pages.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.records.KnownTokens;
import app.keyturn.renewal.Expiry;
import app.keyturn.renewal.TokenParser;
import app.keyturn.testkit.RecordingDesktop;
import app.keyturn.ui.Tone;
import app.keyturn.wizard.RenewalState;
import app.keyturn.wizard.Wizard;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenModelTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private final RenewalState renewalState = new RenewalState();
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final TokenModel model = new TokenModel(renewalState, new TokenParser(clock, false),
            new KnownTokens(Optional.empty(), clock), new RecordingDesktop(),
            new Wizard(renewalState, () -> {}), messages, clock);

    @Test
    void aTextThatIsNoTokenDoesNotReplaceTheToken() {
        model.paste(TOKEN);
        model.paste("it@maple.example");
        assertEquals(TOKEN, model.pasted().get());
        assertTrue(model.ready().get());
        assertEquals(Tone.BAD, model.notice().tone().get());
        assertTrue(model.notice().text().get().startsWith(messages.text("token.refused.EMAIL_ADDRESS")));
        assertTrue(model.notice().text().get().endsWith(messages.text("token.still-held")));
    }

    @Test
    void withoutATokenAWrongTextIsShownAndReported() {
        model.paste("it@maple.example");
        assertEquals("it@maple.example", model.pasted().get());
        assertEquals(messages.text("token.refused.EMAIL_ADDRESS"), model.notice().text().get());
        assertFalse(model.ready().get());
    }

    @Test
    void aLabelIsTakenOutAndSaid() {
        model.paste("Secret Token: " + TOKEN);
        assertEquals(TOKEN, model.pasted().get());
        assertTrue(model.notice().text().get().contains(messages.text("token.removed.LABEL")));
    }

    @Test
    void aTokenOutOfALongerTextIsUsedOnceTheUserDecides() {
        model.paste("Hello,\n\nhere is the token:\n" + TOKEN + "\n\nBest wishes\nTom");
        assertEquals(messages.text("token.doubt.TEXT_AROUND"), model.notice().text().get());
        assertFalse(model.ready().get());

        model.useAnyway().set(true);
        assertEquals(TOKEN, renewalState.token().get().reveal());
    }

    @Test
    void twoTokensStayApartInTheField() {
        String other = TOKEN.substring(0, TOKEN.length() - 3) + "xyz";
        model.paste(TOKEN + "\n" + other);
        assertEquals(messages.text("token.refused.TWO_TOKENS"), model.notice().text().get());
        assertEquals(TOKEN + " " + other, model.pasted().get());
        assertNull(renewalState.token().get());
    }

    @Test
    void aTokenKeptOnTheApplePageIsReportedAsKept() {
        renewalState.pasted().set(TOKEN + "\n");
        renewalState.kept().set(true);
        model.onShown();
        assertEquals(messages.text("token.kept") + " " + messages.text("token.removed.LINE_BREAK"),
                model.notice().text().get());
    }

    @Test
    void aTokenPastedHereIsNotReportedAsKept() {
        renewalState.pasted().set(TOKEN);
        renewalState.kept().set(true);
        model.paste(TOKEN + "x");
        model.onShown();
        assertEquals(messages.text("token.good"), model.notice().text().get());
    }

    @Test
    void aConfirmedDateDoesNotCountForAnotherToken() {
        model.paste(TOKEN);
        model.expiry().day().set(LocalDate.of(2026, 9, 1));
        model.expiry().confirmed().set(true);
        model.paste(TOKEN);
        assertTrue(model.expiry().confirmed().get(), "the same token again");
        model.paste(TOKEN + "x");
        assertFalse(model.expiry().confirmed().get());
        assertEquals(new Expiry(LocalDate.of(2027, 3, 1), Expiry.Source.GUESS), renewalState.expiry().get());
    }

    @Test
    void aDateInThePastIsRefused() {
        model.paste(TOKEN);
        model.expiry().day().set(LocalDate.of(2026, 2, 28));
        assertFalse(model.ready().get());
        assertEquals(messages.text("expiry.past", messages.day(LocalDate.of(2026, 2, 28))),
                model.expiry().hint().text().get());
        model.expiry().day().set(LocalDate.of(2026, 3, 1));
        assertTrue(model.ready().get());
    }
}
