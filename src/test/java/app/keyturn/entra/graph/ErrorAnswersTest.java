package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.testkit.FakeTimer;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Microsoft's own error answers, each as the answer to the request it belongs to: which problem, in which words, and with
 * which details. The first line of each file names its source.
 */
class ErrorAnswersTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    /** The request that an answer belongs to. */
    enum Request {
        READ, TEST, SAVE
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "validate-failure.400 | TEST | TOKEN-REJECTED | SystemForCrossDomainIdentityManagementCredentialValidationFailure | Apple did not accept this token",
            "validate-failure-badrequest.400 | TEST | TOKEN-TEST-FAILED | SystemForCrossDomainIdentityManagementCredentialValidationFailure | The test did not work",
            "validate-unavailable.400 | TEST | TOKEN-NOT-CHECKED | SystemForCrossDomainIdentityManagementCredentialValidationUnavailable | The token could not be tried",
            "validate-unavailable-forbidden.400 | TEST | TOKEN-REJECTED | SystemForCrossDomainIdentityManagementCredentialValidationUnavailable | Apple did not accept this token",
            "validate-short-unavailable.400 | TEST | TOKEN-NOT-CHECKED | CredentialValidationUnavailable | The token could not be tried",
            "validate-tenant-url.400 | TEST | TOKEN-TEST-FAILED | SystemForCrossDomainIdentityManagementInvalidCredentials | The test did not work",
            "validate-other-connector.400 | TEST | TOKEN-TEST-FAILED | ServiceNowCredentialsValidation | The test did not work",
            "setting-not-understood.500 | TEST | SETTING-NOT-UNDERSTOOD | InternalError | Microsoft does not understand a setting of this app",
            "setting-not-understood.500 | READ | SETTING-NOT-UNDERSTOOD | InternalError | Microsoft does not understand a setting of this app",
            "empty-payload.400 | TEST | TOKEN-TEST-FAILED | BadRequest | The test did not work",
            "empty-payload.400 | SAVE | SAVE-REFUSED | BadRequest | Microsoft did not save the token",
            "invalid-notification.400 | SAVE | SAVE-REFUSED | InvalidNotificationSettings | Microsoft did not save the token",
            "role-missing.401 | READ | ROLE-MISSING | UnknownError | This account may not do it",
            "role-missing.401 | TEST | ROLE-MISSING | UnknownError | This account may not do it",
            "role-missing.401 | SAVE | ROLE-MISSING | UnknownError | This account may not do it",
            "authorization-denied.403 | READ | ROLE-MISSING | Authorization_RequestDenied | This account may not do it",
            "insufficient-claims.403 | READ | SIGNIN-EXPIRED | insufficient_claims | Please sign in again",
            "token-expired.401 | READ | SIGNIN-EXPIRED | InvalidAuthenticationToken | Please sign in again",
            "too-many-requests.429 | READ | SERVICE-BUSY | TooManyRequests | Microsoft asks for a pause",
            "locked.423 | READ | SERVICE-BUSY | Locked | Microsoft asks for a pause",
            "locked.423 | SAVE | SERVICE-BUSY | Locked | Microsoft asks for a pause",
            "payment-required.402 | READ | SERVICE-REFUSED | PaymentRequired | Microsoft refused the request",
            "method-not-allowed.405 | READ | SERVICE-REFUSED | Request_BadRequest | Microsoft refused the request",
            "gone.410 | READ | APP-GONE | Gone | The app is not there any more",
            "not-found.404 | READ | APP-GONE | Request_ResourceNotFound | The app is not there any more"})
    void anAnswerOfMicrosoftsIsSaidInFittingWords(String file, Request request, String code, String errorCode,
            String title) throws Exception {
        Problem problem = problem(file, request);
        assertEquals(code, problem.code().id());
        assertEquals(title, ENGLISH.text("problem." + code + ".title"));
        assertEquals(Optional.of(errorCode), problem.details().errorCode());
        // Without a header, the id inside the answer is the one for Microsoft's support.
        assertEquals(36, problem.details().requestId().orElseThrow().length());
    }

    private static Problem problem(String file, Request request) throws IOException {
        int status = Integer.parseInt(file.substring(file.indexOf('.') + 1));
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.json(status, body(file)))) {
            GraphProvisioning provisioning = stub.provisioning(new FakeTimer());
            return switch (request) {
                case READ -> assertThrows(ProblemException.class, () -> provisioning.readConnection("app")).problem();
                case TEST -> tested(provisioning);
                case SAVE -> ((SaveResponse.Refused) provisioning.save("app",
                        TestedCredentialsFactory.credentials(TestedCredentialsFactory.token()))).problem();
            };
        }
    }

    private static Problem tested(GraphProvisioning provisioning) {
        try {
            return ((CredentialTest.Failed) provisioning.testSaved("app", "job")).problem();
        } catch (ProblemException e) {
            return e.problem();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ErrorAnswersTest.class.getResourceAsStream("/app/keyturn/entra/answers/" + file + ".json"))) {
            return new String(in.readAllBytes(), UTF_8).split("\n", 2)[1];
        }
    }
}
