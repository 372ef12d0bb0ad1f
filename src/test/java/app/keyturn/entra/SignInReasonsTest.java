package app.keyturn.entra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.entra.signin.MsalSignInTest;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.testkit.AllProblems;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason of Microsoft's for refusing a sign-in, through the browser and at the token endpoint. */
class SignInReasonsTest {
    /** OAuth error, sub-error, AADSTS number, the code shown to the user; a hyphen means none. */
    private static final String TABLE = """
            access_denied          -                            -        SIGNIN-DECLINED
            access_denied          -                            65004    SIGNIN-DECLINED
            access_denied          -                            90094    SIGNIN-NEEDS-APPROVAL
            consent_required       -                            65001    SIGNIN-NEEDS-APPROVAL
            consent_required       -                            -        SIGNIN-NEEDS-APPROVAL
            consent_required       -                            99999999 SIGNIN-NEEDS-APPROVAL
            consent_required       -                            50105    SIGNIN-NEEDS-APPROVAL
            invalid_grant          consent_required             -        SIGNIN-NEEDS-APPROVAL
            invalid_grant          consent_required             53003    SIGNIN-NEEDS-APPROVAL
            invalid_grant          -                            65001    SIGNIN-NEEDS-APPROVAL
            invalid_grant          -                            90095    SIGNIN-NEEDS-APPROVAL
            invalid_client         -                            65005    SIGNIN-NEEDS-APPROVAL
            invalid_request        -                            90008    SIGNIN-NEEDS-APPROVAL
            invalid_request        -                            650056   SIGNIN-NEEDS-APPROVAL
            invalid_request        -                            650057   SIGNIN-NEEDS-APPROVAL
            invalid_grant          -                            90093    SIGNIN-NEEDS-APPROVAL
            invalid_grant          -                            900941   SIGNIN-NEEDS-APPROVAL
            access_denied          -                            53003    SIGNIN-BLOCKED
            invalid_grant          message_only                 -        SIGNIN-BLOCKED
            invalid_grant          message_only                 53003    SIGNIN-BLOCKED
            invalid_grant          -                            530032   SIGNIN-BLOCKED
            invalid_grant          -                            530035   SIGNIN-BLOCKED
            access_denied          message_only                 99999999 SIGNIN-BLOCKED
            invalid_grant          device_authentication_failed 53003    SIGNIN-BLOCKED
            invalid_grant          -                            50002    SIGNIN-NETWORK
            invalid_request        -                            500021   SIGNIN-NETWORK
            invalid_request        -                            500022   SIGNIN-NETWORK
            invalid_grant          -                            50131    SIGNIN-DEVICE
            interaction_required   -                            53000    SIGNIN-DEVICE
            interaction_required   -                            53001    SIGNIN-DEVICE
            interaction_required   -                            53002    SIGNIN-DEVICE
            interaction_required   -                            50005    SIGNIN-DEVICE
            interaction_required   -                            50097    SIGNIN-DEVICE
            interaction_required   -                            50127    SIGNIN-DEVICE
            interaction_required   -                            50129    SIGNIN-DEVICE
            interaction_required   -                            50155    SIGNIN-DEVICE
            interaction_required   -                            50187    SIGNIN-DEVICE
            interaction_required   -                            53009    SIGNIN-DEVICE
            interaction_required   -                            135011   SIGNIN-DEVICE
            interaction_required   -                            530001   SIGNIN-DEVICE
            interaction_required   -                            530002   SIGNIN-DEVICE
            interaction_required   -                            530003   SIGNIN-DEVICE
            interaction_required   -                            700003   SIGNIN-DEVICE
            invalid_grant          protection_policy_required   -        SIGNIN-DEVICE
            invalid_grant          protection_policy_required   53009    SIGNIN-DEVICE
            invalid_grant          device_authentication_failed -        SIGNIN-DEVICE
            unauthorized_client    protection_policies_required -        SIGNIN-DEVICE
            invalid_grant          -                            50105    SIGNIN-NOT-ASSIGNED
            interaction_required   -                            50105    SIGNIN-NOT-ASSIGNED
            access_denied          -                            50105    SIGNIN-NOT-ASSIGNED
            login_required         -                            50020    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            50034    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            51004    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            90072    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            16003    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            50014    SIGNIN-WRONG-ACCOUNT
            invalid_grant          -                            90084    SIGNIN-WRONG-ACCOUNT
            invalid_request        -                            500208   SIGNIN-PERSONAL-ACCOUNT
            invalid_request        -                            500200   SIGNIN-PERSONAL-ACCOUNT
            interaction_required   -                            16000    SIGNIN-PERSONAL-ACCOUNT
            invalid_grant          user_password_expired        -        SIGNIN-ACCOUNT
            invalid_grant          user_password_expired        50173    SIGNIN-ACCOUNT
            invalid_grant          -                            50053    SIGNIN-ACCOUNT
            invalid_grant          -                            50055    SIGNIN-ACCOUNT
            invalid_grant          -                            50057    SIGNIN-ACCOUNT
            invalid_grant          -                            50126    SIGNIN-ACCOUNT
            invalid_grant          -                            50056    SIGNIN-ACCOUNT
            invalid_grant          -                            50064    SIGNIN-ACCOUNT
            invalid_grant          -                            50135    SIGNIN-ACCOUNT
            invalid_grant          -                            50144    SIGNIN-ACCOUNT
            invalid_grant          basic_action                 -        SIGNIN-EXTRA-PROOF
            invalid_grant          additional_action            -        SIGNIN-EXTRA-PROOF
            invalid_grant          basic_action                 50076    SIGNIN-EXTRA-PROOF
            interaction_required   -                            -        SIGNIN-EXTRA-PROOF
            interaction_required   -                            50072    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            50074    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            50079    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            50158    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            50078    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            50125    SIGNIN-EXTRA-PROOF
            invalid_grant          -                            500121   SIGNIN-EXTRA-PROOF
            invalid_request        -                            90002    SIGNIN-NO-SUCH-TENANT
            invalid_grant          -                            50059    SIGNIN-NO-SUCH-TENANT
            invalid_grant          -                            50128    SIGNIN-NO-SUCH-TENANT
            invalid_request        -                            90038    SIGNIN-OTHER-CLOUD
            invalid_grant          -                            90043    SIGNIN-OTHER-CLOUD
            invalid_grant          -                            900382   SIGNIN-OTHER-CLOUD
            invalid_grant          -                            900432   SIGNIN-OTHER-CLOUD
            invalid_request        -                            50194    SIGNIN-SINGLE-TENANT
            unauthorized_client    -                            700016   SIGNIN-APP-MISSING
            invalid_grant          -                            700011   SIGNIN-APP-MISSING
            invalid_client         -                            7000218  SIGNIN-NOT-PUBLIC
            invalid_request        -                            7000218  SIGNIN-NOT-PUBLIC
            invalid_request        -                            50011    SIGNIN-NO-REDIRECT
            invalid_grant          -                            70004    SIGNIN-NO-REDIRECT
            invalid_grant          -                            500113   SIGNIN-NO-REDIRECT
            invalid_grant          -                            900971   SIGNIN-NO-REDIRECT
            invalid_client         -                            -        SIGNIN-APP-REFUSED
            invalid_request        -                            65002    SIGNIN-APP-REFUSED
            invalid_request        -                            700054   SIGNIN-APP-REFUSED
            unauthorized_client    -                            -        SIGNIN-APP-REFUSED
            invalid_scope          -                            70011    SIGNIN-APP-REFUSED
            invalid_resource       -                            500011   SIGNIN-APP-REFUSED
            invalid_grant          -                            50001    SIGNIN-APP-REFUSED
            invalid_grant          -                            70001    SIGNIN-APP-REFUSED
            invalid_grant          -                            70005    SIGNIN-APP-REFUSED
            invalid_grant          -                            650052   SIGNIN-APP-REFUSED
            invalid_grant          -                            650054   SIGNIN-APP-REFUSED
            invalid_grant          -                            1000031  SIGNIN-APP-REFUSED
            unauthorized_client    -                            7000112  SIGNIN-APP-OFF
            invalid_grant          -                            50173    SIGNIN-EXPIRED
            invalid_grant          -                            70008    SIGNIN-EXPIRED
            invalid_grant          -                            70043    SIGNIN-EXPIRED
            invalid_grant          -                            700082   SIGNIN-EXPIRED
            invalid_grant          -                            50089    SIGNIN-EXPIRED
            invalid_grant          -                            50132    SIGNIN-EXPIRED
            invalid_grant          -                            50133    SIGNIN-EXPIRED
            invalid_grant          -                            54005    SIGNIN-EXPIRED
            invalid_grant          -                            70000    SIGNIN-EXPIRED
            invalid_grant          -                            700084   SIGNIN-EXPIRED
            invalid_grant          bad_token                    -        SIGNIN-EXPIRED
            invalid_grant          token_expired                -        SIGNIN-EXPIRED
            invalid_grant          client_mismatch              -        SIGNIN-EXPIRED
            interaction_required   bad_token                    99999999 SIGNIN-EXPIRED
            invalid_grant          -                            99999999 SIGNIN-FAILED
            invalid_grant          -                            -        SIGNIN-FAILED
            invalid_grant          something_new                -        SIGNIN-FAILED
            something_new          -                            -        SIGNIN-FAILED
            access_denied          -                            99999999 SIGNIN-FAILED
            temporarily_unavailable -                            -        SERVICE-DOWN
            temporarily_unavailable -                            50105    SERVICE-DOWN
            server_error           -                            -        SERVICE-DOWN
            invalid_grant          -                            50033    SERVICE-DOWN
            invalid_request        -                            90006    SERVICE-DOWN
            invalid_request        -                            90024    SERVICE-DOWN
            invalid_request        -                            90033    SERVICE-DOWN
            invalid_grant          -                            50087    SERVICE-DOWN
            invalid_grant          -                            90012    SERVICE-DOWN
            invalid_grant          -                            90090    SERVICE-DOWN
            invalid_grant          -                            90091    SERVICE-DOWN
            access_denied          -                            90123    SIGNIN-CANCELLED
            access_denied          -                            900561   SIGNIN-CANCELLED
            unauthorized_client    -                            90099    SIGNIN-PARTNER
            unauthorized_client    -                            530034   SIGNIN-PARTNER
            consent_required       -                            90099    SIGNIN-PARTNER
            invalid_grant          consent_required             530034   SIGNIN-PARTNER
            access_denied          -                            500212   SIGNIN-CROSS-TENANT
            access_denied          -                            500213   SIGNIN-CROSS-TENANT
            access_denied          -                            1000104  SIGNIN-CROSS-TENANT
            access_denied          -                            53004    SIGNIN-RISK
            access_denied          -                            53011    SIGNIN-RISK
            invalid_grant          -                            53010    SIGNIN-PROOF-SETUP
            invalid_request        -                            9002327  SIGNIN-SINGLE-PAGE
            invalid_grant          -                            50088    SERVICE-BUSY
            invalid_grant          -                            50196    SERVICE-BUSY
            invalid_grant          -                            90055    SERVICE-BUSY
            """;

