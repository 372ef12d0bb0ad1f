package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.NetworkFault;
import app.keyturn.entra.http.WipedRequestBody;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Response;

/**
 * The two requests with credentials: the test and the save. Their responses are interpreted here, since the outcome of
 * a renewal depends on them.
 */
final class CredentialsApi {
    private final Graph graph;
    private final ProblemMapper problems;

    CredentialsApi(Graph graph, ProblemMapper problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /**
     * Has Microsoft test credentials at Apple.
     *
     * @param json the request's body
     * @throws ProblemException if they are too long for this cloud
     * @throws IOException if the response says nothing about the credentials
     */
    CredentialTest test(String appId, String jobId, byte[] json) throws IOException, ProblemException {
        try (WipedRequestBody body = new WipedRequestBody(json);
                Response response = graph.validateCredentials(appId, jobId, body)) {
            return new CredentialTest.Passed(date(response), problems.requestId(response));
        } catch (ErrorResponseException e) {
            Optional<CredentialTest.Failed> failed = problems.ofTest(e.response());
            if (failed.isPresent()) {
                if (CredentialSizeLimit.explains(graph.cloud(), failed.get().problem(), json.length)) {
                    throw new ProblemException(CredentialSizeLimit.problem(failed.get().problem().details()));
                }
                return failed.get();
            }
            throw e;
        }
    }

    /**
     * Writes the secrets, in one request.
     *
     * @param token was acquired before, so that a request which gets no response has really been sent
     */
    SaveResponse save(String appId, AccessToken token, Credentials credentials) {
        byte[] json;
        try {
            json = SecretsJson.save(credentials);
        } catch (RuntimeException nothingSent) {
            return new SaveResponse.Refused(problems.of(nothingSent));
        }
        try (WipedRequestBody body = new WipedRequestBody(json);
                Response response = graph.saveSecrets(appId, token, body)) {
            return new SaveResponse.Saved(date(response), problems.requestId(response));
        } catch (ErrorResponseException e) {
            return refused(e.response(), json.length);
        } catch (IOException e) {
            Problem problem = problems.of(e);
            return NetworkFault.isBeforeSending(e)
                    ? new SaveResponse.NotSent(problem)
                    : new SaveResponse.NotKnown(problem, Optional.empty());
        }
    }

    /** A 4xx from Microsoft means that nothing was written, except 408: then the request may have arrived. */
    private SaveResponse refused(ErrorResponse error, int sent) {
        Problem problem = problems.of(error);
        if (error.isTooManyRequests() && !error.webPage()) {
            return new SaveResponse.Busy(problem, error.retryAfter());
        }
        if (error.status() < 400 || error.status() >= 500 || error.status() == 408 || error.webPage()) {
            return new SaveResponse.NotKnown(problem, error.retryAfter());
        }
        if (CredentialSizeLimit.explains(graph.cloud(), problem, sent)) {
            return new SaveResponse.Refused(CredentialSizeLimit.problem(problem.details()));
        }
        return new SaveResponse.Refused(problem.code() == ProblemCode.SERVICE_REFUSED
                ? new Problem(ProblemCode.SAVE_REFUSED, problem.details())
                : problem);
    }

    /** Microsoft's clock. This computer's is no substitute: a slow one would make an old sync cycle look new. */
    private static Optional<Instant> date(Response response) {
        return Optional.ofNullable(response.headers().getInstant("Date"));
    }
}
