package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.renewal.Account;
import app.keyturn.renewal.Action;
import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.Changed;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Draft draft = new Draft();
    private final ProblemTexts texts = new ProblemTexts(Messages.in(Locale.ENGLISH), draft, "1.2.3");
    private final ServiceProblem roleMissing = new ServiceProblem(ServiceProblem.Reason.ROLE_MISSING, Changed.NOTHING,
            new Details(Instant.parse("2026-11-22T10:15:30.5Z"), OptionalInt.of(401), Optional.of("Unauthorized"),
                    Optional.of("req-1"), Optional.of("cor-2")));

    @Test
    void theDetailsNameTheCodeTheTimeTheIdsAndTheVersion() {
        assertEquals(List.of("Code: ROLE-MISSING", "Time (UTC): 2026-11-22T10:15:30Z", "HTTP status: 401",
                "Microsoft error code: Unauthorized", "Request id: req-1", "Correlation id: cor-2", "Keyturn 1.2.3"),
                texts.details(roleMissing).lines().toList());
    }

    @Test
    void nothingThatCanBeCopiedHoldsTheToken() {
        draft.pasted().set(SECRET);
        if (new TokenReader(Clock.systemUTC(), false).read(SECRET) instanceof TokenCheck.Usable usable) {
            draft.token().set(usable.token());
        }
        assertTrue(draft.token().isNotNull().get());
        assertFalse((texts.details(roleMissing) + texts.request()).contains(SECRET));
    }

    @Test
    void theRequestNamesTheThreeRolesAndTheOrganisation() {
        draft.signedIn().set(new SignedIn(new Account("it@maple.example", "1234-tenant"), "Maple Street School"));
        String request = texts.request();
        for (String part : List.of("Application Administrator", "Cloud Application Administrator", "owner of the app",
                "Maple Street School", "1234-tenant")) {
            assertTrue(request.contains(part), part);
        }
    }

    @Test
    void whereThereIsNoTokenNothingCanBeFinishedByHand() {
        AppProblem noToken = new AppProblem(AppProblem.Reason.SYNC_NOT_BY_TOKEN, Details.at(Instant.EPOCH));
        assertFalse(ProblemTexts.handsCanHelp(noToken));
        assertEquals(Action.SWITCH_ACCOUNT, noToken.action());
        assertTrue(ProblemTexts.handsCanHelp(roleMissing));
    }
}
