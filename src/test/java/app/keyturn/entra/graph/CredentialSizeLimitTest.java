package app.keyturn.entra.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.keyturn.entra.Cloud;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.testkit.StubMicrosoft;
import app.keyturn.testkit.StubMicrosoft.Reply;
import app.keyturn.testkit.TestedCredentialsFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The US Government clouds accept 1 KB of credentials; only a refusal of more gets this code. */
class CredentialSizeLimitTest {
    private static final String CODE = "TOKEN-TOO-LONG-FOR-CLOUD";

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void aRefusedSaveOfMoreThanThatIsNamedAndHasChangedNothing(int status) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, "BadRequest"))) {
            Problem problem = refused(stub.government().save("app", credentials(1024)));
            assertEquals(CODE, problem.code().id());
            assertEquals(ChangeState.NOTHING, problem.changed());
            assertEquals(status, problem.details().status().orElseThrow());
        }
    }

    @Test
    void aRefusedTestOfMoreThanThatIsNamed() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(400, "BadRequest"))) {
            ProblemException thrown = assertThrows(ProblemException.class,
                    () -> stub.government().test("app", "job", credentials(1024).credentials()));
            assertEquals(CODE, thrown.problem().code().id());
        }
    }

    @Test
    void nothingIsHeldBackForItsLength() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.DONE)) {
            assertInstanceOf(CredentialTest.Passed.class,
                    stub.government().test("app", "job", credentials(4000).credentials()));
            assertInstanceOf(SaveResponse.Saved.class, stub.government().save("app", credentials(4000)));
        }
    }

    @Test
    void lessThanThatIsRefusedForAnotherReason() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(400, "BadRequest"))) {
            assertEquals("SAVE-REFUSED", refused(stub.government().save("app", credentials(500))).code().id());
        }
    }

    @Test
    void inTheOtherCloudsNoLengthIsToBlame() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(400, "BadRequest"))) {
            assertEquals("SAVE-REFUSED", refused(stub.provisioning().save("app", credentials(4000))).code().id());
        }
    }

    @ParameterizedTest
    @CsvSource({"401,UnknownError,ROLE-MISSING", "404,Request_ResourceNotFound,APP-GONE",
            "403,Authorization_RequestDenied,ROLE-MISSING"})
    void aReasonThatIsKnownStays(int status, String code, String problem) throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(Reply.error(status, code))) {
            assertEquals(problem, refused(stub.government().save("app", credentials(4000))).code().id());
        }
    }

    @Test
    void whatAppleRefusedIsNotTooLong() throws Exception {
        try (StubMicrosoft stub = StubMicrosoft.answering(
                Reply.json(400, "{\"error\":{\"code\":"
                        + "\"SystemForCrossDomainIdentityManagementCredentialValidationFailure\"}}"))) {
            CredentialTest.Failed failed = assertInstanceOf(CredentialTest.Failed.class,
                    stub.government().test("app", "job", credentials(4000).credentials()));
            assertEquals("TOKEN-REJECTED", failed.problem().code().id());
        }
    }

    @Test
    void bothCloudsOfTheGovernmentHaveTheLimitAndNoOther() {
        assertEquals(List.of(Cloud.US_GOV_GCC_HIGH, Cloud.US_GOV_DOD),
                Arrays.stream(Cloud.values()).filter(Cloud::limitsCredentials).toList());
    }

    private static Problem refused(SaveResponse answer) {
        return assertInstanceOf(SaveResponse.Refused.class, answer).problem();
    }

    private static TestedCredentials credentials(int tokenLength) {
        return TestedCredentialsFactory.credentials(
                TestedCredentialsFactory.token("PRACTICE-" + "x".repeat(tokenLength - "PRACTICE-".length())));
    }
}
