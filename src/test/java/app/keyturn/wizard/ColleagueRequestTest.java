package app.keyturn.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProvisioningApp;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.TokenCheck;
import app.keyturn.renewal.TokenParser;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColleagueRequestTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final RenewalState renewalState = new RenewalState();
    private SignInApp app = new SignInApp("1111-client", false);
    private final ColleagueRequest request = new ColleagueRequest(Messages.in(Locale.ENGLISH), renewalState, () -> app);

    @ParameterizedTest
    @EnumSource
    void everyRequestNamesTheRolesTheAppTheOrganisationAndTheSignInApp(ProblemCode.Request reason) {
        renewalState.signedIn()
                .set(new SignedIn(new Account("it@maple.example", "1234-tenant"), "Maple Street School"));
        SyncJob job = new SyncJob("job", SyncJob.Status.ACTIVE, SyncJob.Schedule.ACTIVE, Optional.empty(),
                Optional.empty(), Optional.empty());
        renewalState.target()
                .set(new Target(new ProvisioningApp("id", "Apple {1}", new Connection(List.of()), List.of(job)), job,
                        Optional.empty()));
        String text = request.text(reason);
        for (String part : List.of("role Application Administrator", "role Cloud Application Administrator",
                "owner of the app", "Apple {1}", "Maple Street School", "1234-tenant",
                "Microsoft Graph Command Line Tools (client ID 1111-client)")) {
            assertTrue(text.contains(part), part);
        }
    }

    @Test
    void eachReasonHasItsOwnText() {
        List<String> texts = Arrays.stream(ProblemCode.Request.values()).map(request::text).toList();
        assertEquals(texts.stream().distinct().toList(), texts);
    }

    @Test
    void itCanBeSentBeforeTheSignIn() {
        assertEquals(request.text(ProblemCode.Request.ROLE), request.text());
        assertTrue(request.text().contains("Organisation: ours"), request.text());
    }

    @Test
    void theOrganisationsOwnAppIsNamedAsSuch() {
        app = new SignInApp("2222-own", true);
        assertTrue(request.text().contains("our own app for signing in (client ID 2222-own)"), request.text());
        assertFalse(request.text().contains("Microsoft Graph Command Line Tools"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ROLE")
    void microsoftsAppIsToldFromTheRetiredOne(ProblemCode.Request reason) {
        String retired = "The “Microsoft Graph CLI” (mgc), which Microsoft has retired, is another app.";
        assertTrue(request.text(reason).contains(retired), request.text(reason));
        app = new SignInApp("2222-own", true);
        assertFalse(request.text(reason).contains(retired), request.text(reason));
    }

    @Test
    void aCustomerIsAskedForWhatAPartnerCannotDo() {
        String text = request.text(ProblemCode.Request.CUSTOMER);
        for (String part : List.of("as your partner", "GDAP", "for your whole organisation",
                "Synchronization.ReadWrite.All", "an account of your organisation")) {
            assertTrue(text.contains(part), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTokenIsNeverInIt(ProblemCode.Request reason) {
        renewalState.pasted().set(SECRET);
        if (new TokenParser(Clock.systemUTC(), false).read(SECRET) instanceof TokenCheck.Usable usable) {
            renewalState.token().set(usable.token());
        }
        assertTrue(renewalState.token().isNotNull().get());
        assertFalse(request.text(reason).contains(SECRET));
    }
}
