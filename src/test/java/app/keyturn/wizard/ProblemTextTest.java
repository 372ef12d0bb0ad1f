package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RenewalState renewalState = new RenewalState();
    private final ProblemText texts = new ProblemText(Messages.in(Locale.ENGLISH), renewalState, "1.2.3");
    private final Problem roleMissing = new Problem(ProblemCode.ROLE_MISSING,
            ChangeState.NOTHING,
            new Diagnostics(Instant.parse("2026-11-22T10:15:30.5Z"), OptionalInt.of(401), Optional.of("Unauthorized"),
                    Optional.of("req-1"), Optional.of("cor-2")));

    @Test
    void theDetailsNameTheCodeTheTimeTheIdsAndTheVersion() {
        assertEquals(List.of("Code: ROLE-MISSING", "Time (UTC): 2026-11-22T10:15:30Z", "HTTP status: 401",
                "Microsoft error code: Unauthorized", "Request id: req-1", "Correlation id: cor-2", "Keyturn 1.2.3"),
                texts.details(roleMissing).lines().toList());
    }

    @Test
    void theDetailsNameTheIssuerOfAnUnknownCertificate() {
        Problem inspected = new Problem(ProblemCode.NET_INSPECTED, Diagnostics.at(Instant.EPOCH))
                .withIssuer(Optional.of("Maple filter"));
        assertTrue(texts.details(inspected).lines().toList().contains("Certificate issuer: Maple filter"));
    }

    @Test
    void nothingThatCanBeCopiedContainsTheToken() {
        renewalState.pasted().set(SECRET);
        if (new TokenParser(Clock.systemUTC(), false).read(SECRET) instanceof TokenCheck.Usable usable) {
            renewalState.token().set(usable.token());
        }
        assertTrue(renewalState.token().isNotNull().get());
        assertFalse(texts.details(roleMissing).contains(SECRET));
    }

    @Test
    void screenReadersReadAllFourPartsTogether() {
        Messages messages = Messages.in(Locale.ENGLISH);
        String spoken = texts.screenReaderText(roleMissing);
        for (String part : List.of(messages.title(roleMissing), messages.changed(roleMissing),
                messages.whatHappened(roleMissing, ""), messages.whatToDo(roleMissing),
                messages.whoCanHelp(roleMissing))) {
            assertTrue(spoken.contains(part), part);
        }
    }

    @Test
    void theSearchedOrganisationIsTheAccounts() {
        Problem none = new Problem(ProblemCode.APP_NOT_FOUND, Diagnostics.at(Instant.EPOCH));
        assertTrue(texts.whatHappened(none).contains("your organisation"));
        renewalState.signedIn().set(new SignedIn(new Account("it@maple.example", "1234-tenant"), "maple.example"));
        assertTrue(texts.whatHappened(none).contains("maple.example"));
    }

    @Test
    void aMissingRoleIsSolvedBySigningInAgain() {
        assertEquals(Action.SIGN_IN_AGAIN, roleMissing.action());
    }
}