    /** One line of the table. */
    record Reason(String error, String subError, String number, String code) {
        private static Reason of(String line) {
            String[] parts = line.split(" +", -1);
            return new Reason(parts[0], parts[1].equals("-") ? "" : parts[1], parts[2].equals("-") ? "" : parts[2],
                    parts[3]);
        }

        String description() {
            return (number.isEmpty() ? "" : "AADSTS" + number + ": ")
                    + "Words.\r\nTrace ID: 0000aaaa-11bb-cccc-dd33-eeeeee333333\r\n"
                    + "Correlation ID: aaaa0000-bb11-2222-33cc-444444dddddd\r\nTimestamp: 2026-11-22 10:00:00Z";
        }
    }

    static Stream<Reason> table() {
        return TABLE.lines().map(Reason::of);
    }

    /** The reasons that can come through the browser, which has no sub-errors. */
    static Stream<Reason> brought() {
        return table().filter(reason -> reason.subError().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("brought")
    void theReasonThatTheBrowserBringsIsNamed(Reason reason) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            assertNamed(reason, ended(stub, "error=" + reason.error() + "&error_description="
                    + URLEncoder.encode(reason.description(), UTF_8)));
            assertEquals(0, stub.count("POST", "/token"));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void theReasonThatComesInPlaceOfATokenIsNamed(Reason reason) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("error", reason.error());
        body.addProperty("error_description", reason.description());
        if (!reason.subError().isEmpty()) {
            body.addProperty("suberror", reason.subError());
        }
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(400, body.toString()))) {
            assertNamed(reason, ended(stub, "code=c"));
            assertEquals(1, stub.count("POST", "/token"));
        }
    }

    @Test
    void aReasonThatTheBrowserBringsWithoutWordsIsNamedByItself() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.NONE)) {
            assertEquals("SIGNIN-DECLINED", ended(stub, "error=access_denied").code().id());
        }
    }

    @Test
    void theStatusTellsThatMicrosoftIsBusyOrInTrouble() throws Exception {
        String body = "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50105: Words.\"}";
        try (StubMicrosoft busy = StubMicrosoft.answering(Reply.json(429, body));
                StubMicrosoft down = StubMicrosoft.answering(Reply.json(503, body))) {
            assertEquals("SERVICE-BUSY", ended(busy, "code=c").code().id());
            assertEquals("SERVICE-DOWN", ended(down, "code=c").code().id());
        }
    }

    @Test
    void noReasonOfMicrosoftsIsLeftOut() {
        Set<String> ours = Set.of("SIGNIN-TIMED-OUT", "SIGNIN-NO-PORT");
        Set<String> microsofts = AllProblems.codes(ProblemCode.Group.SIGN_IN)
                .map(ProblemCode::id)
                .filter(code -> !ours.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = table().map(Reason::code)
                .filter(code -> code.startsWith("SIGNIN"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(microsofts, named);
    }

    private static void assertNamed(Reason reason, Problem problem) {
        assertEquals(reason.code(), problem.code().id());
        assertEquals(ChangeState.NOTHING, problem.changed());
        assertEquals(Optional.of(reason.number().isEmpty() ? reason.error() : "AADSTS" + reason.number()),
                problem.details().errorCode());
        assertEquals(Optional.of("0000aaaa-11bb-cccc-dd33-eeeeee333333"), problem.details().requestId());
    }

    private static Problem ended(StubMicrosoft stub, String form) {
        return assertThrows(ProblemException.class, () -> MsalSignInTest.comeBack(stub, form)).problem();
    }
}
